import { tooLargeFile } from './read-refusals.ts';
import { nameNumber, XmlScanner } from './read-xml-scanner.ts';
import type { XmlHandler } from './read-xml-scanner.ts';
import { scanPart } from './read-xml.ts';
import type { ZipParts } from './read-zip.ts';

/** Shared strings stay in memory for as long as the workbook is open. */
const largestTable = 512 * 1024 ** 2;

const stringItem = nameNumber('si');
const textOf = nameNumber('t');
const phonetic = nameNumber('rPh');

class StringCollector implements XmlHandler {
  readonly strings: string[] = [];
  #text = '';
  #insidePhonetic = false;

  open(name: number, scanner: XmlScanner): void {
    if (name === stringItem) this.#text = '';
    else if (name === phonetic) this.#insidePhonetic = true;
    scanner.wantsText = name === textOf && !this.#insidePhonetic;
    this.#scanner = scanner;
  }
  #scanner: XmlScanner | undefined;

  close(name: number): void {
    if (this.#scanner) this.#scanner.wantsText = false;
    if (name === stringItem) this.strings.push(unescapeXstring(this.#text));
    else if (name === phonetic) this.#insidePhonetic = false;
  }
  text(scanner: XmlScanner): void {
    const text = scanner.characters();
    this.#text = this.#text === '' ? text : this.#text + text;
  }
}

/** The table of shared strings: the runs of rich text joined, phonetic guides left out. */
export async function readSharedStrings(zip: ZipParts, part: string, file: string, signal?: AbortSignal): Promise<readonly string[]> {
  if (zip.size(part) > largestTable) throw tooLargeFile(file, '文字内容超过 512 MB');
  const collector = new StringCollector();
  const scanner = new XmlScanner(collector);
  for await (const _ of scanPart(zip, part, file, scanner, signal));
  return collector.strings;
}

/** Strings keep characters that XML cannot hold as _xHHHH_ (ECMA-376 part 1, 22.9.2.19). */
export function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
