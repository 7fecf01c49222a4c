import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml, XmlElement } from '../../../electron/core/templates/xml-tree.ts';

const odd = `<?xml version='1.0'  encoding="UTF-8"?>\r\n<!DOCTYPE x [<!ENTITY a "b">]><!-- a > b --><x:a  xmlns:x='u' q="1>2" ><b/><c ></c ><d e='"'>t &amp; u<![CDATA[<raw>]]></d>\n</x:a>\n`;

test('a document is written again as it came, odd as it may be', () => {
  expect(parseXml(odd, '表').toString()).toBe(odd);
  const text = fc.string({ unit: fc.constantFrom(...'ab 名\n\t') });
  const tree: fc.Memo<string> = fc.memo((depth) => (depth <= 1 ? text : fc.oneof(text, fc.tuple(fc.constantFrom('a', 'x:b', 'c-d'), text, fc.array(tree(depth - 1), { maxLength: 3 })).map(([name, value, inner]) => (inner.length === 0 ? `<${name} v='${value}' />` : `<${name}  v="${value}">${inner.join('')}</${name}>`)))));
  fc.assert(
    fc.property(tree(4), (xml) => {
      expect(parseXml(`<r>${xml}</r>`, '表').toString()).toBe(`<r>${xml}</r>`);
    }),
  );
});

test('only what is set is written anew', () => {
  const [root] = parseXml(odd, '表').elements();
  const text = root?.first('d');
  expect(text?.text).toBe('t & u<raw>');
  expect(root?.get('q')).toBe('1>2');
  root?.set('q', '3 & "4"');
  root?.first('b')?.set('n', '1');
  root?.first('c')?.children.push(new XmlElement('<f/>', true));
  expect(root?.toString()).toBe(`<x:a  xmlns:x='u' q="3 &amp; &quot;4&quot;" ><b n="1"/><c ><f/></c ><d e='"'>t &amp; u<![CDATA[<raw>]]></d>\n</x:a>`);
});

test('any text can be written and read back, but for signs that no document may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [root] = parseXml('<a/>', '表').elements();
      if (!root) throw new Error('no element');
      root.text = text;
      // oxlint-disable-next-line no-control-regex -- these are what is meant
      const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
      expect(parseXml(root.toString(), '表').elements()[0]?.text).toBe(allowed);
    }),
  );
});

test.each(['<a>', '<a></b>', '</a>', '<a><b></a></b>', '<a b="1></a>'])('%s is refused as damaged', (xml) => {
  expect(() => parseXml(xml, '表')).toThrow('文件已损坏');
});
