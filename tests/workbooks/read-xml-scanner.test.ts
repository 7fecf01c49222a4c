import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { MalformedXml, nameNumber, XmlScanner } from '../../electron/core/importing/read-xml-scanner.ts';

const names = ['a', 'row', 'c', 'sheetData', 'x:c', 'veryLongElementName', 'is'];
const attributeNames = ['r', 's', 'x:r', 'spans', 'customHeight'];
const text = fc
  .array(fc.constantFrom('甲', 'x', ' ', '\n', '\r\n', '\r', '&lt;', '&amp;', '&#65;', '&#x4e00;', '&#13;', ']', '"', "'", '=', '/', '𠮷'), { maxLength: 8 })
  .map((parts) => parts.join(''));
const attribute = fc.tuple(fc.constantFrom(...attributeNames), fc.constantFrom('', '1', 'B2', 'a>b', '&quot;x&apos;', '/', '甲'), fc.constantFrom('"', "'"), fc.constantFrom('', ' ', '\n'));
const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    text.map((inner) => `<![CDATA[${inner}<&]]>`),
    fc.constantFrom('<!-- <a> -- x -->'.replace('-- x', 'x'), '<?pi <b>?>', '<!---->'),
    tie('element'),
  ),
  element: fc
    .tuple(fc.constantFrom(...names), fc.uniqueArray(attribute, { maxLength: 4, selector: ([name]) => name }), fc.array(tie('node'), { maxLength: 4 }), fc.constantFrom('', ' ', '\n'), fc.boolean())
    .map(([name, attributes, children, gap, empty]) => {
      const tag = name + attributes.map(([key, value, quote, space]) => ` ${key}${space}=${space}${quote}${value}${quote}`).join('') + gap;
      return empty && children.length === 0 ? `<${tag}/>` : `<${tag}>${children.join('')}</${name}${gap}>`;
    }),
}));

const local = (name: string): number => nameNumber(name.split(':').at(-1) ?? '');

function bySaxes(xml: string): unknown[] {
  const events: unknown[] = [];
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  const add = (piece: string): void => {
    if (piece === '' || depth === 0) return;
    const last = events.at(-1);
    if (typeof last === 'string') events[events.length - 1] = last + piece;
    else events.push(piece);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', (tag) => {
    depth += 1;
    events.push([local(tag.name), ...attributeNames.map((name) => tag.attributes[name])]);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.push(local(tag.name));
  });
  parser.write(xml).close();
  return events;
}

function byScanner(pieces: readonly Buffer[]): unknown[] {
  const events: unknown[] = [];
  let depth = 0;
  const scanner = new XmlScanner({
    open: (name, own) => {
      depth += 1;
      own.wantsText = true;
      events.push([name, ...attributeNames.map((attributeName) => own.attribute(nameNumber(attributeName)))]);
    },
    close: (name) => {
      depth -= 1;
      scanner.wantsText = depth > 0;
      events.push(name);
    },
    text: (own) => {
      const piece = own.characters();
      if (piece === '') return;
      const last = events.at(-1);
      if (typeof last === 'string') events[events.length - 1] = last + piece;
      else events.push(piece);
    },
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

test('any document, cut anywhere, gives what saxes gives', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 6 }), (nodes, cuts) => {
      const xml = `<?xml version="1.0"?>\n<root>${nodes.join('')}</root>\n`;
      const bytes = Buffer.from(xml);
      const places = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((one, other) => one - other), bytes.length];
      const pieces = places.slice(1).map((place, at) => bytes.subarray(places[at], place));
      const expected = bySaxes(xml);
      expect(byScanner([bytes])).toEqual(expected);
      expect(byScanner(pieces)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '<a>', '<a></b>', '<a/><b/>', '<a b></a>', '<a b=c></a>', '<a>&nope;</a>', '<a>&amp</a>', '<!DOCTYPE a><a/>', '<a', '</a>', '<a/>x<'])('refuses %s', (xml) => {
  expect(() => byScanner([Buffer.from(xml)])).toThrow(MalformedXml);
});

test('refuses what is not UTF-8, and takes it where only the cut tore it', () => {
  const whole = Buffer.from('<a>甲</a>');
  expect(byScanner([whole.subarray(0, 4), whole.subarray(4)])).toEqual(byScanner([whole]));
  expect(() => byScanner([Buffer.from('<a>\xb1</a>', 'latin1')])).toThrow(MalformedXml);
});
