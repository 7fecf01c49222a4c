import { closeSync, openSync, readSync } from 'node:fs';

/** A TrueType font on disk: which glyph a character is, how wide it is, and its outline when it is asked for. */
export interface TrueType {
  readonly path: string;
  /** As its maker calls it, without blanks: NotoSerifSC-Regular. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** Whether its maker allows that documents carry it. */
  readonly mayEmbed: boolean;
  /** 0: it has no such character. */
  glyphOf(codePoint: number): number;
  /** In units. */
  widthOf(glyph: number): number;
  /** Outlines of glyphs, in their order. */
  outlines(glyphs: readonly number[]): Buffer[];
  /** A whole table; empty where the font has none. */
  table(tag: string): Buffer;
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

class Reader {
  readonly #file: number;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
  }

  at(offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    const read = readSync(this.#file, bytes, 0, length, offset);
    if (read !== length) throw new Error('the font ends too early');
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function tablesOf(reader: Reader): Map<string, Place> {
  const head = reader.at(0, 16);
  // A collection of several fonts begins with their places; the first is taken.
  const start = head.toString('latin1', 0, 4) === 'ttcf' ? head.readUInt32BE(12) : 0;
  const count = reader.at(start, 12).readUInt16BE(4);
  const list = reader.at(start + 12, count * 16);
  return new Map(Array.from({ length: count }, (_, at) => [list.toString('latin1', at * 16, at * 16 + 4), { offset: list.readUInt32BE(at * 16 + 8), length: list.readUInt32BE(at * 16 + 12) }]));
}

/** Characters of the font's own list: the one of all of Unicode where it has one, else that of the first 65,536. */
function charactersOf(cmap: Buffer): (codePoint: number) => number {
  let basic = -1;
  let whole = -1;
  for (let at = 0; at < cmap.readUInt16BE(2); at++) {
    const offset = cmap.readUInt32BE(8 + at * 8);
    const format = cmap.readUInt16BE(offset);
    if (format === 12) whole = offset;
    if (format === 4) basic = offset;
  }
  if (whole >= 0) return (codePoint) => inGroups(cmap, whole, codePoint);
  if (basic >= 0) return (codePoint) => inSegments(cmap, basic, codePoint);
  throw new Error('the font has no list of characters that is known here');
}

function inGroups(cmap: Buffer, offset: number, codePoint: number): number {
  let low = 0;
  let high = cmap.readUInt32BE(offset + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = offset + 16 + middle * 12;
    const first = cmap.readUInt32BE(group);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
    else return cmap.readUInt32BE(group + 8) + codePoint - first;
  }
  return 0;
}

function inSegments(cmap: Buffer, offset: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const twice = cmap.readUInt16BE(offset + 6);
  for (let at = 0; at < twice; at += 2) {
    if (codePoint > cmap.readUInt16BE(offset + 14 + at)) continue;
    const first = cmap.readUInt16BE(offset + 16 + twice + at);
    if (codePoint < first) return 0;
    const delta = cmap.readUInt16BE(offset + 16 + 2 * twice + at);
    const rangeAt = offset + 16 + 3 * twice + at;
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.readUInt16BE(rangeAt + range + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** The name for PostScript, which PDF takes. */
function nameOf(table: Buffer): string {
  const texts = table.readUInt16BE(4);
  for (let at = 0; at < table.readUInt16BE(2); at++) {
    const record = 6 + at * 12;
    if (table.readUInt16BE(record + 6) !== 6) continue;
    const from = texts + table.readUInt16BE(record + 10);
    const said = table.subarray(from, from + table.readUInt16BE(record + 8)).toString('latin1').replaceAll(/[^A-Za-z0-9-]/g, '');
    if (said !== '') return said;
  }
  return 'Font';
}

/** Opens a font with outlines in the table `glyf`; throws where it has none or is damaged. */
export function openTrueType(path: string): TrueType {
  const reader = new Reader(path);
  try {
    const places = tablesOf(reader);
    const read = (tag: string): Buffer => {
      const place = places.get(tag);
      return place ? reader.at(place.offset, place.length) : Buffer.alloc(0);
    };
    const glyf = places.get('glyf');
    const [head, hhea, hmtx, loca, cmap, os2] = ['head', 'hhea', 'hmtx', 'loca', 'cmap', 'OS/2'].map(read);
    if (!glyf || !head?.length || !hhea?.length || !hmtx?.length || !loca?.length || !cmap?.length) throw new Error('the font lacks a table');
    const long = head.readInt16BE(50) === 1;
    const placeOf = (glyph: number): number => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
    const measured = hhea.readUInt16BE(34);
    const restrictions = os2 && os2.length >= 10 ? os2.readUInt16BE(8) & 0xf : 0;
    return {
      path,
      name: nameOf(read('name')),
      unitsPerEm: head.readUInt16BE(18),
      ascent: hhea.readInt16BE(4),
      descent: hhea.readInt16BE(6),
      box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
      mayEmbed: restrictions !== 2,
      glyphOf: charactersOf(cmap),
      widthOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4),
      outlines(glyphs) {
        const again = new Reader(path);
        try {
          return glyphs.map((glyph) => again.at(glyf.offset + placeOf(glyph), placeOf(glyph + 1) - placeOf(glyph)));
        } finally {
          again.close();
        }
      },
      table(tag) {
        const place = places.get(tag);
        const again = new Reader(path);
        try {
          return place ? again.at(place.offset, place.length) : Buffer.alloc(0);
        } finally {
          again.close();
        }
      },
    };
  } finally {
    reader.close();
  }
}
