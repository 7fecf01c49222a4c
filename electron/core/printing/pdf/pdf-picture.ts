import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfObjects } from './pdf-objects.ts';

/** A picture as a PDF takes it; `turned`: how a camera held it, 1 to 8 as EXIF counts. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly turned: number;
  write(pdf: PdfObjects): number;
}

const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** How the camera was held, from the first directory of EXIF; 1 where it does not say. */
function turnedIn(exif: Buffer): number {
  if (exif.toString('latin1', 0, 4) !== 'Exif' || exif.length < 16) return 1;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  for (let at = 0; at < two(first); at++) {
    const entry = first + 2 + at * 12;
    if (entry + 12 > tiff.length) return 1;
    if (two(entry) === 0x0112) return Math.min(8, Math.max(1, two(entry + 8)));
  }
  return 1;
}

/** A JPEG goes in as it is. */
function jpeg(bytes: Buffer): PdfPicture | null {
  let turned = 1;
  let adobe = false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1) turned = turned === 1 ? turnedIn(bytes.subarray(at + 4, at + 2 + length)) : turned;
    if (marker === 0xee) adobe = true;
    if (frames.has(marker)) {
      const [height, width, parts] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7), bytes[at + 9] ?? 0];
      const space = parts === 1 ? '/DeviceGray' : parts === 3 ? '/DeviceRGB' : parts === 4 ? '/DeviceCMYK' : null;
      if (space === null || width === 0 || height === 0) return null;
      // Four inks are stored turned round by the programs that write them.
      const inverted = parts === 4 && adobe ? '/Decode[1 0 1 0 1 0 1 0]' : '';
      return { width, height, turned, write: (pdf) => pdf.stream(bytes, `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace${space}${inverted}/Filter/DCTDecode`, true) };
    }
    at += 2 + length;
  }
  return null;
}

interface Png {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly palette: Buffer;
  readonly data: Buffer;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function readPng(bytes: Buffer): Png | null {
  let head: Buffer | null = null;
  let palette = Buffer.alloc(0);
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') head = body;
    if (kind === 'PLTE') palette = Buffer.from(body);
    if (kind === 'IDAT') data.push(body);
    at += 12 + length;
  }
  // One that is sent in seven passes is left to the browser.
  if (!head || head.length < 13 || head[12] !== 0 || channels[head[9] ?? 9] === undefined) return null;
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), depth: head[8] ?? 8, colour: head[9] ?? 0, palette, data: Buffer.concat(data) };
}

/** The rows of a PNG without the filters by which they are packed. */
function unfiltered({ width, height, depth, colour, data }: Png): Buffer {
  const raw = inflateSync(data);
  const step = Math.max(1, ((channels[colour] ?? 1) * depth) >> 3);
  const row = Math.ceil((width * (channels[colour] ?? 1) * depth) / 8);
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const left = x >= step ? (out[y * row + x - step] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * row + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[(y - 1) * row + x - step] ?? 0) : 0;
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? nearest(left, up, corner) : 0;
      out[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** A picture that lets the ground through, on white as on paper. */
function onWhite(png: Png): Buffer {
  const rows = unfiltered(png);
  const bytes = png.depth / 8;
  const parts = (channels[png.colour] ?? 2) - 1;
  const out = Buffer.alloc(png.width * png.height * parts);
  for (let at = 0; at < png.width * png.height; at++) {
    const from = at * (parts + 1) * bytes;
    const cover = (rows[from + parts * bytes] ?? 255) / 255;
    for (let part = 0; part < parts; part++) out[at * parts + part] = Math.round((rows[from + part * bytes] ?? 0) * cover + 255 * (1 - cover));
  }
  return out;
}

/** The points of a PNG, row by row, each as its channels; null where it is of a kind that is not read here. */
export function pointsOfPng(bytes: Buffer): { readonly width: number; readonly height: number; readonly rows: Buffer } | null {
  const read = readPng(bytes);
  return read && { width: read.width, height: read.height, rows: unfiltered(read) };
}

function png(bytes: Buffer): PdfPicture | null {
  const read = readPng(bytes);
  if (!read) return null;
  const { width, height, depth, colour, palette, data } = read;
  const words = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}`;
  if (colour === 4 || colour === 6) return { width, height, turned: 1, write: (pdf) => pdf.stream(deflateSync(onWhite(read)), `${words}/BitsPerComponent 8/ColorSpace${colour === 4 ? '/DeviceGray' : '/DeviceRGB'}/Filter/FlateDecode`, true) };
  const space = colour === 3 ? `[/Indexed/DeviceRGB ${palette.length / 3 - 1}<${palette.toString('hex')}>]` : colour === 2 ? '/DeviceRGB' : '/DeviceGray';
  return { width, height, turned: 1, write: (pdf) => pdf.stream(data, `${words}/BitsPerComponent ${depth}/ColorSpace${space}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${channels[colour]}/BitsPerComponent ${depth}/Columns ${width}>>`, true) };
}

/** A picture in a data: address; null where it is of a kind that a PDF does not take as it is. */
export function pictureOf(source: string): PdfPicture | null {
  const [, type, packed] = /^data:([a-z/]+);base64,(.*)$/s.exec(source) ?? [];
  if (packed === undefined) return null;
  const bytes = Buffer.from(packed, 'base64');
  try {
    return type === 'image/jpeg' ? jpeg(bytes) : type === 'image/png' ? png(bytes) : null;
  } catch {
    // Damaged: whoever can show a part of it does.
    return null;
  }
}
