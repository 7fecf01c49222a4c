import type { MergedCells } from './read-sheet.ts';
import type { ZipParts } from './read-zip.ts';

/** Larger sheets are exports of a system, which merge nothing; unpacking them twice would be felt. */
const largestSearched = 64 * 1024 ** 2;
const largestTail = 16 * 1024 ** 2;
const mostRanges = 200_000;
/** Room for `</prefix:sheetData>` torn between two pieces. */
const carried = 64;

const endOfData = 'sheetData>';

/** Where the rows of the sheet have ended: behind `</sheetData>` with any prefix; -1 while they have not. */
function behindRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(endOfData); at >= 0; at = bytes.indexOf(endOfData, at + 1)) {
    if (/<\/(?:[\w.-]+:)?$/.test(bytes.toString('latin1', Math.max(0, at - carried), at))) return at + endOfData.length;
  }
  return -1;
}

const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The cells of a worksheet that are merged over several rows. They are told behind the rows, so the part is unpacked once
 * more and only its end is looked at.
 */
export async function readMerges(zip: ZipParts, part: string, signal?: AbortSignal): Promise<readonly MergedCells[]> {
  if (zip.size(part) > largestSearched) return [];
  let tail: Buffer = Buffer.alloc(0);
  let ended = false;
  for await (const piece of zip.bytes(part, signal)) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
    const end = ended ? -1 : behindRows(bytes);
    if (end >= 0) ended = true;
    tail = Buffer.from(end >= 0 ? bytes.subarray(end) : ended ? bytes : bytes.subarray(-carried));
    if (tail.length > largestTail) return [];
  }
  if (!ended) return [];
  const ranges: MergedCells[] = [];
  for (const [, left = '', top, , bottom] of tail.toString('utf8').matchAll(/<(?:[\w.-]{1,30}:)?mergeCell\s[^>]{0,200}?ref\s?=\s?["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g)) {
    if (Number(bottom) > Number(top)) ranges.push({ column: columnOf(left), top: Number(top), bottom: Number(bottom) });
    if (ranges.length > mostRanges) return [];
  }
  return ranges;
}
