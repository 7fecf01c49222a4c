import { damagedFile } from '../importing/read-refusals.ts';

/**
 * A part of a document as a tree that forgets nothing: what is not touched is written again byte for byte — white space, quotes, order of
 * attributes, prefixes, comments. A tag is held as it was written, and only what is set in it is written anew.
 */
export class XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly prefix: string;
  children: XmlNode[] = [];
  #tag: string;
  #end: string;
  #empty: boolean;

  constructor(tag: string, empty: boolean, end = '') {
    const [, prefix = '', name = ''] = /^<(?:([^\s:/>]+):)?([^\s/>]+)/.exec(tag) ?? [];
    this.name = name;
    this.prefix = prefix;
    this.#tag = tag;
    this.#end = end;
    this.#empty = empty;
  }

  /** A new element beside this one, of the same prefix. */
  beside(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlNode[] = []): XmlElement {
    const called = this.prefix === '' ? name : `${this.prefix}:${name}`;
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
    const made = new XmlElement(`<${called}${written}/>`, true);
    if (children.length > 0) made.children = [...children];
    return made;
  }

  close(end: string): void {
    this.#end = end;
  }

  get(attribute: string): string | undefined {
    const found = attributeOf(this.#tag, attribute);
    return found === undefined ? undefined : unescapeXml(found.slice(1, -1));
  }

  /** The attribute of a name under whatever prefix: r:id, d3p1:id. */
  prefixed(name: string): string | undefined {
    return new RegExp(`\\s([\\w.-]+:${name})\\s*=`).exec(this.#tag)?.[1];
  }

  set(attribute: string, value: string): void {
    const before = attributeOf(this.#tag, attribute);
    const written = `"${escapeXml(value)}"`;
    if (before === undefined) this.#tag = this.#tag.replace(/\s*\/?>$/, (end) => ` ${attribute}=${written}${end.trim()}`);
    else if (before.slice(1, -1) !== written.slice(1, -1)) this.#tag = this.#tag.replace(attributePattern(attribute), (_, lead: string) => `${lead}${written}`);
  }

  unset(attribute: string): void {
    this.#tag = this.#tag.replace(attributePattern(attribute), '');
  }

  elements(name?: string): XmlElement[] {
    return this.children.filter((child): child is XmlElement => child instanceof XmlElement && (name === undefined || child.name === name));
  }

  first(name: string): XmlElement | undefined {
    return this.elements(name)[0];
  }

  /** All elements of a name below this one, in the order of the document. */
  all(name: string): XmlElement[] {
    return this.elements().flatMap((child) => [...(child.name === name ? [child] : []), ...child.all(name)]);
  }

  /** The text that stands directly in it. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? textOf(child) : '')).join('');
  }

  set text(text: string) {
    this.children = text === '' ? [] : [escapeXml(text)];
  }

  copy(): XmlElement {
    const made = new XmlElement(this.#tag, this.#empty, this.#end);
    made.children = this.children.map((child) => (typeof child === 'string' ? child : child.copy()));
    return made;
  }

  toString(): string {
    const inner = this.children.join('');
    if (this.#tag === '') return inner;
    if (inner === '') return this.#empty ? this.#tag : `${this.#tag}${this.#end}`;
    return this.#empty ? `${this.#tag.replace(/\s*\/>$/, '>')}${inner}</${this.prefix === '' ? '' : `${this.prefix}:`}${this.name}>` : `${this.#tag}${inner}${this.#end}`;
  }
}

/** An element, or whatever stands between elements as it is written. */
export type XmlNode = XmlElement | string;

const patterns = new Map<string, RegExp>();
/** Made once: a sheet asks for the same few attributes a million times. */
function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(\\s${name.replaceAll('.', '\\.')}\\s*=\\s*)("[^"]*"|'[^']*')`)));
  return pattern;
}
const attributeOf = (tag: string, name: string): string | undefined => attributePattern(name).exec(tag)?.[2];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
/** Characters that no document of XML may hold. */
// oxlint-disable-next-line no-control-regex -- these are what is meant
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
export const escapeXml = (text: string): string => text.replace(impossible, '').replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const textOf = (written: string): string =>
  written.replace(/<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|([^<]+)/gs, (_, raw: string | undefined, plain: string | undefined) => raw ?? (plain === undefined ? '' : unescapeXml(plain)));

const piece = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!(?:[^>[]|\[[^\]]*\])*>|<\/[^>]*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/gsy;

/** Deeper than any document of an office. */
const deepest = 400;

/** A part as a tree whose root holds the document's element and what stands around it. */
export function parseXml(source: string, file: string): XmlElement {
  const root = new XmlElement('', true);
  const open: XmlElement[] = [root];
  piece.lastIndex = 0;
  let at = 0;
  while (at < source.length) {
    const found = piece.exec(source)?.[0];
    const inside = open.at(-1);
    if (found === undefined || inside === undefined) throw damagedFile(file);
    at = piece.lastIndex;
    if (!found.startsWith('<') || found.startsWith('<!') || found.startsWith('<?')) {
      inside.children.push(found);
    } else if (found.startsWith('</')) {
      const name = /^<\/([^\s>]+)/.exec(found)?.[1];
      if (open.length < 2 || name !== (inside.prefix === '' ? inside.name : `${inside.prefix}:${inside.name}`)) throw damagedFile(file);
      inside.close(found);
      open.pop();
    } else {
      const empty = found.endsWith('/>');
      const element = new XmlElement(found, empty);
      inside.children.push(element);
      if (!empty) open.push(element);
      if (open.length > deepest) throw damagedFile(file);
    }
  }
  if (open.length !== 1) throw damagedFile(file);
  return root;
}
