import { expect, test } from 'vitest';
import { bareXlsx, xlsxMembers } from '../fixtures/workbooks/bare-xlsx.ts';
import { makeZip } from '../fixtures/workbooks/make-zip.ts';
import { manySheets } from '../fixtures/awkward/many-sheets.ts';
import { readAll, refusalOf } from './read-all.ts';

// What the fuzzer found, each in its smallest form. Every one of them took minutes, or all memory.

const members = xlsxMembers([['姓名']]);
const withPart = (part: string, content: (old: string) => string): Buffer =>
  makeZip(members.map((member) => (member.name === part ? { ...member, content: content(String(member.content)) } : member)));

test('millions of errors in a small part: the first one ends it', async () => {
  const bytes = withPart('xl/_rels/workbook.xml.rels', (old) => old.replace('</', `${'\0'.repeat(15 * 1024 ** 2)}</`));
  expect((await refusalOf(bytes, '名册.xlsx')).code).toBe('FILE_DAMAGED');
});

test('a hundred thousand elements in one another', async () => {
  const bytes = withPart('xl/styles.xml', (old) => old.replace('<fonts', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<fonts`));
  expect((await refusalOf(bytes, '名册.xlsx')).code).toBe('FILE_DAMAGED');
});

test('a small part that is a large one', async () => {
  const bytes = withPart('xl/styles.xml', (old) => old.replace('<fonts', `${'<xf/>'.repeat(4 * 1024 ** 2)}<fonts`));
  expect((await refusalOf(bytes, '名册.xlsx')).code).toBe('FILE_TOO_LARGE');
});

test('a thousand sheets are read, and not one more', async () => {
  const sheets = Array.from({ length: 1001 }, (_, at) => ({ name: `户${at + 1}`, rows: [['姓名']] }));
  expect((await readAll(manySheets('名册.xlsx', sheets.slice(0, 1000)).bytes)).sheets).toHaveLength(1000);
  const refusal = await refusalOf(manySheets('名册.xlsx', sheets).bytes, '名册.xlsx');
  expect(refusal.code).toBe('FILE_TOO_LARGE');
  expect(refusal.sentence).toContain('1001 个工作表');
});

test('a row number that is no number', async () => {
  const row = (number: string): string => `<row r="${number}"><c t="str"><v>甲</v></c></row>`;
  const { sheets } = await readAll(bareXlsx([], { sheetData: ['1.5', '-1', '1e308', 'Infinity', '中'].map(row).join('') }));
  expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});
