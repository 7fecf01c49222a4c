import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { withMergedFilled } from '../../electron/core/importing/fill-merged.ts';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { cellText } from '../../shared/sheets/cells.ts';
import { bareXlsx } from '../fixtures/workbooks/bare-xlsx.ts';
import { merged } from '../fixtures/awkward/many-sheets.ts';

const rows = [
  ['地址', '', '姓名'],
  ['户编号', '村', ''],
  ['9900000001', '台地村', '张试一'],
  ['', '', '李试二'],
  ['', '', ''],
  ['9900000002', '金坑村', '王试三'],
  ['', '卧龙村', '赵试四'],
];
const ranges = ['A1:B1', 'C1:C2', 'A3:A5', 'B3:B5', 'A6:A7'];
const filled = [
  ['地址', '', '姓名'],
  ['户编号', '村'],
  ['9900000001', '台地村', '张试一'],
  // A row with one cell of its own may be a note that the merged cell reaches over.
  ['', '', '李试二'],
  ['9900000002', '金坑村', '王试三'],
  ['9900000002', '卧龙村', '赵试四'],
];

async function read(bytes: Uint8Array, lastHeader = 2): Promise<string[][]> {
  const book = await openWorkbook(bytes, '名册.xlsx');
  const read: string[][] = [];
  for (const sheet of book.sheets) for await (const batch of withMergedFilled(sheet, lastHeader).rows()) read.push(...batch.map((row) => row.cells.map(cellText)));
  return read;
}

function saved(bookType: BookType): Buffer {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  sheet['!merges'] = ranges.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '人员信息');
  return Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array);
}

const html = (): Buffer =>
  Buffer.from(
    `<table><tr><td colspan=2>地址<td rowspan=2>姓名<tr><td>户编号<td>村<tr><td rowspan=3>9900000001<td rowspan=3>台地村<td>张试一<tr><td>李试二<tr><td><tr><td rowspan=2>9900000002<td>金坑村<td>王试三<tr><td>卧龙村<td>赵试四</table>`,
  );

describe('a cell merged over several rows', () => {
  const formats: Record<string, () => Uint8Array> = {
    'bare .xlsx': () => merged('名册.xlsx', rows, ranges).bytes,
    'SheetJS .xlsx': () => saved('xlsx'),
    '.xlsb': () => saved('xlsb'),
    '.xls BIFF8': () => saved('biff8'),
    'Excel 2003 XML': () => saved('xlml'),
    '.ods': () => saved('ods'),
    html,
  };
  test.each(Object.entries(formats))('holds for each of them below the header: %s', async (_, make) => {
    expect(await read(make())).toEqual(filled);
  });

  test('is found behind many rows, under any prefix', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => (at % 3 === 0 ? [`户${at}`, `村${at}`, `人${at}`] : ['', `组${at}`, `人${at}`]));
    const bytes = bareXlsx([], {
      prefix: 'x',
      sheetData: many
        .map((row, at) => `<x:row r="${at + 1}">${row.map((cell, column) => (cell === '' ? '' : `<x:c r="${'ABC'[column]}${at + 1}" t="str"><x:v>${cell}</x:v></x:c>`)).join('')}</x:row>`)
        .join('')
        .concat('</x:sheetData><x:mergeCells>', Array.from({ length: 1000 }, (_, at) => `<x:mergeCell ref="A${at * 3 + 1}:A${at * 3 + 3}"/>`).join(''), '</x:mergeCells><x:sheetData>'),
    });
    const texts = await read(bytes, 0);
    expect(texts).toHaveLength(3000);
    expect(texts.every(([household], at) => household === `户${at - (at % 3)}`)).toBe(true);
  });
});

test('row numbers that do not rise are counted on, and none is lost', async () => {
  const row = (number: string, text: string): string => `<row r="${number}"><c t="str"><v>${text}</v></c></row>`;
  const book = await openWorkbook(bareXlsx([], { sheetData: ['1', '1', '0', '-3', '2.5', '9', '1e1', '7', '4000000000'].map((number, at) => row(number, `第${at}`)).join('') }), '名册.xlsx');
  const numbers: number[] = [];
  for await (const batch of book.sheets[0]?.rows() ?? []) numbers.push(...batch.map(({ number }) => number));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 12]);
});

test('rows within rows have a number each, and no cell is lost', async () => {
  const cell = (place: string, text: string): string => `<c r="${place}" t="str"><v>${text}</v></c>`;
  const book = await openWorkbook(bareXlsx([], { sheetData: `<row r="1">${cell('A1', '甲')}</row><row r="2">${cell('A2', '乙')}<row><row>${cell('B2', '丙')}</row></row>${cell('C2', '丁')}</row><row r="3">${cell('A3', '戊')}</row>` }), '名册.xlsx');
  const found: (readonly [number, string])[] = [];
  for await (const batch of book.sheets[0]?.rows() ?? []) found.push(...batch.map(({ number, cells }) => [number, cells.map(cellText).join('')] as const));
  expect(found.map(([, text]) => text).join('')).toBe('甲乙丙丁戊');
  expect(new Set(found.map(([number]) => number)).size).toBe(found.length);
});
