import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readHtmlTable, textsOf } from '../../shared/clipboard/html-table.ts';
import { ledgers } from '../../shared/register/ledgers/index.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import type { CoreClient } from '../../electron/core/open-core.ts';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { readZip } from '../core/support/zip.ts';
import { leaksIn, type Leak } from './support/leaks.ts';
import { pdfSays } from '../core/support/pdf-text.ts';
import { buildFonts, openSampleCore } from './support/print-core.ts';

beforeAll(buildFonts);

/** A whole identity number, a phone, a card, an illness, a kind of disability, as hands type them where they do not belong. */
const planted = { identity: '990504195001010011', phone: '19900001234', card: '9999 9900 0000 0000 001', illness: '长期慢性病', disability: '肢体残疾' };

interface Scan {
  readonly names: readonly string[];
  readonly leaks: Leak[];
  readonly seen: Map<string, number>;
}

const note = (scan: Scan, where: string, rows: readonly (readonly string[])[]): void => {
  scan.leaks.push(...leaksIn(rows, scan.names, where));
  scan.seen.set(where, rows.length);
};

async function workbookRows(file: File): Promise<string[][]> {
  const rows: string[][] = [];
  for (const sheet of (await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)).sheets) for await (const chunk of sheet.rows()) for (const { cells } of chunk) rows.push(cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return rows;
}

/** Lines of a PDF, columns apart by two blanks. */
async function pdfRows(file: File): Promise<string[][]> {
  const path = join(temporaryFolder(), 'x.pdf');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).split('\n').map((line) => line.split(/\s{2,}/));
}

/** The sample with what a hand has typed where it does not belong. */
async function plantedSample() {
  const { client } = await openSampleCore();
  const edit = async (subject: 'people' | 'households', id: string, field: string, text: string): Promise<void> => {
    await client.tables.edit({ subject, id, year: 2020, field, text, base: (await client.registers.state())?.revision ?? 0 });
  };
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
  const [row] = rows;
  if (!row) throw new Error('nobody');
  const village = String(row.values['village']);
  await edit('people', row.id, 'health', planted.illness);
  await edit('people', row.id, 'disabilityKind', planted.disability);
  await edit('people', row.id, 'workFirm', `厂里 ${planted.phone}`);
  await edit('households', row.householdId, 'helpMeasures', `卡号 ${planted.card}，证号 ${planted.identity}`);
  await client.tables.addEntry({ subject: 'ledger:project', year: 2020, values: { 'project.name': `电站 ${planted.phone}`, 'project.place': village, 'project.content': `证号 ${planted.identity}`, 'project.unit': `卡 ${planted.card}`, 'project.phone': planted.phone } });
  await client.tables.addEntry({ subject: 'ledger:problem', year: 2020, householdId: row.householdId, values: { 'problem.text': `${String(row.values['name'])}${planted.illness}`, 'problem.posted': `电话 ${planted.phone}`, 'problem.measure': `证号 ${planted.identity}`, 'problem.source': '自查', 'problem.foundOn': '20200410' } });
  const names = [...new Set(rows.flatMap(({ values }) => [String(values['name'] ?? ''), String(values['headName'] ?? '')]))].filter((name) => name !== '');
  return { client, row, village, scan: { names, leaks: [], seen: new Map<string, number>() } satisfies Scan };
}

async function scanWalls(client: CoreClient, village: string, scan: Scan): Promise<void> {
  const asked = { year: 2020, of: { scope: 'village', village }, set: 'village' } as const;
  expect(await pdfSays(await client.walls.page(asked))).toContain('电站');
  note(scan, '村内公示，PDF', await pdfRows(await client.walls.file(asked)));
  note(scan, '村内公示，Excel', await workbookRows(await client.walls.file({ ...asked, as: 'xlsx' })));
  note(scan, '问题清单，PDF', await pdfRows(await client.problems.posterPage({ of: 'all' })));
  note(scan, '问题清单，Excel', await workbookRows(await client.problems.poster({ of: 'all', as: 'xlsx' })));
}

async function scanReports(client: CoreClient, scan: Scan): Promise<void> {
  for (const { key, prose } of await client.reports.list()) {
    const asked = { report: key, level: 'public', period: undefined } as const;
    const { made } = await client.reports.make(asked);
    if (made.sheets.every(({ lines }) => lines === 0)) continue;
    note(scan, `报表 ${key}，PDF`, await pdfRows(await client.reports.page({ ...asked, withDefinitions: true })));
    note(scan, `报表 ${key}，Excel`, await workbookRows(await client.reports.take({ ...asked, as: 'xlsx' })));
    if (!prose) continue;
    const xml = String((await readZip(new Uint8Array(await (await client.reports.take({ ...asked, as: 'docx' })).arrayBuffer()))).get('word/document.xml'));
    note(scan, `报表 ${key}，Word`, xml.split('</w:p>').map((paragraph) => [paragraph.replaceAll(/<[^>]+>/g, '')]));
  }
}

async function scanSheets(client: CoreClient, scan: Scan): Promise<void> {
  const counts = new Map((await client.tables.ledgers()).map(({ ledger, records }) => [ledger, records]));
  const subjects = ['people', 'households', ...ledgers.filter(({ key }) => (counts.get(key) ?? 0) > 0).map(({ key }) => `ledger:${key}` as const)] as const;
  for (const subject of subjects) {
    const file = await client.papers.exportSheet({ subject, year: 2020, level: 'public' }).catch((error: unknown) => {
      // A sheet of which the level leaves no column is refused, and so leaves nothing.
      expect(error).toMatchObject({ data: { code: expect.stringMatching(/NOTHING|NOT_ALLOWED/) as string } });
      return null;
    });
    if (file) note(scan, `导出 ${subject}`, await workbookRows(file));
  }
}

test('nothing public tells a number, or of anybody an illness or a disability, in whatever form it leaves, even where a hand has typed one', async () => {
  const { client, village, scan } = await plantedSample();
  await scanWalls(client, village, scan);
  await scanReports(client, scan);
  await scanSheets(client, scan);
  expect(scan.leaks).toEqual([]);
  expect([...scan.seen.values()].every((rows) => rows > 0)).toBe(true);
  expect(scan.seen.size).toBeGreaterThan(30);
});

test('what is copied with the numbers masked holds none, in texts neither; copied whole it does, which the same scanner finds', async () => {
  const { client, scan } = await plantedSample();
  const revision = (await client.registers.state())?.revision ?? 0;
  const read = async (subject: 'people' | 'households', masked: boolean): Promise<string[][]> => {
    const fields = tableOf(subject).fields.filter(({ kind }) => kind !== 'digits').map(({ key }) => key);
    const { rows } = await client.blocks.read({ question: { subject, year: 2020 }, revision, area: { from: 0, to: 9, fields: fields.slice(0, 400) }, masked });
    return rows.map((row) => row.map(({ text }) => text));
  };
  const numbersIn = (rows: string[][]): string[] => leaksIn(rows, [], '剪贴板').map(({ text }) => text);
  for (const subject of ['people', 'households'] as const) {
    expect(numbersIn(await read(subject, true)), subject).toEqual([]);
    expect(numbersIn(await read(subject, false)).length, subject).toBeGreaterThan(0);
  }
  expect(scan.leaks).toEqual([]);
});

test('the scanner bites: each planted thing is found where it is let through, in workbook, PDF and clipboard table alike', async () => {
  const { client, row, scan } = await plantedSample();
  const name = String(row.values['name']);
  for (const each of [planted.identity, planted.phone, planted.card]) expect(leaksIn([['甲', each]], [], 'x').map(({ what }) => what), each).toEqual(['number']);
  for (const each of [planted.illness, planted.disability]) {
    expect(leaksIn([[name, each]], scan.names, 'x').map(({ what }) => what)).toEqual(['health']);
    expect(leaksIn([['合计', each]], scan.names, 'x')).toEqual([]);
  }
  expect(leaksIn([['2020-04-15', '2020-04-24', '1234567.89']], scan.names, 'x')).toEqual([]);
  const whole = await workbookRows(await client.papers.exportSheet({ subject: 'people', year: 2020, level: 'full', reason: '核对' }));
  expect(new Set(leaksIn(whole, scan.names, 'x').map(({ what }) => what))).toEqual(new Set(['number', 'health']));
  const house = { year: 2020, of: { scope: 'household', householdId: row.householdId } } as const;
  expect(leaksIn(await pdfRows(await client.walls.file(house)), scan.names, 'x').map(({ what }) => what)).toContain('health');
  expect(leaksIn(textsOf(readHtmlTable(`<table><tr><td>${name}</td><td>${planted.phone}</td></tr></table>`) ?? []), scan.names, 'x').map(({ what }) => what)).toEqual(['number']);
});

test('a child is called by the surname alone in what is exported for everybody, a grown-up by the whole name', async () => {
  const { client } = await plantedSample();
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
  const born = ({ values }: (typeof rows)[number]): string => String(values['birthDate'] ?? '');
  const grown = new Set(rows.filter((row) => born(row) < '1990').map(({ values }) => String(values['name'])));
  const children = rows.filter((row) => born(row) > '2010').map(({ values }) => String(values['name'])).filter((name) => !grown.has(name));
  expect(children.length).toBeGreaterThan(2);
  const texts = new Set((await workbookRows(await client.papers.exportSheet({ subject: 'people', year: 2020, level: 'public' }))).flat());
  expect(children.filter((name) => texts.has(name))).toEqual([]);
  expect([...grown].filter((name) => !texts.has(name))).toEqual([]);
  const inside = new Set((await workbookRows(await client.papers.exportSheet({ subject: 'people', year: 2020, level: 'reduced' }))).flat());
  expect(children.filter((name) => !inside.has(name))).toEqual([]);
});
