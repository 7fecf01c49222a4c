import type { Choice } from '../../shared/changes/plan-types.ts';
import type { SheetName } from './sheet-words.ts';

interface FieldOfSheet {
  readonly field: string;
  readonly label: string;
  readonly sheet: number;
  readonly file: string;
  readonly sheetName: string;
  readonly rows: number;
  readonly choice: Choice | null;
}

export interface FieldChange {
  readonly key: string;
  readonly label: string;
  readonly rows: number;
  /** The sheets in which it changes, by the number that names them for a choice. */
  readonly sheets: readonly number[];
  /** Whether it is left out in all of them. */
  readonly skipped: boolean;
}

/** A field of several sheets is one line, unless one sheet is chosen. */
export function gathered(found: readonly FieldOfSheet[], of: SheetName | null): readonly FieldChange[] {
  const here = of === null ? found : found.filter(({ file, sheetName }) => file === of.file && sheetName === of.sheet);
  return [...Map.groupBy(here, ({ field }) => field)]
    .map(([key, each]) => ({
      key,
      label: each[0]?.label ?? key,
      rows: each.reduce((sum, { rows }) => sum + rows, 0),
      sheets: each.map(({ sheet }) => sheet),
      skipped: each.every(({ choice }) => choice === 'skip'),
    }))
    .toSorted((a, b) => b.rows - a.rows || a.label.localeCompare(b.label, 'zh'));
}
