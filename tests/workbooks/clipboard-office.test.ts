import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { fromClipboard } from '../../shared/clipboard/from-clipboard.ts';
import { writeHtmlTable, type ClipCell } from '../../shared/clipboard/html-table.ts';
import { writeTsv } from '../../shared/clipboard/tsv.ts';
import { isAmount } from '../../shared/fields/kinds.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { openSampleCore } from '../papers/support/print-core.ts';
import { byOffice, hasOffice, htmlReader, tabsReader, tabsWriter } from './support/office.ts';

/** Texts that a spreadsheet would gladly make something else of. */
const texts: readonly (readonly string[])[] = [
  ['990504195803120013', '99050419580312001X', '99050419580312001344', '00012345678901234567'],
  ['2020-03-15', '2020-03', '03-05', '1/2'],
  ['00123', '0', '1e5', '1,234'],
  ['=1+1', "=cmd|'/c calc'!A1", '+86', '-无'],
  ['@某', '甲\n乙', '甲\t乙', '甲\n\n乙\t丙'],
  ['"丁"', '丁"戊"', '"', '丁,戊;己'],
  ['TRUE', '<b>&amp;', '', '百分之5%'],
];
const clip = (rows: readonly (readonly string[])[]): ClipCell[][] => rows.map((row) => row.map((text) => ({ text, asText: true })));

interface Read {
  readonly text: string;
  readonly type: string;
}

async function cellsOf(bytes: Uint8Array): Promise<Read[][]> {
  const workbook = await openWorkbook(bytes, 'x.xlsx');
  const rows: Read[][] = [];
  for await (const chunk of workbook.sheets[0]?.rows() ?? []) for (const row of chunk) rows.push(row.cells.map((cell) => (typeof cell === 'string' ? { text: cell, type: 'text' } : { text: cell.text, type: cell.type })));
  return rows;
}
/** LibreOffice leaves out what is empty at the end. */
const plain = (rows: readonly (readonly { readonly text: string }[])[]): string[] => rows.map((row) => JSON.stringify(row.map(({ text }) => text)).replace(/(,"")+\]$/, ']'));
const asPlain = (rows: readonly (readonly string[])[]): string[] => plain(rows.map((row) => row.map((text) => ({ text }))));

describe.runIf(hasOffice)('a block between the grid and LibreOffice', () => {
  test('pasted there as a table keeps every text as a text, and amounts as numbers', async () => {
    const rows: ClipCell[][] = [...clip(texts), [{ text: '1,234.50', asText: false }, { text: '-7.25', asText: false }, { text: '12', asText: false }, { text: '', asText: false }]];
    const saved = byOffice(temporaryFolder(), { name: 'clip.html', bytes: writeHtmlTable(rows), as: htmlReader, to: 'xlsx' });
    const cells = await cellsOf(saved);
    // It makes a blank of a tab within one line of a table; pasted as text a tab stays.
    expect(plain(cells.slice(0, texts.length))).toEqual(asPlain(texts.map((row) => row.map((text) => (text.includes('\n') ? text : text.replaceAll('\t', ' '))))));
    expect(cells.slice(0, texts.length).flat().filter(({ text, type }) => text !== '' && type !== 'text')).toEqual([]);
    expect(cells.at(-1)?.slice(0, 3)).toEqual([{ text: '1234.5', type: 'number' }, { text: '-7.25', type: 'number' }, { text: '12', type: 'number' }]);
  });

  test('pasted there as text without a format has the same cells', async () => {
    const saved = byOffice(temporaryFolder(), { name: 'clip.csv', bytes: writeTsv(texts), as: tabsReader(4), to: 'xlsx' });
    expect(plain(await cellsOf(saved))).toEqual(asPlain(texts));
  });

  test('copied there comes back the same, by what it puts into the clipboard as text and as a table', () => {
    const folder = temporaryFolder();
    const saved = byOffice(folder, { name: 'clip.csv', bytes: writeTsv(texts), as: tabsReader(4), to: 'xlsx' });
    const tabs = byOffice(folder, { name: 'back.xlsx', bytes: saved, to: tabsWriter }).toString('utf8').replace(/^\uFEFF/, '');
    const html = byOffice(folder, { name: 'back.xlsx', bytes: saved, to: 'html' }).toString('utf8');
    expect(asPlain(fromClipboard(tabs, html) ?? [])).toEqual(asPlain(texts));
    expect(asPlain(fromClipboard(tabs, '') ?? [])).toEqual(asPlain(texts));
    expect(asPlain(fromClipboard('', html) ?? [])).toEqual(asPlain(texts));
  });

  test('of the whole table of people, saved there and imported, changes nothing', async () => {
    const { client } = await openSampleCore();
    const { fields } = tableOf('people');
    const question = { subject: 'people' as const, year: 2020 };
    const { total } = await client.tables.rows({ ...question, offset: 0, limit: 1 });
    const revision = (await client.registers.current())?.revision ?? 0;
    const { rows } = await client.blocks.read({ question, revision, area: { from: 0, to: total - 1, fields: fields.map(({ key }) => key) }, masked: false });
    const heads: ClipCell[] = fields.map(({ label }) => ({ text: label, asText: true }));
    const copied = [heads, ...rows.map((row) => row.map(({ text }, column): ClipCell => ({ text, asText: !isAmount(fields[column]?.kind ?? 'text') })))];
    const saved = byOffice(temporaryFolder(), { name: 'people.html', bytes: writeHtmlTable(copied), as: htmlReader, to: 'xlsx' });
    const plan = await client.importing.plan({ files: [new File([saved.slice()], '人员信息_2020.xlsx')], year: 2020 });
    expect(plan.counts).toEqual({ new: 0, changed: 0, same: total, conflict: 0, refused: 0 });
  });
});
