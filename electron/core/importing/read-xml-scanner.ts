import { isUtf8 } from 'node:buffer';

/**
 * A pushed XML scanner for the two hot parts of a workbook, worksheets and shared strings.
 *
 * A general SAX parser makes an object an element and a string an attribute; on six million cells that is most of
 * the reading time. This one looks at the UTF-8 bytes themselves, hands out element names as numbers, and finds attribute values
 * and makes texts only when asked. It
 * knows prefixes, entities, CDATA, comments and processing instructions, checks that elements nest, and refuses a
 * DOCTYPE (OOXML forbids it, and entity bombs need it). A test holds it against saxes on random documents.
 */
export interface XmlHandler {
  /** An element opens; an empty element is followed by its close at once. Attributes can be asked for only here. */
  open(name: number, scanner: XmlScanner): void;
  close(name: number): void;
  /** Character data; called only while `scanner.wantsText` is set. May come in several pieces. `scanner.characters()` is what it says. */
  text(scanner: XmlScanner): void;
}

export class MalformedXml extends Error {}

/** Longest single tag or text; Excel allows 32,767 characters in a cell. */
const longestToken = 16 * 1024 ** 2;
const maximumDepth = 256;
const maximumAttributes = 64;

const dash = 45, bracket = 91;
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

const nothing: Buffer = Buffer.alloc(0);
/** The next tag is mostly nearer than this; beyond it the engine's own search is quicker. */
const nearby = 48;

export class XmlScanner {
  wantsText = false;
  /** What is being looked at; attributes and characters are places in it. It never changes: whoever keeps it may look later. */
  bytes: Buffer = nothing;
  /** Where the present characters stand. */
  from = 0;
  to = 0;
  /** Whether they stand as they are, so that no entity is one. */
  verbatim = false;
  readonly #handler: XmlHandler;
  #rest: Buffer = nothing;
  /** Pieces that came after what was left over. */
  #waiting: Buffer[] = [];
  #waitingLength = 0;
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

  /** Bytes of UTF-8, cut anywhere. They must not change afterwards. */
  write(piece: Buffer): void {
    if (this.#rest.length === 0) return this.#run(piece);
    this.#waiting.push(piece);
    this.#waitingLength += piece.length;
    // A token that goes on over many pieces is looked at again when as much has come as there was: else it would be copied for each of them.
    if (this.#waitingLength >= this.#rest.length) this.#goOn();
  }

  #goOn(): void {
    const [first = nothing] = this.#waiting;
    const piece = this.#waiting.length === 1 ? first : Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingLength = 0;
    // What was left over ends with the next tag; the rest of the piece need not be copied.
    const end = piece.indexOf(greater) + 1;
    this.#run(Buffer.concat([this.#rest, end > 0 ? piece.subarray(0, end) : piece]));
    if (end > 0 && end < piece.length) this.#run(this.#rest.length === 0 ? piece.subarray(end) : Buffer.concat([this.#rest, piece.subarray(end)]));
  }

  end(): void {
    if (this.#waitingLength > 0) this.#goOn();
    if (!this.#seenRoot || this.#depth > 0 || this.#rest.some((byte) => byte > 32)) throw new MalformedXml('ends too early');
  }

  /** Which attribute of the present tag it is, for `attributeStart` and `attributeEnd`; -1 when it is not there. */
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
  attribute(name: number): string | undefined {
    const found = this.find(name);
    return found < 0 ? undefined : decodeEntities(this.bytes.toString('utf8', this.attributeStart(found), this.attributeEnd(found)));
  }

  /** The present characters, decoded. */
  characters(): string {
    return charactersIn(this.bytes, this.from, this.to, this.verbatim);
  }

  #run(bytes: Buffer): void {
    this.bytes = bytes;
    const stop = this.#scan();
    // Up to the end of a token: no character is torn.
    if (!isUtf8(bytes.subarray(0, stop))) throw new MalformedXml('not UTF-8');
    this.#rest = stop < bytes.length ? bytes.subarray(stop) : nothing;
    if (this.#rest.length > longestToken) throw new MalformedXml('token too long');
  }

  /** Scans whole tokens; answers where the first unfinished one starts. */
  #scan(): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = 0;
    for (;;) {
      if (at >= length) return at;
      if (bytes[at] !== less) {
        const next = before(bytes, at);
        if (next < 0) return at;
        if (this.wantsText) this.#text(at, next, false);
        at = next;
      }
      if (at + 1 >= length) return at;
      const code = bytes[at + 1] as number;
      let end: number;
      if (code === slash) end = this.#closeTag(at + 2);
      else if (code === question) end = after(bytes, '?>', at);
      else if (code === bang) end = this.#declaration(at);
      else end = this.#openTag(at + 1);
      if (end < 0) return at;
      at = end;
    }
  }

  #text(from: number, to: number, verbatim: boolean): void {
    this.from = from;
    this.to = to;
    this.verbatim = verbatim;
    this.#handler.text(this);
  }

  #declaration(at: number): number {
    const { bytes } = this;
    if (bytes.length < at + 9) return -1;
    if (bytes[at + 2] === dash && bytes[at + 3] === dash) return after(bytes, '-->', at + 4);
    if (bytes[at + 2] !== bracket || bytes.toString('latin1', at, at + 9) !== '<![CDATA[') throw new MalformedXml('declaration');
    const end = bytes.indexOf(']]>', at + 9);
    if (end < 0) return -1;
    if (this.wantsText) this.#text(at + 9, end, true);
    return end + 3;
  }

  #closeTag(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start;
    let number = 0;
    let letters = 0;
    for (; at < length; at += 1) {
      const code = bytes[at] as number;
      if (code <= 32 || code === greater) break;
      if (code === colon) {
        number = 0;
        letters = 0;
      } else {
        number = step(number, code);
        letters += 1;
      }
    }
    while (at < length && bytes[at] !== greater) at += 1;
    if (at >= length) return -1;
    number = finish(number, letters);
    if (this.#depth === 0 || this.#open[this.#depth - 1] !== number) throw new MalformedXml('close without open');
    this.#depth -= 1;
    this.#handler.close(number);
    return at + 1;
  }

  #openTag(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start;
    let number = 0;
    let letters = 0;
    let code = 0;
    for (; at < length; at += 1) {
      code = bytes[at] as number;
      if (code <= 32 || code === greater || code === slash) break;
      if (code === colon) {
        number = 0;
        letters = 0;
      } else {
        number = step(number, code);
        letters += 1;
      }
    }
    if (at >= length) return -1;
    if (letters === 0) throw new MalformedXml('tag without a name');
    number = finish(number, letters);
    if (code === greater) this.#attributes = 0;
    else at = this.#readAttributes(at);
    if (at < 0) return -1;
    const empty = bytes[at] === slash;
    if (empty && bytes[at + 1] !== greater) {
      if (at + 1 >= length) return -1;
      throw new MalformedXml('stray slash');
    }
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
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    let count = 0;
    for (;;) {
      while (at < length && (bytes[at] as number) <= 32) at += 1;
      if (at >= length) return -1;
      let code = bytes[at] as number;
      if (code === greater || code === slash) break;
      let number = 0;
      let letters = 0;
      for (; code > 32 && code !== equals; code = bytes[at] as number) {
        if (code === greater || code === less) throw new MalformedXml('attribute without a value');
        number = step(number, code);
        letters += 1;
        at += 1;
        if (at >= length) return -1;
      }
      while (code <= 32 || code === equals) {
        at += 1;
        if (at >= length) return -1;
        code = bytes[at] as number;
      }
      if (code !== quote && code !== apostrophe) throw new MalformedXml('attribute without quotes');
      const begin = at + 1;
      at = begin;
      while (at < length && bytes[at] !== code) at += 1;
      if (at >= length) return -1;
      if (count < maximumAttributes) {
        this.#attributeNames[count] = finish(number, letters);
        this.#attributeStarts[count] = begin;
        this.#attributeEnds[count] = at;
        count += 1;
      }
      at += 1;
    }
    this.#attributes = count;
    return at;
  }
}

/** Where the next `<` stands; -1 where there is none. */
function before(bytes: Buffer, from: number): number {
  const near = Math.min(from + nearby, bytes.length);
  for (let at = from; at < near; at += 1) if (bytes[at] === less) return at;
  return bytes.indexOf(less, near);
}

function after(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Characters that a scanner came upon, decoded. */
export const charactersIn = (bytes: Buffer, from: number, to: number, verbatim: boolean): string => {
  const text = bytes.toString('utf8', from, to);
  return verbatim ? lineBreaks(text) : decodeEntities(lineBreaks(text));
};

/** XML reads any line break as one line feed; a carriage return that is meant is written as &#13;. */
const lineBreaks = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

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
