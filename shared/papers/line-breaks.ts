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

/** A text in pieces that are not broken, each with its width; blanks between them are pieces of their own. */
function piecesOf(line: string): number[] {
  const pieces: number[] = [];
  let open = false;
  let before = '';
  for (const character of line) {
    const width = widthOf(character);
    const sticks = before !== '' && (stays.test(character) || leads.test(before) || (joined.test(before) && joined.test(character)) || (/[./,:-]/.test(before) && joined.test(character)));
    const last = pieces.length - 1;
    if (open && sticks) pieces[last] = (pieces[last] ?? 0) + width;
    else pieces.push(width);
    open = true;
    before = character;
  }
  return pieces;
}

/** Lines that a text takes on a line so many em wide, as a browser breaks Chinese (line-break: strict). */
export function linesWithin(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    lines++;
    for (const piece of piecesOf(line)) {
      if (used > 0 && used + piece > room) {
        lines++;
        used = 0;
      }
      if (piece <= room) used += piece;
      else {
        // Broken where the line ends: a character is never halved, so that each line may lack one.
        const each = Math.max(1, room - 1);
        lines += Math.ceil(piece / each) - 1;
        used = room;
      }
    }
  }
  return lines;
}
