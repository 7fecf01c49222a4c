import { cellText, columnLetters, type SheetRow } from '../../../shared/sheets/cells.ts';
import { targetOf, type Target } from '../../../shared/sheets/header-index.ts';
import { normalHeader } from '../../../shared/sheets/header-text.ts';
import { type Column, headerSearchRows } from '../../../shared/sheets/recognise.ts';

export interface PlainTable {
  /** Row number of the header. */
  readonly header: number;
  readonly columns: readonly Column[];
}

/** The header of a sheet that is of no kind: the row with the most headers that are known, else the first that holds more than a title. */
export function plainTable(rows: readonly SheetRow[], here: Readonly<Record<string, Target>> = {}): PlainTable | undefined {
  const meaning = (text: string): Target | undefined => here[normalHeader(text)] ?? targetOf(text);
  const top = rows.slice(0, headerSearchRows);
  const known = top.map(({ cells }) => cells.filter((cell) => meaning(cellText(cell)) !== undefined).length);
  const best = Math.max(0, ...known);
  const at = best >= 2 ? known.indexOf(best) : top.findIndex(({ cells }) => cells.filter((cell) => cellText(cell).trim() !== '').length >= 2);
  const head = top[at];
  if (!head) return undefined;
  const taken = new Set<Target>();
  const columns = head.cells.flatMap((cell, index): Column[] => {
    const header = cellText(cell).replace(/\s+/g, '');
    if (header === '') return [];
    const found = meaning(header) ?? null;
    const target = found !== null && taken.has(found) ? null : found;
    if (target !== null) taken.add(target);
    return [{ index, letters: columnLetters(index), header, target }];
  });
  return { header: head.number, columns };
}
