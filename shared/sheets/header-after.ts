/** A header has at most this many rows. */
const tallest = 3;

/** The header rows after a click on a row: that row; with Shift (`extend`), from what is chosen to it. */
export function headerAfter(before: readonly number[], row: number, extend: boolean): number[] {
  const [first] = before;
  if (!extend || first === undefined) return [row];
  const [from, to] = row < first ? [row, Math.max(...before)] : [first, row];
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return row < first ? rows.slice(0, tallest) : rows.slice(-tallest);
}
