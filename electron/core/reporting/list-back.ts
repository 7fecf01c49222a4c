import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';

/** A sheet of theirs as it goes back: every row under its own number, what was found beside those of the table. */
export interface SheetBack {
  readonly sheet: string;
  readonly lastHeader: number;
  readonly all: readonly SheetRow[];
  /** Result and remark by row number; empty for a sheet that was not matched. */
  readonly notes: ReadonlyMap<number, readonly [string, string]>;
}

/** Who is on none of their rows, as one more sheet. */
export interface MissingSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A list that goes back to its department. */
export interface ListBack {
  readonly file: string;
  readonly headers: readonly [string, string];
  readonly sheets: readonly SheetBack[];
  readonly missing: MissingSheet | null;
}

/** How many columns stand before the two of ours: all of theirs, or, where the list went back before, those before the old ones. */
export function columnsBefore({ all, lastHeader }: SheetBack, [result]: ListBack['headers']): number {
  const before = all.find(({ number }) => number === lastHeader)?.cells.findIndex((cell) => cellText(cell).trim() === result) ?? -1;
  return before >= 0 ? before : all.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cellText(cell) !== '') + 1), 0);
}

/** Width of a column of the sheet of those whom the list lacks. */
export const missingWidth = (header: string): number => (header === '说明' ? 36 : header === '证件号码' || header === '户编号' ? 22 : 12);

/** A name for a sheet that no other has. */
export function freeName(wish: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = wish;
  for (let at = 2; names.has(name.toLowerCase()); at++) name = `${wish}${at}`;
  return name;
}
