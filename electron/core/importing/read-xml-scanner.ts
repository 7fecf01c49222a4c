/**
 * A pushed XML scanner for the two hot parts of a workbook, worksheets and shared strings.
 *
 * A general SAX parser makes an object an element and a string an attribute; on six million cells that is most of
 * the reading time. This one hands out element names as numbers and finds attribute values only when asked. It
 * knows prefixes, entities, CDATA, comments and processing instructions, checks that elements nest, and refuses a
 * DOCTYPE (OOXML forbids it, and entity bombs need it). A test holds it against saxes on random documents.
 */
export interface XmlHandler {
  /** An element opens; an empty element is followed by its close at once. Attributes can be asked for only here. */
  open(name: number, scanner: XmlScanner): void;
  close(name: number): void;
  /** Character data, decoded; called only while `scanner.wantsText` is set. May come in several pieces. */
  text(text: string): void;
}

export class MalformedXml extends Error {}

/** Longest single tag or text; Excel allows 32,767 characters in a cell. */
const longestToken = 16 * 1024 ** 2;
const maximumDepth = 256;
const maximumAttributes = 64;

const bang = 33, quote = 34, apostrophe = 39, slash = 47, colon = 58, equals = 61, greater = 62, question = 63, less = 60;

/** The number of a local name: exact up to four ASCII letters, a negative hash beyond. */
export function nameNumber(name: string): number {
  let number = 0;
  for (let at = 0; at < name.length; at += 1) number = step(number, name.charCodeAt(at));
  return finish(number, name.length);
}
const step = (number: number, code: number): number => (Math.imul(number, 128) + code) | 0;
const finish = (number: number, length: number): number => (length > 4 ? mix(number, length) | 0x80000000 : number);
const mix = (number: number, length: number): number => Math.imul(number ^ (number >>> 15) ^ length, 0x2c1b3c6d);

export class XmlScanner {
  wantsText = false;
  readonly #handler: XmlHandler;
  #text = '';
  #rest = '';
  #depth = 0;
  #seenRoot = false;
  readonly #open = new Int32Array(maximumDepth);
  #attributes = 0;
  readonly #attributeNames = new Int32Array(maximumAttributes);
  readonly #attributeStarts = new Int32Array(maximumAttributes);
  readonly #attributeEnds = new Int32Array(maximumAttributes);

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    this.#text = this.#rest === '' ? piece : this.#rest + piece;
    const stop = this.#scan();
    this.#rest = stop < this.#text.length ? this.#text.slice(stop) : '';
    if (this.#rest.length > longestToken) throw new MalformedXml('token too long');
    this.#text = '';
  }

  end(): void {
    if (!this.#seenRoot || this.#depth > 0 || this.#rest.trim() !== '') throw new MalformedXml('ends too early');
  }

  /** Position of the wanted attribute's value in the present tag, for `codeAt`; -1 when it is not there. */
  find(name: number): number {
    for (let at = 0; at < this.#attributes; at += 1) if (this.#attributeNames[at] === name) return at;
    return -1;
  }
  attributeStart(found: number): number {
    return this.#attributeStarts[found] as number;
  }
  attributeEnd(found: number): number {
    return this.#attributeEnds[found] as number;
  }
  codeAt(position: number): number {
    return this.#text.charCodeAt(position);
  }
  attribute(name: number): string | undefined {
    const found = this.find(name);
    return found < 0 ? undefined : decodeEntities(this.#text.slice(this.attributeStart(found), this.attributeEnd(found)));
  }

  /** Scans whole tokens; answers where the first unfinished one starts. */
  #scan(): number {
    const text = this.#text;
    let at = 0;
    for (;;) {
      if (text.charCodeAt(at) !== less) {
        const next = text.indexOf('<', at);
        if (next < 0) return at;
        if (this.wantsText) this.#handler.text(decodeText(text.slice(at, next)));
        at = next;
      }
      const code = text.charCodeAt(at + 1);
      let end: number;
      if (code === slash) end = this.#closeTag(at + 2);
      else if (code === question) end = after(text, '?>', at);
      else if (code === bang) end = this.#declaration(at);
      else if (code !== code) return at;
      else end = this.#openTag(at + 1);
      if (end < 0) return at;
      at = end;
    }
  }

  #declaration(at: number): number {
    const text = this.#text;
    if (text.length < at + 9) return -1;
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (!text.startsWith('<![CDATA[', at)) throw new MalformedXml('declaration');
    const end = text.indexOf(']]>', at + 9);
    if (end < 0) return -1;
    if (this.wantsText) this.#handler.text(lineBreaks(text.slice(at + 9, end)));
    return end + 3;
  }

  #closeTag(start: number): number {
    const text = this.#text;
    const end = text.indexOf('>', start);
    if (end < 0) return -1;
    let number = 0;
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === colon) {
        number = 0;
        length = 0;
      } else if (code > 32) {
        number = step(number, code);
        length += 1;
      } else break;
    }
    number = finish(number, length);
    if (this.#depth === 0 || this.#open[this.#depth - 1] !== number) throw new MalformedXml('close without open');
    this.#depth -= 1;
    this.#handler.close(number);
    return end + 1;
  }

  #openTag(start: number): number {
    const text = this.#text;
    let at = start;
    let number = 0;
    let length = 0;
    let code = text.charCodeAt(at);
    for (; code > 32 && code !== greater && code !== slash; code = text.charCodeAt(++at)) {
      if (code === colon) {
        number = 0;
        length = 0;
      } else {
        number = step(number, code);
        length += 1;
      }
    }
    if (code !== code) return -1;
    if (length === 0) throw new MalformedXml('tag without a name');
    number = finish(number, length);
    at = code === greater ? at : this.#readAttributes(at);
    if (at < 0) return -1;
    const empty = text.charCodeAt(at) === slash;
    if (empty && text.charCodeAt(at + 1) !== greater) {
      if (at + 1 >= text.length) return -1;
      throw new MalformedXml('stray slash');
    }
    if (code === greater) this.#attributes = 0;
    if (this.#depth === 0 && this.#seenRoot) throw new MalformedXml('second root');
    this.#seenRoot = true;
    this.#handler.open(number, this);
    if (empty) {
      this.#handler.close(number);
      return at + 2;
    }
    if (this.#depth === maximumDepth) throw new MalformedXml('nested too deep');
    this.#open[this.#depth++] = number;
    return at + 1;
  }

  /** From after the name to the closing `>` or `/`; -1 when the tag is not whole yet. */
  #readAttributes(from: number): number {
    const text = this.#text;
    let at = from;
    let count = 0;
    for (;;) {
      let code = text.charCodeAt(at);
      while (code <= 32) code = text.charCodeAt(++at);
      if (code !== code) return -1;
      if (code === greater || code === slash) break;
      let number = 0;
      let length = 0;
      for (; code > 32 && code !== equals; code = text.charCodeAt(++at)) {
        if (code === greater || code === less) throw new MalformedXml('attribute without a value');
        number = step(number, code);
        length += 1;
      }
      while (code <= 32 || code === equals) code = text.charCodeAt(++at);
      if (code !== code) return -1;
      if (code !== quote && code !== apostrophe) throw new MalformedXml('attribute without quotes');
      const end = text.indexOf(code === quote ? '"' : "'", at + 1);
      if (end < 0) return -1;
      if (count < maximumAttributes) {
        this.#attributeNames[count] = finish(number, length);
        this.#attributeStarts[count] = at + 1;
        this.#attributeEnds[count] = end;
        count += 1;
      }
      at = end + 1;
    }
    this.#attributes = count;
    return at;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** XML reads any line break as one line feed; a carriage return that is meant is written as &#13;. */
const lineBreaks = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
const decodeText = (text: string): string => decodeEntities(lineBreaks(text));

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const known = named[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const code = /^#x[0-9a-f]+$/i.test(name) ? parseInt(name.slice(2), 16) : /^#[0-9]+$/.test(name) ? parseInt(name.slice(1), 10) : NaN;
    if (!(code <= 0x10ffff) || !whole.endsWith(';')) throw new MalformedXml('unknown entity');
    return String.fromCodePoint(code);
  });
}
