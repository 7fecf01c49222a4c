import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromClipboard } from '../../../shared/clipboard/from-clipboard.ts';
import { readHtmlTable, textsOf, writeHtmlTable } from '../../../shared/clipboard/html-table.ts';
import { readTsv, writeTsv } from '../../../shared/clipboard/tsv.ts';

/** Texts with everything that could be taken for a sign of the format. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '"', ' ', '\u00A0', '<', '>', '&', ';', '#', 'a', '户', '<br>', '&nbsp;', '</td>', '\0'), maxLength: 8 }),
);
const block = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => fc.array(fc.array(awkward, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

describe('the clipboard', () => {
  it('gives back any block of texts that was written as tab-separated text', () => {
    fc.assert(
      fc.property(block, (texts) => {
        expect(readTsv(writeTsv(texts))).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back any block of texts that was written as a table of HTML', () => {
    fc.assert(
      fc.property(block, fc.boolean(), (texts, asText) => {
        const table = readHtmlTable(writeHtmlTable(texts.map((row) => row.map((text) => ({ text, asText })))));
        expect(table && textsOf(table)).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });

  it('prefers what was shown, whatever stands in the table beside it', () => {
    fc.assert(
      fc.property(block, (texts) => {
        if (writeTsv(texts) === '') return;
        expect(fromClipboard(writeTsv(texts), writeHtmlTable(texts.map((row) => row.map((text) => ({ text, asText: true })))))).toEqual(texts);
      }),
    );
  });

  it('reads quoted cells with tabs, line breaks and doubled quotes, and a quote within a text as itself', () => {
    expect(readTsv('"甲\r\n乙"\t"a\tb"\r\n"他说""好"""\t五"寸\n"x" y\t"\n')).toEqual([['甲\r\n乙', 'a\tb'], ['他说"好"', '五"寸'], ['"x" y', '"']]);
    expect(readTsv('a\tb\tc\nd')).toEqual([['a', 'b', 'c'], ['d', '', '']]);
    expect(readTsv('')).toEqual([['']]);
  });

  it('reads what Excel writes: wrapped source, merged cells, the empty border cell, comments', () => {
    const html = `<html><head><style><!-- td{mso-number-format:General;} --></style></head><body><!--StartFragment--><table border=0><col width=64>
 <tr height=19><td class=xl65 style='mso-number-format:"\\@"'>990504199001010011</td><td rowspan=2 colspan=2>家庭
  住址<br>二</td></tr>
 <tr><td>&nbsp;</td></tr><tr><td x:num="1234.56">1,235</td><td>a</td><td>b</td></tr><!--EndFragment--></table></body></html>`;
    expect(readHtmlTable(html)?.map((row) => row.map(({ text }) => text))).toEqual([['990504199001010011', '家庭 住址\n二', ''], ['', '', ''], ['1,235', 'a', 'b']]);
  });

  it('takes the exact amount behind a rounded or hidden one, and never another number', () => {
    const table = (shown: string, exact: string): string => `<table><tr><td x:num="${exact}">${shown}</td></tr></table>`;
    expect(fromClipboard('1,235\r\n', table('1,235', '1234.56'))).toEqual([['1234.56']]);
    expect(fromClipboard('####', table('####', '15000'))).toEqual([['15000']]);
    // A day is a number, too; so is a damaged identity number.
    expect(fromClipboard('2020-3-15', table('2020-3-15', '43905'))).toEqual([['2020-3-15']]);
    expect(fromClipboard('9.90504E+17', table('9.90504E+17', '990504199001010000'))).toEqual([['9.90504E+17']]);
    expect(fromClipboard('12%', table('12%', '0.12'))).toEqual([['12%']]);
  });

  it('keeps numbers that are names as text for Excel, and lets amounts be numbers', () => {
    const html = writeHtmlTable([[{ text: '990504199001010011', asText: true }, { text: '1,234.50', asText: false }]]);
    expect(html).toContain(`<td x:str sdnum="1033;0;@" style="mso-number-format:'\\@'">990504199001010011</td><td>1,234.50</td>`);
  });

  it('finds no table where there is none', () => {
    expect(fromClipboard('', '<p>只是文字</p>')).toBeNull();
    expect(fromClipboard('', '<table><tr><td>甲</td><td>乙</td></tr></table>')).toEqual([['甲', '乙']]);
  });
});
