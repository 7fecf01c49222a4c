import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareXlsx } from '../fixtures/workbooks/bare-xlsx.ts';
import { savedAs } from '../fixtures/workbooks/other-formats.ts';
import { csvText, gbkCsv, htmlXls, utf16Csv } from '../fixtures/workbooks/text-formats.ts';
import { readAll, readRows, readTexts } from './read-all.ts';

const people = [
  ['县', '姓名', '证件\n号码', '户联系电话', '备注'],
  ['明山区', '赵示例', '99000019500101001X', '19900000001', '低保，"五保"'],
  ['明山区', '欧阳示例', '990000195001010028', '', '<b>&amp; =1+1'],
  [],
  ['', '', '990000200003051234567X', '', '0012'],
];
// Text formats end a cell's text at blanks at its edges, so none of the texts has any.

async function excelJs(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('人员信息');
  rows.forEach((row, at) => row.forEach((cell, column) => cell !== '' && (sheet.getCell(at + 1, column + 1).value = cell as string)));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the same people read the same from every format', () => {
  const formats: Record<string, [format: string, make: () => Buffer | Promise<Buffer>]> = {
    'exceljs .xlsx': ['xlsx', () => excelJs(people)],
    'inline strings': ['xlsx', () => bareXlsx(people)],
    'shared strings': ['xlsx', () => bareXlsx(people, { sharedStrings: true })],
    'prefixed elements': ['xlsx', () => bareXlsx(people, { prefix: 'x', sharedStrings: true })],
    'strict namespaces': ['xlsx', () => bareXlsx(people, { strict: true })],
    'absolute targets': ['xlsx', () => bareXlsx(people, { absoluteTargets: true })],
    'no references': ['xlsx', () => bareXlsx(people, { references: false })],
    'wrong dimension': ['xlsx', () => bareXlsx(people, { dimension: 'A1' })],
    'SheetJS .xlsx': ['xlsx', () => savedAs('xlsx', people)],
    '.xlsb': ['xlsx', () => savedAs('xlsb', people)],
    '.xls BIFF8': ['xls', () => savedAs('biff8', people)],
    'Excel 2003 XML': ['xls', () => savedAs('xlml', people)],
    '.ods': ['ods', () => savedAs('ods', people)],
    'html in GBK called .xls': ['html', () => htmlXls(people)],
    'csv in GBK with ="…"': ['csv', () => gbkCsv(people)],
    'csv in UTF-8': ['csv', () => Buffer.from(csvText(people))],
    'csv in UTF-8 with mark': ['csv', () => Buffer.from('\uFEFF' + csvText(people))],
    'tabs in UTF-16': ['csv', () => utf16Csv(people)],
    'semicolons': ['csv', () => Buffer.from(csvText(people, ';'))],
  };
  test.each(Object.entries(formats))('%s', async (_, [format, make]) => {
    const bytes = await make();
    // The name lies on purpose: the bytes decide.
    const book = await readAll(bytes, '名册.doc');
    expect(book.format).toBe(format);
    expect(await readTexts(bytes)).toEqual(people.map((row) => [...row]));
    for (const row of book.sheets[0]?.rows ?? []) for (const cell of row.cells) expect(cell).toBeTypeOf('string');
  });
});

describe('what LibreOffice saved', () => {
  test.each(['people.xlsx', 'people.xls', 'people.ods'])('%s', async (name) => {
    const rows = await readRows(readFileSync(new URL(`../fixtures/workbooks/libreoffice/${name}`, import.meta.url)), name);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 5]);
    expect(rows[0]?.cells).toEqual(['姓名', '证件\n号码', '出生日期', '人均纯收入', '是否脱贫', '备注']);
    expect(rows[1]?.cells.slice(0, 4)).toEqual(['张三', '990101195001010019', { type: 'date', text: '1950-01-01' }, { type: 'number', text: '3000.5' }]);
    expect(rows[1]?.cells[5]).toBe('a,"b" <c>&d');
    expect(rows[2]?.cells.slice(0, 3)).toEqual(['李䶮', '99010120030905526X', { type: 'date', text: '2019-03-01 18:00:00' }]);
    // The number that was an identity number is a number still, and its last digits are gone.
    expect(rows[2]?.cells[3]).toMatchObject({ type: 'number', text: expect.stringMatching(/^9\.90101200309055E\+0?17$|^990101200309055[0-9]00$|^990101200309055000$/) });
    expect(rows[2]?.cells[5]).toBe('  前后有空格 ');
    expect(rows[3]?.cells).toEqual([
      '王五', '', { type: 'date', text: '2019-03-01' }, { type: 'number', text: '0.25' }, { type: 'error', text: '#N/A' }, '粗细',
    ]);
  });
});

const cellText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', ' ', '\n', '=1+1', '&amp;', '<![CDATA[', '户主\n姓名', '_x0041', '990000195001010028'),
);
// XML cannot hold these, and exceljs drops them; neither can a reader bring them back.
const storable = (text: string): boolean => !/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Surrogate}|_x[0-9a-fA-F]{4}_/u.test(text);

test('any grid of texts that exceljs writes reads back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cellText.filter(storable), { maxLength: 8 }), { maxLength: 12 }), async (grid) => {
      const trimmed = grid.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
      const read = await readTexts(await excelJs(grid));
      expect(read).toEqual(trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1));
    }),
    { numRuns: 60 },
  );
});
