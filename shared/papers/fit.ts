import { emsOf, linesWithin, widestLine, widestPart } from './line-breaks.ts';
import { doubled, rowsOfPairs, rowsOfPictures, type Block, type Paper, type TableBlock } from './paper.ts';
import { mmOfPoint, sizeOf, smallestOnWall } from './sizes.ts';

/** Line height and the blank above and below each cell, in em; to-html.ts prints with the same figures. */
export interface Density {
  readonly line: number;
  readonly padding: number;
}
export const loose: Density = { line: 1.34, padding: 0.22 };
/** Closer lines, where that saves a page. */
export const tight: Density = { line: 1.2, padding: 0.13 };
/** Blank left and right of each cell, in em. */
export const cellSide = 0.28;
export const headHeight = 1.9;
export const labelEms = 5.75;
/** The line under the title, in points. */
export const underSize = 14;
export const barHeight = 1.75;
export const figuresHeight = 5.6;
/** A row of pictures: the frames, and the words under them. */
export const pictureHeight = 18;
export const pictureWords = 2.8;
/** Blank between columns of blocks, in em. */
export const sideGap = 1.4;

/** Lines that a text takes in a cell so many em wide. */
export const linesIn = (text: string, cellEms: number): number => linesWithin(text, Math.max(1, cellEms - 2 * cellSide - 0.12));

export const rowEms = (lines: number, { line, padding }: Density): number => lines * line + 2 * padding + 0.08;

/** No column takes more of a table because of one word in it. */
const mostForOne = 0.4;
/** A head so short stands on one line. */
const shortHead = 2;
/** Texts so short, in em, stand on one line where other columns have room to spare. */
const shortLine = 10;

/** Widths of columns, of which each has what it needs where the others have it to spare. In any unit. */
export function sharedOut(wide: readonly number[], needed: readonly number[]): readonly number[] {
  const lacks = wide.map((width, at) => Math.max(0, (needed[at] ?? 0) - width));
  const spare = wide.map((width, at) => Math.max(0, width - (needed[at] ?? 0)));
  const lack = lacks.reduce((sum, each) => sum + each, 0);
  const most = spare.reduce((sum, each) => sum + each, 0);
  if (lack === 0 || most === 0) return wide;
  const moved = Math.min(lack, most);
  return wide.map((width, at) => width + ((lacks[at] ?? 0) * moved) / lack - ((spare[at] ?? 0) * moved) / most);
}

/** What a column needs so that nothing is broken in it that should stay whole, and so that all of its texts stand on one line; in em, without the blank at its sides. */
export interface Wanted {
  readonly whole: number;
  readonly line: number;
}

export function wantedBy(head: string, texts: Iterable<string>): Wanted {
  const long = emsOf(head);
  let whole = [...head].length <= shortHead ? long : 0;
  // A head stands on two lines, a very long one on three.
  let line = Math.max(whole, Math.ceil(long / (long > shortLine ? 3 : 2)));
  for (const text of texts) {
    whole = Math.max(whole, widestPart(text));
    line = Math.max(line, widestLine(text));
  }
  return { whole, line };
}

/** Widths of columns as what stands in them wants them. `sides`: blank at both sides of a cell; all in the same unit as `em`, which is an em in it. */
export function settledWidths(wide: readonly number[], wanted: readonly Wanted[], { em, sides }: { readonly em: number; readonly sides: number }): readonly number[] {
  const most = wide.reduce((sum, each) => sum + each, 0) * mostForOne;
  const whole = wanted.map((each) => Math.min(each.whole * em + sides, most));
  // A column of longer texts keeps what it has.
  const line = wanted.map((each, at) => (each.line > shortLine ? Math.max(wide[at] ?? 0, whole[at] ?? 0) : each.line * em + sides));
  return sharedOut(sharedOut(wide, line), whole);
}

const wantedIn = new WeakMap<TableBlock, readonly Wanted[]>();

function wantedOf(table: TableBlock): readonly Wanted[] {
  const known = wantedIn.get(table);
  if (known) return known;
  const wanted = table.columns.map(({ head }, at) => wantedBy(head, table.rows.map((row) => row[at] ?? '')));
  wantedIn.set(table, wanted);
  return wanted;
}

/** The block with columns as wide as what stands in them: what a table is laid out with, on all its pages. */
export function settled<T extends Block>(block: T, pageEms: number): T;
export function settled(block: Block, pageEms: number): Block {
  if (block.kind === 'side') return { ...block, columns: block.columns.map((column) => column.map((each) => settled(each, sideEms(block.columns.length, pageEms)))) };
  if (block.kind !== 'table') return block;
  const room = block.twice ? pageEms / 2 : pageEms;
  const wide = roomsOf(block, room);
  const widths = settledWidths(wide, wantedOf(block), { em: 1, sides: 2 * cellSide + 0.16 });
  return widths === wide ? block : { ...block, columns: block.columns.map((column, at) => ({ ...column, share: widths[at] ?? column.share })) };
}

/** How wide each column of a table is, in em. */
export function roomsOf({ columns }: TableBlock, pageEms: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / shares) * pageEms);
}

/** How wide each column of blocks is, in em. */
export const sideEms = (columns: number, pageEms: number): number => (pageEms - sideGap * (columns - 1)) / columns;

/** Height of a block on a page so many em wide, in em. */
export function blockEms(block: Block, pageEms: number, density: Density): number {
  if (block.kind === 'note') return linesIn(block.text, pageEms) * density.line + 0.8;
  if (block.kind === 'figures') return figuresHeight;
  if (block.kind === 'chart') return headHeight + block.bars.length * barHeight + 0.6;
  if (block.kind === 'side') {
    const room = sideEms(block.columns.length, pageEms);
    return Math.max(...block.columns.map((blocks) => blocks.reduce((sum, each) => sum + blockEms(each, room, density), 0)));
  }
  const heading = block.heading === undefined ? 0.6 : headHeight + 0.6;
  if (block.kind === 'pictures') return heading + rowsOfPictures(block).length * (pictureHeight + pictureWords);
  if (block.kind === 'facts') {
    return rowsOfPairs(block).reduce((sum, row) => {
      const wide = row[0]?.wide ?? false;
      const room = wide ? pageEms - labelEms : pageEms / block.across - labelEms;
      return sum + rowEms(Math.max(...row.map(({ label, value }) => Math.max(linesIn(value, room), linesIn(label, labelEms)))), density);
    }, heading);
  }
  const { columns, rows } = doubled(block);
  const rooms = roomsOf(doubled(block), pageEms);
  const rowLines = (cells: readonly string[]): number => Math.max(1, ...cells.map((cell, at) => linesIn(cell, rooms[at] ?? 1)));
  return [columns.map((column) => column.head), ...rows].reduce((sum, row) => sum + rowEms(rowLines(row), density), heading);
}

export interface Room {
  readonly points: number;
  /** Width and height of what the blocks have, in em of that size. */
  readonly width: number;
  readonly height: number;
  readonly density: Density;
}

/** A title stands on one line: as large as the paper has it, or as small as it must be. */
export const titlePoints = ({ title, ...paper }: Paper): number => {
  const size = sizeOf(paper);
  return Math.min(size.title, (size.width - 2 * size.marginX) / mmOfPoint / ((emsOf(title) + 0.5) * 1.1));
};

/** Lines of the text under the title: two texts that share one line, or wrap each in its part of it. */
const underLines = ({ left, right, ...paper }: Paper): number => {
  const size = sizeOf(paper);
  const room = (size.width - 2 * size.marginX) / mmOfPoint / underSize;
  const ems = emsOf(left) + emsOf(right) + 2;
  return ems <= room ? 1 : Math.ceil(ems / room) + 1;
};

/** What a page leaves its blocks at each size of type that the paper allows, largest first and closest last: the page less title, line under it, and foot. */
export function roomsFor(paper: Paper): readonly Room[] {
  const size = sizeOf(paper);
  const largest = paper.largest ?? size.points[0] ?? smallestOnWall;
  const smallest = Math.min(paper.smallest ?? smallestOnWall, largest);
  const height = size.height - size.marginTop - size.marginBottom - titlePoints(paper) * mmOfPoint * 1.4 - underLines(paper) * underSize * mmOfPoint * loose.line - 5;
  const room = (points: number, density: Density): Room => ({ points, width: (size.width - 2 * size.marginX) / (points * mmOfPoint), height: height / (points * mmOfPoint), density });
  const allowed = size.points.filter((points) => points >= smallest && points <= largest);
  return [...allowed.map((points) => room(points, loose)), ...allowed.slice(-1).map((points) => room(points, tight))];
}
