import { cellAt, type SheetRow } from './cells.ts';
import { headsOf } from './heads.ts';

/** Fewer known headers than these may stand in a row of data: 低保, 五保 and 户主 are headers, too. */
const leastKnown = 4;

/**
 * Tells a row below a table that is the header of another one: nearly everything in it is a header that some sheet has. The
 * rows below it would be read by the wrong columns.
 */
export function isOtherHeader(row: SheetRow): boolean {
  // Nearly every row of data has a long number, and no header has.
  for (let column = 0; ; column++) {
    const cell = cellAt(row, column);
    if (cell === undefined) break;
    if (typeof cell !== 'string' || /\d{5}/.test(cell)) return false;
  }
  if (row.cells.length < leastKnown) return false;
  const heads = headsOf([row]);
  const known = heads.filter((head) => head.known).length;
  return known >= leastKnown && known * 3 >= heads.length * 2;
}
