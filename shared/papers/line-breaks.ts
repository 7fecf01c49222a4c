/** Signs with which no line begins, and with which none ends: they stay with what stands before or behind them. */
const stays = /[、，。；：！？）〕》〉」』】”’…—·％%‰℃/)\],.;:!?}~-]/;
const leads = /[（〔《〈「『【“‘([{＋+－−¥￥$□☐☑]/;
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

/** Names, and most words that stand alone in a cell. */
const shortText = 4;

interface Piece {
  readonly width: number;
  /** Where the piece ends in its line. */
  readonly end: number;
}

/** A number with what it counts, and a box to tick with its words: they stay on one line where a line has room for them. */
const together = /\d ?(?:万元|亿元|平方米|平方公里|公里|千瓦|个月|个工作日|周岁|人次|户次|分钟|小时|季度|[元万亿人户个名岁年月日号亩米次天条张份处项分页件套家])|[□☐☑][^ □☐☑]+/gu;

/** Between which characters of a line no break is wanted. */
function joinsOf(line: string, room: number): ReadonlySet<number> {
  const joins = new Set<number>();
  for (const { 0: text, index } of line.matchAll(together)) {
    // Figures before the last one belong to the number, too.
    let from = index;
    while (from > 0 && /[\d,.]/.test(line[from - 1] ?? '')) from--;
    if (emsOf(line.slice(from, index + text.length)) > room) continue;
    for (let at = index + 1; at < index + text.length; at++) joins.add(at);
  }
  return joins;
}

/** A line of text in pieces that are not broken, blanks between words pieces of their own. */
function piecesOf(line: string, room: number): Piece[] {
  const pieces: Piece[] = [];
  const joins = joinsOf(line, room);
  let before = '';
  let end = 0;
  for (const character of line) {
    const width = widthOf(character);
    const sticks = before !== '' && (joins.has(end) || stays.test(character) || leads.test(before) || (joined.test(before) && joined.test(character)) || (/[./,:-]/.test(before) && joined.test(character)));
    end += character.length;
    const last = pieces.at(-1);
    if (last && sticks) pieces[pieces.length - 1] = { width: last.width + width, end };
    else pieces.push({ width, end });
    before = character;
  }
  return pieces;
}

const isBlank = (line: string, start: number, end: number): boolean => end === start + 1 && line[start] === ' ';

/** Where a line is broken so that each part has room, as a browser breaks Chinese (line-break: strict). */
function breaksIn(line: string, room: number): number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  const turn = (): void => {
    breaks.push(start);
    used = 0;
  };
  for (const { width, end } of piecesOf(line, room)) {
    // A blank hangs behind its line.
    if (used > 0 && used + width > room && !isBlank(line, start, end)) turn();
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

/** How wide the widest part of a text is that should not be broken: a number with its unit, a day, a name or another text of a few characters. In em. */
export function widestPart(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    if (line.length <= shortText) widest = Math.max(widest, emsOf(line));
    else {
      for (const { width } of piecesOf(line, Infinity)) widest = Math.max(widest, width);
      for (const item of line.split(/(?<=、)/)) if (item.length <= shortText + 1) widest = Math.max(widest, emsOf(item));
    }
  }
  return widest;
}

/** How wide the longest line of a text is, in em. */
export const widestLine = (text: string): number => text.split('\n').reduce((widest, line) => Math.max(widest, emsOf(line)), 0);

/** Lines that a text takes on a line so many em wide. */
export function linesWithin(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += breaksIn(line, room).length + 1;
  return lines;
}

/** Blanks at which a line was broken are seen on neither side of it. */
const cutAt = (line: string, breaks: readonly number[]): string[] =>
  breaks.length === 0 ? [line] : [...breaks, line.length].map((end, at) => line.slice(breaks[at - 1] ?? 0, end)).map((part, at, parts) => (at < parts.length - 1 ? part.replace(/ +$/, '') : part)).map((part, at) => (at > 0 ? part.replace(/^ +/, '') : part));

/** The lines themselves. */
export const brokenWithin = (text: string, room: number): string[] => text.split('\n').flatMap((line) => cutAt(line, breaksIn(line, room)));

/** Above so many lines, and in longer texts, a cell is read like running text and broken like it. */
const mostLines = 5;
const mostCharacters = 120;
/** A room so wide is read like running text: its last line may be shorter than the others. */
const wideRoom = 14;
/** What breaks cost, against a line that is wholly empty: within a word, within an item of a list as short as a name. */
const withinWord = 0.5;
const withinItem = 0.5;
const atWord = 0.08;
const loneCharacter = 0.6;

let segmenter: Intl.Segmenter | undefined;
/** Words that the machine's dictionary parts. */
const ofTheTrade = /扶贫|脱贫|减贫|致贫|带贫|返贫|贫困户|低保|特困|帮扶|危房|劳动力|责任人|脱贫户|养老保险|合作社|未解决|户主|参保|村委会|街道办|办事处|民政局|医保局|农村局|建设局/g;

/** What a break before each place of a line costs. */
function costsOf(line: string): (at: number) => number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = new Set(Array.from(segmenter.segment(line), ({ index }) => index));
  for (const { 0: word, index } of line.matchAll(ofTheTrade)) for (let at = index + 1; at < index + word.length; at++) words.delete(at);
  const items = new Set<number>();
  for (const { 0: item, index } of line.matchAll(/[^、，；：（）\s]+/gu)) if (item.length <= 4) for (let at = index + 1; at < index + item.length; at++) items.add(at);
  return (at) => (/[、，。；：） ]/.test(line[at - 1] ?? '') ? 0 : words.has(at) ? atWord : withinWord) + (items.has(at) ? withinItem : 0);
}

/** The best of the ways to break a line into as few lines as it needs: of like lengths, at words, no character alone. */
function evenly(line: string, room: number, lines: number): number[] | null {
  const pieces = piecesOf(line, room);
  if (pieces.some(({ width }) => width > room)) return null;
  const cost = costsOf(line);
  const ends = pieces.map(({ end }) => end);
  const starts = [0, ...ends];
  const sums = [0];
  for (const { width } of pieces) sums.push((sums.at(-1) ?? 0) + width);
  const widthOfPart = (from: number, to: number): number => {
    let [first, last] = [from, to];
    while (first < last && isBlank(line, starts[first] ?? 0, starts[first + 1] ?? 0)) first++;
    while (last > first && isBlank(line, starts[last - 1] ?? 0, starts[last] ?? 0)) last--;
    return (sums[last] ?? 0) - (sums[first] ?? 0);
  };
  const count = pieces.length;
  // best[n][i]: what it costs at least to set the first i pieces on n lines, and where the last of these begins.
  let best: { cost: number; breaks: readonly number[] }[] = [{ cost: 0, breaks: [] }];
  for (let n = 1; n <= lines; n++) {
    const next: { cost: number; breaks: readonly number[] }[] = [];
    for (let to = n; to <= count; to++) {
      if (n === lines && to < count) continue;
      for (let from = to - 1; from >= n - 1; from--) {
        const before = best[from];
        const width = widthOfPart(from, to);
        if (width > room) break;
        if (!before) continue;
        const last = n === lines;
        const slack = last && room > wideRoom ? 0 : ((room - width) / room) ** 2;
        const total = before.cost + slack + (from > 0 ? cost(starts[from] ?? 0) : 0) + (last && width < 2 ? loneCharacter : 0);
        if (total < (next[to]?.cost ?? Infinity)) next[to] = { cost: total, breaks: from > 0 ? [...before.breaks, starts[from] ?? 0] : before.breaks };
      }
    }
    best = next;
  }
  return best[count]?.breaks.slice() ?? null;
}

const known = new Map<string, readonly string[]>();
const mostKnown = 5000;

/** The lines of a cell: as many as `linesWithin` tells, of like lengths, broken at words where that can be. */
export function evenWithin(text: string, room: number): readonly string[] {
  const lines = brokenWithin(text, room);
  if (lines.length === 1) return lines;
  const key = `${room.toFixed(3)} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const made = text.split('\n').flatMap((line) => {
    const breaks = breaksIn(line, room);
    if (breaks.length === 0 || breaks.length >= mostLines || line.length > mostCharacters) return cutAt(line, breaks);
    return cutAt(line, evenly(line, room, breaks.length + 1) ?? breaks);
  });
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
}
