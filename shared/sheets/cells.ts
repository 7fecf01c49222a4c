/**
 * A sheet as the file holds it: rows of raw cells, before anything is understood.
 *
 * A plain string is a text cell. Anything that the file does not hold as text keeps its type beside the
 * raw characters, so that a number cell in an identity column can be told from an identity number.
 */
export type Cell = string | TypedCell;

export interface TypedCell {
  readonly type: 'number' | 'date' | 'boolean' | 'error';
  /**
   * number: the characters stored in the file ("2.10504E+17", "3000.5", never rounded or localised);
   * date: yyyy-MM-dd, with " HH:mm:ss" where there is a time of day;
   * boolean: "TRUE" or "FALSE"; error: the error's sign, "#N/A".
   */
  readonly text: string;
}

export interface SheetRow {
  /** 1-based number of the row in the file. */
  readonly number: number;
  /** Cells by column, 0 = A; '' where there is nothing. May be shorter than the sheet is wide. */
  readonly cells: readonly Cell[];
  /** Of a row whose cells are made when they are asked for: one of them, without the others. */
  at?(column: number): Cell | undefined;
  /** Of such a row: the cell where its column says it again and again. */
  repeated?(column: number): RepeatedCell | undefined;
}

/** A cell that its column says again and again: whoever knows what number so-and-so means need not read it another time. */
export interface RepeatedCell {
  readonly cell: Cell;
  /** Among those of one reading of the sheet; each belongs to one column. */
  readonly number: number;
  readonly among: object;
}

export const cellAt = (row: SheetRow, column: number): Cell | undefined => (row.at ? row.at(column) : row.cells[column]);

export const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

/** Spreadsheet letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell's address as the clerk sees it in Excel: (4, 7) → H4 when the row is 4. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;
