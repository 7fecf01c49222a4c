import type { Draw } from '../../electron/core/samples/draw.ts';
import type { ZipMember } from '../fixtures/workbooks/make-zip.ts';
import { repeated, type Mutation } from './mutation.ts';
import { bufferOf, withContent, zipMembers } from './zip-members.ts';

const numbers = ['0', '-1', '1.5', '1e3', '1048576', '1048577', '99999999999', '1e308', 'NaN', '', ' 7 ', '٣', '4294967295'];
const references = ['A1', 'A0', 'XFD1', 'ZZZZZZ1', 'A99999999999', '1A', '', 'A', '$B$2', 'a1', 'R1C1', '中1'];
const types = ['s', 'str', 'inlineStr', 'b', 'e', 'd', 'n', '', 'x'];

/** A match somewhere: the first one behind a place that is drawn, else the first one. */
const anyOf = (text: string, pattern: RegExp, draw: Draw): RegExpExecArray | undefined => {
  pattern.lastIndex = draw.whole(0, text.length);
  const found = pattern.exec(text);
  if (found) return found;
  pattern.lastIndex = 0;
  return pattern.exec(text) ?? undefined;
};
const replaceAt = (text: string, start: number, length: number, by: string): string => text.slice(0, start) + by + text.slice(start + length);

type XmlChange = (xml: string, draw: Draw) => string | null;

const changes: readonly (readonly [name: string, weight: number, change: XmlChange])[] = [
  [
    'an attribute',
    6,
    (xml, draw) => {
      const found = anyOf(xml, /\s(\w[\w:]*)="([^"]*)"/g, draw);
      if (!found) return null;
      const name = found[1] ?? '';
      const value = draw.pick(name === 'r' ? references : name === 't' ? types : numbers);
      return replaceAt(xml, found.index, found[0].length, draw.chance(0.1) ? '' : ` ${name}="${value}"`);
    },
  ],
  [
    'a text',
    4,
    (xml, draw) => {
      const found = anyOf(xml, />([^<>]+)</g, draw);
      return found ? replaceAt(xml, found.index + 1, found[0].length - 2, draw.pick([...numbers, '&#0;', '&#x110000;', '&amp', '&#xD800;', '_x0000_', '_xD83D_', ']]>', '\uFFFF', 'x'.repeat(40_000), '是'])) : null;
    },
  ],
  [
    'a tag gone',
    3,
    (xml, draw) => {
      const found = anyOf(xml, /<[^>]*>/g, draw);
      return found ? replaceAt(xml, found.index, found[0].length, '') : null;
    },
  ],
  [
    'a tag many times',
    3,
    (xml, draw) => {
      const found = anyOf(xml, /<[^>]*>/g, draw);
      return found ? replaceAt(xml, found.index, 0, repeated(found[0], draw.pick([1, 2, 100, 20_000]))) : null;
    },
  ],
  [
    'an element many times',
    4,
    (xml, draw) => {
      const found = anyOf(xml, /<(\w[\w:]*)\b[^>]*?(?:\/>|>[^<>]*<\/\1>)|<(row|si|table:table-row)\b[^>]*>.*?<\/\2>/gs, draw);
      return found ? replaceAt(xml, found.index, 0, repeated(found[0], draw.pick([1, 3, 200, 5000]))) : null;
    },
  ],
  [
    'rows in another order',
    2,
    (xml, draw) => {
      const rows = [...xml.matchAll(/<(?:\w+:)?row\b[^>]*>.*?<\/(?:\w+:)?row>/gs)].map(([row]) => row);
      const [first] = rows;
      if (first === undefined || rows.length < 3) return null;
      const start = xml.indexOf(first);
      const all = rows.join('');
      return xml.includes(all) ? replaceAt(xml, start, all.length, draw.shuffled(rows).join('')) : null;
    },
  ],
  [
    'deep nesting',
    1,
    (xml, draw) => {
      const found = anyOf(xml, /<(\w[\w:]*)[^>]*>/g, draw);
      const depth = draw.pick([10, 300, 5000, 100_000]);
      const name = draw.pick([found?.[1] ?? 'a', 'a', 'c', 'row', 'is']);
      return found ? replaceAt(xml, found.index, 0, `<${name}>`.repeat(depth) + (draw.chance(0.5) ? `</${name}>`.repeat(depth) : '')) : null;
    },
  ],
  ['a giant count', 1, (xml, draw) => (/<(sst|cellXfs|sheets|mergeCells)/.test(xml) ? xml.replace(/<(sst|cellXfs|sheets|mergeCells)\b/, `<$1 count="${draw.pick(numbers)}" uniqueCount="4294967295"`) : null)],
  ['entities', 1, (xml) => xml.replace(/(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>').replace(/>([^<>]+)</, '>&b;&c;<')],
  ['a comment, CDATA or instruction', 2, (xml, draw) => {
    const found = anyOf(xml, /<[^>]*>/g, draw);
    return found ? replaceAt(xml, found.index, 0, draw.pick(['<!-- -- -->', '<![CDATA[<row>]]>', '<?x <row?>', '<!--', '<![CDATA[', '<', '&', ']]>', '\0', '\x01'])) : null;
  }],
  ['merged cells', 1, (xml, draw) => (xml.includes('</sheetData>') ? xml.replace('</sheetData>', `</sheetData><mergeCells>${Array.from({ length: draw.whole(1, 300) }, () => `<mergeCell ref="${draw.pick(['A', 'B', 'XFD', 'ZZZ'])}${draw.whole(0, 9)}:${draw.pick(['A', 'C', 'XFD'])}${draw.pick([3, 9, 1_048_576, 9_999_999])}"/>`).join('')}</mergeCells>`) : null)],
];

const encodings: readonly (readonly [string, (xml: string) => Buffer])[] = [
  ['said to be GBK', (xml) => Buffer.from(xml.replace(/encoding="[^"]*"/, 'encoding="GBK"'))],
  ['said to be nothing known', (xml) => Buffer.from(xml.replace(/encoding="[^"]*"/, 'encoding="x-klingon"'))],
  ['UTF-16', (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
  ['UTF-16 without a mark', (xml) => Buffer.from(xml, 'utf16le')],
  ['Latin', (xml) => Buffer.from(xml, 'latin1')],
  ['with a mark', (xml) => Buffer.from(`\uFEFF${xml}`)],
];

function onXml(change: (xml: string, draw: Draw) => string | Uint8Array | null): Mutation['apply'] {
  return ({ bytes }, draw) => {
    const members = zipMembers(bytes);
    if (!members) return null;
    const parts = members.map((member, at): readonly [ZipMember, number] => [member, at]).filter(([{ name }]) => /\.(xml|rels)$/i.test(name));
    // Most of what is read stands in the sheets and the shared strings.
    const hot = parts.filter(([{ name }]) => /sheet\d|sharedStrings|content\.xml/i.test(name));
    const chosen = draw.chance(0.7) && hot.length > 0 ? hot : parts;
    if (chosen.length === 0) return null;
    const [member, at] = draw.pick(chosen);
    const changed = change(bufferOf(member).toString('utf8'), draw);
    return changed === null ? null : withContent(members, at, changed);
  };
}

/** Mutations of the XML inside of a zip. */
export const xmlMutations: readonly Mutation[] = [
  ...changes.map(([name, weight, change]): Mutation => ({
    name: `xml: ${name}`,
    weight,
    apply: onXml((xml, draw) => {
      let out: string | null = xml;
      for (let left = draw.whole(1, 3); left > 0 && out !== null && out.length < 4_000_000; left--) out = change(out, draw);
      return out;
    }),
  })),
  ...encodings.map(([name, encode]): Mutation => ({ name: `xml: ${name}`, weight: 0.5, apply: onXml((xml) => encode(xml)) })),
];
