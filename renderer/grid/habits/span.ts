/** A cell by its place: row in the answer, column among those that are shown. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, both ends inside. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many rows and columns there are. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export const between = (one: Spot, other: Spot): Span => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const holds = (span: Span, { row, column }: Spot): boolean => row >= span.top && row <= span.bottom && column >= span.left && column <= span.right;

export const rowsOf = ({ top, bottom }: Span): number => bottom - top + 1;
export const columnsOf = ({ left, right }: Span): number => right - left + 1;
export const cellsOf = (span: Span): number => rowsOf(span) * columnsOf(span);

export const sameSpot = (one: Spot | null, other: Spot | null): boolean => one?.row === other?.row && one?.column === other?.column;

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
export const clampSpot = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({ row: within(row, rows), column: within(column, columns) });

/** What of a block is still there; null: nothing. */
export function clampSpan(span: Span, { rows, columns }: Size): Span | null {
  if (span.top >= rows || span.left >= columns) return null;
  return { top: span.top, bottom: Math.min(span.bottom, rows - 1), left: span.left, right: Math.min(span.right, columns - 1) };
}
