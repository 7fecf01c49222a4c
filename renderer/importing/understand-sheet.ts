import type { SheetSummary } from '../../shared/changes/plan-types.ts';
import type { SheetLook, SheetWord } from '../../shared/contract/importing.ts';
import { columnLetters } from '../../shared/sheets/cells.ts';
import { headsOf } from '../../shared/sheets/heads.ts';
import { type Column, recognise } from '../../shared/sheets/recognise.ts';
import type { SheetLayout } from '../../shared/sheets/sheet-layout.ts';
import type { SheetName } from './sheet-words.ts';

/** A sheet as it is understood with what has been said of it. */
export interface Understood {
  /** Null while nobody knows what the sheet is. */
  readonly kind: string | null;
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
}

/**
 * What comparing the files again would make of a sheet, shown before it is done: the core recognises by the same function,
 * and is told the same. Without a word on header, kind or columns the sheet is as the plan has it.
 */
export function understand(name: SheetName, summary: SheetSummary, look: SheetLook, word: SheetWord | undefined, layouts: readonly SheetLayout[]): Understood {
  if (word?.headerRows === undefined && word?.kind === undefined && word?.columns === undefined) {
    return { kind: summary.kind, headerRows: summary.headerRows, columns: look.columns };
  }
  const { kind, headerRows, columns } = word;
  const found = recognise(look.rows, { ...name, layouts, given: { kind, headerRows, columns } });
  if (found) return { kind: found.kind.key, headerRows: found.headerRows, columns: found.columns };
  const band = look.rows.filter(({ number }) => headerRows?.includes(number));
  const heads = band.length === 0 ? [] : headsOf(band);
  return {
    kind: kind ?? null,
    headerRows: band.map(({ number }) => number),
    columns: heads.map(({ index, header, general }): Column => {
      const letters = columnLetters(index);
      const given = columns !== undefined && letters in columns;
      return { index, letters, header, target: given ? (columns[letters] ?? null) : general, ...(given ? { by: 'given' } : {}) };
    }),
  };
}

/** A word as it goes to the core: what was seen is pinned, so that a column that is said otherwise moves neither header nor kind. */
export function pinned(word: SheetWord, { kind, headerRows }: Pick<SheetSummary, 'kind' | 'headerRows'>): SheetWord {
  const said = word.headerRows !== undefined || word.kind !== undefined || word.columns !== undefined;
  if (!said) return word;
  return {
    ...word,
    ...(word.kind === undefined && kind !== null ? { kind } : {}),
    ...(word.headerRows === undefined && headerRows.length > 0 ? { headerRows: [...headerRows] } : {}),
  };
}
