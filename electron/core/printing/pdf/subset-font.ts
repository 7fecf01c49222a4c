import type { TrueType } from './true-type.ts';

const composite = { words: 0x1, scale: 0x8, more: 0x20, scaleBoth: 0x40, twoByTwo: 0x80 } as const;

/** The glyphs that a composed glyph is made of: where each of their numbers stands in its outline. */
function partsOf(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  for (let at = 10; ; ) {
    const flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & composite.words ? 4 : 2) + (flags & composite.twoByTwo ? 8 : flags & composite.scaleBoth ? 4 : flags & composite.scale ? 2 : 0);
    if (!(flags & composite.more)) return places;
  }
}

/** Outlines of the wanted glyphs, and behind them of those that they are composed of, numbered anew. */
function outlinesOf(font: TrueType, wanted: readonly number[]): { readonly glyphs: number[]; readonly outlines: Buffer[] } {
  const glyphs = [...wanted];
  const outlines = font.outlines(glyphs);
  const added = new Map<number, number>();
  for (let at = 0; at < outlines.length; at++) {
    const outline = outlines[at];
    if (!outline) continue;
    for (const place of partsOf(outline)) {
      const part = outline.readUInt16BE(place);
      let number = added.get(part);
      if (number === undefined) {
        number = glyphs.length;
        added.set(part, number);
        glyphs.push(part);
        outlines.push(...font.outlines([part]));
      }
      outline.writeUInt16BE(number, place);
    }
  }
  return { glyphs, outlines };
}

const padded = (bytes: Buffer): Buffer => (bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))]));

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function fileOf(tables: ReadonlyMap<string, Buffer>): Buffer {
  const list = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(list.length));
  const head = Buffer.alloc(12 + list.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(list.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((list.length - 2 ** power) * 16, 10);
  let offset = head.length;
  const bodies = list.map(([tag, bytes], at) => {
    const body = padded(bytes);
    head.write(tag, 12 + at * 16, 'latin1');
    head.writeUInt32BE(checksum(body), 16 + at * 16);
    head.writeUInt32BE(offset, 20 + at * 16);
    head.writeUInt32BE(bytes.length, 24 + at * 16);
    offset += body.length;
    return body;
  });
  return Buffer.concat([head, ...bodies]);
}

/** A font of those glyphs alone, numbered as they come; the first must be 0, which stands for what is missing. */
export function subsetFont(font: TrueType, wanted: readonly number[]): Buffer {
  const { glyphs, outlines } = outlinesOf(font, wanted);
  const bodies = outlines.map(padded);
  const loca = Buffer.alloc((bodies.length + 1) * 4);
  let end = 0;
  bodies.forEach((body, at) => {
    end += body.length;
    loca.writeUInt32BE(end, (at + 1) * 4);
  });
  const hmtx = Buffer.alloc(glyphs.length * 4);
  glyphs.forEach((glyph, at) => {
    hmtx.writeUInt16BE(font.widthOf(glyph), at * 4);
    const outline = outlines[at];
    // The left edge of the outline is where it begins.
    if (outline && outline.length >= 10) hmtx.writeInt16BE(outline.readInt16BE(2), at * 4 + 2);
  });
  const [head, hhea, maxp] = [font.table('head'), font.table('hhea'), font.table('maxp')];
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  hhea.writeUInt16BE(glyphs.length, 34);
  maxp.writeUInt16BE(glyphs.length, 4);
  const tables = new Map([['head', head], ['hhea', hhea], ['maxp', maxp], ['hmtx', hmtx], ['loca', loca], ['glyf', Buffer.concat(bodies)]]);
  for (const tag of ['cvt ', 'fpgm', 'prep']) if (font.table(tag).length > 0) tables.set(tag, font.table(tag));
  const file = fileOf(tables);
  file.writeUInt32BE((0xb1b0afba - checksum(padded(file))) >>> 0, headAt(file) + 8);
  return file;
}

function headAt(file: Buffer): number {
  for (let at = 12; ; at += 16) if (file.toString('latin1', at, at + 4) === 'head') return file.readUInt32BE(at + 8);
}
