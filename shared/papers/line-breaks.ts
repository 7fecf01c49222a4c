/** Signs with which no line begins, and with which none ends: they stay with what stands before or behind them. */
const stays = /[、，。；：！？）》」】”’…—·％%‰℃/)\],.;:!?}~-]/;
const leads = /[（《「【“‘([{＋+－−¥￥$]/;
/** Letters and digits that are broken between lines only where a line has no room for them at all. */
const joined = /[\p{Script=Latin}\p{N}_@&#*=<>^|\\'"]/u;

/** Widths in em of the shipped types, the wider of Song and Hei: Chinese characters and full-width signs are one. */
function widthOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x2000) return 1;
  if (/[MWmw@%&]/.test(character)) return 0.98;
  if (/[A-Z]/.test(character)) return 0.76;
  if (/[ ,.:;'|!il]/.test(character)) return 0.33;
  return /[0-9*]/.test(character) ? 0.57 : 0.62;
}

export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems;
}

interface Piece {
  readonly width: number;
  /** Where the piece ends in its line. */
  readonly end: number;
}

/** A line of text in pieces that are not broken, blanks between words pieces of their own. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let before = '';
  let end = 0;
  for (const character of line) {
    const width = widthOf(character);
    end += character.length;
    const sticks = before !== '' && (stays.test(character) || leads.test(before) || (joined.test(before) && joined.test(character)) || (/[./,:-]/.test(before) && joined.test(character)));
    const last = pieces.at(-1);
    if (last && sticks) pieces[pieces.length - 1] = { width: last.width + width, end };
    else pieces.push({ width, end });
    before = character;
  }
  return pieces;
}

/** Where a line is broken so that each part has room, as a browser breaks Chinese (line-break: strict). */
function breaksIn(line: string, room: number): number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  const turn = (): void => {
    breaks.push(start);
    used = 0;
  };
  for (const { width, end } of piecesOf(line)) {
    if (used > 0 && used + width > room) turn();
    if (width <= room) used += width;
    else {
      // A word longer than a line is broken where the line ends, and nothing stands behind it.
      for (const character of line.slice(start, end)) {
        const wide = widthOf(character);
        if (used > 0 && used + wide > room) turn();
        used += wide;
        start += character.length;
      }
      used = room;
    }
    start = end;
  }
  return breaks;
}

/** Lines that a text takes on a line so many em wide. */
export function linesWithin(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += breaksIn(line, room).length + 1;
  return lines;
}

/** The lines themselves. */
export const brokenWithin = (text: string, room: number): string[] =>
  text.split('\n').flatMap((line) => {
    const breaks = breaksIn(line, room);
    return [...breaks, line.length].map((end, at) => line.slice(breaks[at - 1] ?? 0, end));
  });
