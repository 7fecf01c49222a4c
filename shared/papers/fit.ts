import { a4, rowsOfPairs, type Block, type Paper } from './paper.ts';

/** Points, largest first. 16 is read at one metre; below it only where a big family leaves no choice. */
const sizes = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const;

/** Line height and the blank above and below each cell, in em; to-html.ts prints with the same figures. */
export const lineHeight = 1.34;
export const cellPadding = 0.22;
/** Blank left and right of each cell, in em. */
export const cellSide = 0.28;
export const titleSize = 30;
export const headHeight = 1.9;

const mmOfPoint = 25.4 / 72;
const width = a4.width - 2 * a4.marginX;
/** What the blocks have: the page less title, line under it, and foot. */
const height = a4.height - a4.marginTop - a4.marginBottom - titleSize * mmOfPoint * 1.5 - 14;

/** Width of a text in em: Chinese characters and full-width signs one, the rest a little over half, as wide digits and capitals are. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.58 : 1;
  return ems;
}

/** Lines that a text takes in a cell so many em wide. A line may end early, because no line begins with a comma and no number is broken. */
export function linesIn(text: string, cellEms: number): number {
  const room = Math.max(1, Math.floor(cellEms - 2 * cellSide - 0.15));
  let lines = 0;
  for (const line of text.split('\n')) {
    const ems = emsOf(line);
    const early = /[、，。；：！？）》”\d]/.test(line) && room > 3 ? 1 : 0;
    lines += ems <= room ? 1 : Math.ceil(ems / (room - early));
  }
  return lines;
}

const rowEms = (lines: number): number => lines * lineHeight + 2 * cellPadding + 0.1;

export const labelEms = 5.75;

function blockEms(block: Block, pageEms: number): number {
  if (block.kind === 'note') return linesIn(block.text, pageEms) * lineHeight + 0.8;
  const heading = block.heading === undefined ? 0.6 : headHeight + 0.6;
  if (block.kind === 'facts') {
    return rowsOfPairs(block).reduce((sum, row) => {
      const wide = row[0]?.wide ?? false;
      const room = wide ? pageEms - labelEms : pageEms / block.across - labelEms;
      return sum + rowEms(Math.max(...row.map(({ label, value }) => Math.max(linesIn(value, room), linesIn(label, labelEms)))));
    }, heading);
  }
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const rooms = block.columns.map((column) => (column.share / shares) * pageEms);
  const rowLines = (cells: readonly string[]): number => Math.max(1, ...cells.map((cell, at) => linesIn(cell, rooms[at] ?? 1)));
  return [block.columns.map((column) => column.head), ...block.rows].reduce((sum, row) => sum + rowEms(rowLines(row)), heading);
}

/** The size in points at which the whole paper stands on one page, and whether even the smallest leaves something over. */
export function fit(paper: Paper): { readonly points: number; readonly over: boolean } {
  for (const points of sizes) {
    if (points > (paper.largest ?? points)) continue;
    const em = points * mmOfPoint;
    const needed = paper.blocks.reduce((sum, block) => sum + blockEms(block, width / em), 0) * em;
    if (needed <= height) return { points, over: false };
  }
  return { points: sizes.at(-1) ?? 7, over: true };
}
