import { blockEms, labelEms, linesIn, roomsFor, roomsOf, settled, type Density, type Room } from './fit.ts';
import { doubled, rowsOfPairs, rowsOfPictures, type Block, type FactsBlock, type Paper, type PicturesBlock, type TableBlock } from './paper.ts';

/** One printed page of a paper. */
export interface Page {
  readonly paper: Paper;
  readonly points: number;
  readonly density: Density;
  /** Width of what the blocks have, in em. */
  readonly ems: number;
  readonly blocks: readonly Block[];
  /** 1 is the first page of the paper. */
  readonly part: number;
  readonly parts: number;
  /** Something on it is too large for any page: a defect of the paper, not of what it is about. */
  readonly over: boolean;
}

const again = (heading: string | undefined) => (heading === undefined ? {} : { heading: heading.endsWith('（续）') ? heading : `${heading}（续）` });

/** The first part of a text that takes at most so many lines. */
function partOf(text: string, room: number, lines: number): string {
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (linesIn(characters.slice(0, middle).join(''), room) <= lines) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, Math.max(1, low)).join('');
}

const linesFor = (ems: number, { line, padding }: Density): number => Math.max(1, Math.floor((ems - 2 * padding - 0.08) / line));

type Cut<T> = readonly [head: T | null, tail: T];

/** As many of the rows as fit, at least one; the rest goes on over the page under the same heads. */
function cutTable(table: TableBlock, page: Room, left: number, whole: boolean): Cut<TableBlock> {
  const step = table.twice ? 2 : 1;
  const headed = (rows: TableBlock['rows'], summed: boolean): TableBlock => ({ ...table, rows, summed });
  const fits = (count: number): boolean => blockEms(headed(table.rows.slice(0, count), false), page.width, page.density) <= left;
  let count = 0;
  while (count + step <= table.rows.length && fits(count + step)) count += step;
  const tail = (rows: TableBlock['rows']): TableBlock => ({ ...headed(rows, table.summed ?? false), ...again(table.heading) });
  if (count > 0) return [headed(table.rows.slice(0, count), false), tail(table.rows.slice(count))];
  const [first, ...others] = table.rows;
  if (!whole || !first) return [null, table];
  // One row taller than a page: each of its texts goes on in a row below.
  const rooms = roomsOf(doubled(table), page.width);
  const lines = linesFor(left - blockEms(headed([], false), page.width, page.density), page.density);
  const now = first.map((cell, at) => partOf(cell, rooms[at] ?? 1, lines));
  return [headed([now], false), tail([first.map((cell, at) => cell.slice(now[at]?.length ?? 0)), ...others])];
}

function cutFacts(facts: FactsBlock, page: Room, left: number, whole: boolean): Cut<FactsBlock> {
  const rows = rowsOfPairs(facts);
  const upTo = (count: number): FactsBlock => ({ ...facts, pairs: rows.slice(0, count).flat() });
  let count = 0;
  while (count < rows.length && blockEms(upTo(count + 1), page.width, page.density) <= left) count++;
  const tail = (pairs: FactsBlock['pairs']): FactsBlock => ({ ...facts, ...again(facts.heading), pairs });
  if (count > 0) return [upTo(count), tail(rows.slice(count).flat())];
  const [first = [], ...others] = rows;
  if (!whole) return [null, facts];
  const wide = first[0]?.wide ?? false;
  const room = wide ? page.width - labelEms : page.width / facts.across - labelEms;
  const lines = linesFor(left - blockEms({ ...facts, pairs: [] }, page.width, page.density), page.density);
  const now = first.map((pair) => ({ ...pair, value: partOf(pair.value, room, lines) }));
  const later = first.map((pair, at) => ({ ...pair, value: pair.value.slice(now[at]?.value.length ?? 0) }));
  return [{ ...facts, pairs: now }, tail([...later, ...others.flat()])];
}

/** A row of pictures is never halved. */
function cutPictures(block: PicturesBlock, page: Room, left: number): Cut<PicturesBlock> {
  const rows = rowsOfPictures(block);
  const upTo = (count: number): PicturesBlock => ({ ...block, pictures: rows.slice(0, count).flat() });
  let count = 0;
  while (count < rows.length && blockEms(upTo(count + 1), page.width, page.density) <= left) count++;
  return count === 0 ? [null, block] : [upTo(count), { ...block, ...again(block.heading), pictures: rows.slice(count).flat() }];
}

/** What of a block stands in `left` em; `whole`: the page is empty yet, something must. */
function cut(block: Block, page: Room, left: number, whole: boolean): Cut<Block> {
  if (block.kind === 'table') return cutTable(block, page, left, whole);
  if (block.kind === 'facts') return cutFacts(block, page, left, whole);
  if (block.kind === 'pictures') return cutPictures(block, page, left);
  if (block.kind === 'note' && whole) {
    const now = partOf(block.text, page.width, Math.max(1, Math.floor((left - 0.8) / page.density.line)));
    return [{ ...block, text: now }, { ...block, text: block.text.slice(now.length) }];
  }
  return [null, block];
}

/** A block is kept together where that costs less than a third of a page. */
const keepsTogether = (needed: number, page: Room): boolean => needed <= page.height / 3;

function split(blocks: readonly Block[], page: Room): { pages: Block[][]; over: boolean } {
  const pages: Block[][] = [[]];
  let left = page.height;
  let over = false;
  const turn = (): void => {
    pages.push([]);
    left = page.height;
  };
  for (const block of blocks) {
    let rest: Block = block;
    for (;;) {
      const open = pages.at(-1) ?? [];
      const needed = blockEms(rest, page.width, page.density);
      if (needed <= left) {
        open.push(rest);
        left -= needed;
        break;
      }
      if (open.length > 0 && keepsTogether(needed, page)) {
        turn();
        continue;
      }
      const [head, tail] = cut(rest, page, left, open.length === 0);
      if (head === null && open.length === 0) {
        open.push(rest);
        over = true;
        left = 0;
        break;
      }
      if (head !== null) open.push(head);
      rest = tail;
      turn();
    }
  }
  return { pages, over };
}

const printed = (block: Block): Block => (block.kind === 'table' ? doubled(block) : block);

/** The pages of a paper: one at the largest type at which everything stands on it, else as many as the smallest needs. Nothing is cut off. */
export function layOut(paper: Paper): Page[] {
  const rooms = roomsFor(paper);
  const page = (blocks: readonly Block[], room: Room, part: number, parts: number, over: boolean): Page => ({ paper, points: room.points, density: room.density, ems: room.width, blocks: blocks.map(printed), part, parts, over });
  for (const room of rooms) {
    const blocks = paper.blocks.map((block) => settled(block, room.width));
    if (blocks.reduce((sum, block) => sum + blockEms(block, room.width, room.density), 0) <= room.height) return [page(blocks, room, 1, 1, false)];
  }
  // What needs several pages has room enough.
  const smallest = rooms.at(-2);
  if (!smallest) throw new Error(`Paper ${paper.key} allows no size of type`);
  const { pages, over } = split(paper.blocks.map((block) => settled(block, smallest.width)), smallest);
  return pages.map((blocks, at) => page(blocks, smallest, at + 1, pages.length, over));
}
