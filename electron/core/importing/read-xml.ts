import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damagedFile } from './read-refusals.ts';
import { MalformedXml } from './read-xml-scanner.ts';
import type { XmlScanner } from './read-xml-scanner.ts';
import type { ZipParts } from './read-zip.ts';

/** Parts other than worksheets and shared strings: a workbook with thousands of styles stays below. */
const smallPart = 64 * 1024 ** 2;

export interface XmlElement {
  /** Name without its prefix; which prefix a writer chooses says nothing. */
  readonly name: string;
  readonly parent: string;
  attribute(localName: string): string | undefined;
}

/** Every opening element of a small part, through saxes, which checks that the part is well formed. */
export async function readElements(zip: ZipParts, part: string, file: string, onElement: (element: XmlElement) => void): Promise<void> {
  const incomplete = (): Error => damagedFile(file, `部件 ${part} 的内容不完整`);
  const text = decodeWhole(await zip.whole(part, smallPart), incomplete);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: string[] = [];
  let failure: Error | undefined;
  parser.on('error', (error) => (failure ??= error));
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes);
    onElement({ name: tag.local, parent: open.at(-1) ?? '', attribute: (local) => attributes.find((one) => one.local === local)?.value });
    open.push(tag.local);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (failure) throw incomplete();
}

/** Runs a large part through a scanner, and lets the caller look in after every piece. */
export async function* scanPart(zip: ZipParts, part: string, file: string, scanner: XmlScanner, signal?: AbortSignal): AsyncGenerator<void> {
  const decode = new XmlDecoder();
  try {
    for await (const piece of zip.bytes(part, signal)) {
      scanner.write(decode.write(piece));
      yield;
    }
    scanner.end();
  } catch (error) {
    if (error instanceof MalformedXml) throw damagedFile(file, `部件 ${part} 的内容不完整`);
    throw error;
  }
}

function decodeWhole(bytes: Buffer, incomplete: () => Error): string {
  try {
    return new XmlDecoder().write(bytes).replace(/^\uFEFF/, '');
  } catch {
    throw incomplete();
  }
}

/** Decodes XML bytes piecewise: UTF-8 unless a byte order mark or the declaration says otherwise. */
class XmlDecoder {
  #other: TextDecoder | undefined;
  #started = false;
  #rest: Buffer = Buffer.alloc(0);

  write(piece: Buffer): string {
    if (!this.#started) {
      this.#started = true;
      const label = encodingOf(piece);
      if (label) this.#other = new TextDecoder(label);
    }
    if (this.#other) return this.#other.decode(piece, { stream: true });
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece;
    const whole = wholeCharacters(bytes);
    this.#rest = Buffer.from(bytes.subarray(whole));
    const complete = bytes.subarray(0, whole);
    // The whole-buffer decoder is several times faster than TextDecoder's streaming one.
    if (!isUtf8(complete)) throw new MalformedXml('not UTF-8');
    return complete.toString('utf8');
  }
}

function encodingOf(start: Buffer): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const label = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start.toString('latin1', 0, 200))?.[1]?.toLowerCase();
  if (label === undefined || label === 'utf-8' || label === 'utf8') return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new MalformedXml('unknown encoding');
  }
}

/** Length up to the last whole UTF-8 character: at most three bytes of an unfinished one follow. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < width ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
