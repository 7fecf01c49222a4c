import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damagedFile } from './read-refusals.ts';
import { MalformedXml } from './read-xml-scanner.ts';
import type { XmlScanner } from './read-xml-scanner.ts';
import type { ZipParts } from './read-zip.ts';

/** Parts other than worksheets and shared strings: a workbook with sixty thousand styles stays below. */
const smallPart = 16 * 1024 ** 2;
/** saxes looks through all open elements for each namespace. */
const maximumDepth = 256;

export interface XmlElement {
  /** Name without its prefix; which prefix a writer chooses says nothing. */
  readonly name: string;
  readonly parent: string;
  attribute(localName: string): string | undefined;
}

/** Every opening element of a small part, through saxes, which checks that the part is well formed. */
export async function readElements(zip: ZipParts, part: string, file: string, onElement: (element: XmlElement) => void): Promise<void> {
  const incomplete = (): Error => damagedFile(file, `里面的 ${part} 不完整`);
  const text = decodeWhole(await zip.whole(part, smallPart), incomplete);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: string[] = [];
  // At the first error: twenty million zero bytes would make as many errors.
  parser.on('error', () => {
    throw incomplete();
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes);
    onElement({ name: tag.local, parent: open.at(-1) ?? '', attribute: (local) => attributes.find((one) => one.local === local)?.value });
    if (open.push(tag.local) > maximumDepth) throw incomplete();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
}

/** Runs a large part through a scanner, and lets the caller look in after every piece. */
export async function* scanPart(zip: ZipParts, part: string, file: string, scanner: XmlScanner, signal?: AbortSignal): AsyncGenerator<void> {
  let other: TextDecoder | undefined;
  let started = false;
  try {
    for await (const piece of zip.bytes(part, signal)) {
      if (!started) {
        started = true;
        other = decoderOf(piece);
      }
      scanner.write(other ? Buffer.from(other.decode(piece, { stream: true })) : piece);
      yield;
    }
    if (other) scanner.write(Buffer.from(other.decode()));
    scanner.end();
  } catch (error) {
    if (error instanceof MalformedXml) throw damagedFile(file, `里面的 ${part} 不完整`);
    throw error;
  }
}

function decodeWhole(bytes: Buffer, incomplete: () => Error): string {
  try {
    const other = decoderOf(bytes);
    if (!other && !isUtf8(bytes)) throw new MalformedXml('not UTF-8');
    return (other ? other.decode(bytes) : bytes.toString('utf8')).replace(/^\uFEFF/, '');
  } catch {
    throw incomplete();
  }
}

/** What decodes XML that is not UTF-8: so says a byte order mark, or its declaration. */
function decoderOf(start: Buffer): TextDecoder | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const label = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start.toString('latin1', 0, 200))?.[1]?.toLowerCase();
  // Whoever can read "UTF-16" here byte by byte is not looking at UTF-16.
  if (label === undefined || label.startsWith('utf')) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    throw new MalformedXml('unknown encoding');
  }
}
