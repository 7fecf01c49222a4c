import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { shippedFaces } from '../../electron/core/printing/paper-faces.ts';
import { PdfDrawing } from '../../electron/core/printing/pdf/draw-pdf.ts';
import { pointsOfPng } from '../../electron/core/printing/pdf/pdf-picture.ts';
import type { CoreClient } from '../../electron/core/open-core.ts';
import type { Drawn } from '../../shared/papers/drawn/drawing.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { photo } from './support/photo.ts';
import { buildFonts, fontsFolder, openSampleCore } from './support/print-core.ts';

// Pages of every kind of paper as they look, small and grey, in golden/. MINGCE_RENEW=1 with this test writes them anew: look at what changed.
const golden = join(import.meta.dirname, 'golden');
const renew = process.env['MINGCE_RENEW'] === '1';
const dotsPerInch = 36;

// Papers that tell an hour tell it where the office is.
process.env['TZ'] = 'Asia/Shanghai';

beforeAll(buildFonts);

/** A page of a PDF as a PNG. */
function pageSeen(folder: string, pdf: string, page: number): Buffer {
  const out = join(folder, 'page');
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', '-singlefile', '-f', String(page), '-l', String(page), pdf, out]);
  return readFileSync(`${out}.png`);
}

/** Which part of a page is clearly lighter or darker than of another, each point blurred with those around it: machines draw edges a shade otherwise. 1 where the sizes differ. */
function otherwise(seen: Buffer, kept: Buffer): number {
  const [a, b] = [pointsOfPng(seen), pointsOfPng(kept)];
  if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
  const blurred = ({ width, rows }: typeof a, x: number, y: number): number => {
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += rows[(y + dy) * width + x + dx] ?? 255;
    return sum / 9;
  };
  let other = 0;
  for (let y = 1; y < a.height - 1; y++) for (let x = 1; x < a.width - 1; x++) if (Math.abs(blurred(a, x, y) - blurred(b, x, y)) > 24) other++;
  return other / (a.width * a.height);
}

/** More than this part of a page, and something moved, came or went. */
const tolerated = 0.0008;

async function papersOf(client: CoreClient): Promise<ReadonlyMap<string, { readonly file: File; readonly pages: readonly number[] }>> {
  const year = 2020;
  const { rows } = await client.tables.rows({ subject: 'households', year, offset: 0, limit: 30 });
  const [row] = rows;
  const id = row?.id ?? '';
  const [village, base] = [String(row?.values['village']), (await client.registers.state())?.revision ?? 0];
  await client.tables.edit({ subject: 'households', id, year, field: 'mainCause', text: '', base });
  await client.tables.addEntry({ subject: 'ledger:project', year, values: { 'project.name': '村级光伏电站', 'project.place': village, 'project.content': '装机100千瓦', 'project.planned': '32.5' } });
  await client.tables.addEntry({ subject: 'ledger:project', year, values: { 'project.name': '扶贫车间', 'project.place': '全区', 'project.content': '两处' } });
  await client.tables.addEntry({ subject: 'ledger:problem', year, householdId: id, values: { 'problem.text': '手册没有签字', 'problem.posted': '手册填写不全', 'problem.source': '自查', 'problem.foundOn': '20200410' } });
  await client.documents.add({ householdId: id, kind: '房屋照片', on: '20200302', files: [new File([photo(400, 300, [120, 190, 130])], '房.png')] });
  await client.pins.pin({ name: '多少户', means: '登记册里的户', of: { kind: 'rows', question: { subject: 'households', year } } });
  const of = { scope: 'household', householdId: id } as const;
  const all = { scope: 'all' } as const;
  const here = { scope: 'village', village } as const;
  const found = new Map<string, { file: File; pages: number[] }>();
  const put = (name: string, file: File, ...pages: number[]): void => void found.set(name, { file, pages: pages.length > 0 ? pages : [1] });
  put('house', await client.walls.page({ year, of, sheets: ['policies', 'household', 'income', 'help', 'card', 'yield'] }), 1, 2, 3, 4, 5, 6);
  put('house-a3', await client.walls.page({ year, of, sheets: ['household'], paper: 'a3' }));
  put('lists', await client.walls.page({ year, of: here, sheets: ['income'] }), 1, 4);
  put('village', await client.walls.page({ year, of: here, set: 'village', lists: false }), 1, 2, 3);
  put('district-notice', await client.walls.page({ year, of: all, set: 'village', sheets: ['districtNotice'], lists: false }));
  put('boards', await client.walls.page({ year, of: all, set: 'board', lists: false }), 1, 2, 6);
  put('collecting', await client.collecting.page({ year, of }));
  put('pins', await client.pins.page({ year }));
  const summed = { subject: 'people' as const, year, figures: [{ of: 'rows' as const }, { of: 'mean' as const, field: 'perCapitaIncome' }] };
  put('summary', await client.summaries.page({ ...summed, down: [{ field: 'town' }, { field: 'relation' }], conditions: '成员状态：正常' }));
  put('summary-wide', await client.summaries.page({ ...summed, down: [{ field: 'village' }], across: { field: 'householdKind' } }));
  put('problems', await client.problems.posterPage({}));
  for (const form of ['sweep', 'census']) put(form, await client.sweeps.paperPage({ form, of }));
  for (const paper of ['missing', 'check', 'minutes', 'bulletin'] as const) put(`month-${paper}`, await client.cycle.paperPage({ period: '2020-03', paper }));
  put('dossier', await client.dossiers.file({ year, of: { households: [id] } }), 1, 2, 4, 9);
  put('report-five-groups', await client.reports.page({ report: 'five-groups', period: '2020-03', withDefinitions: true }), 1, 2);
  put('report-low-income', await client.reports.page({ report: 'low-income', period: '2020' }));
  put('report-people', await client.reports.page({ report: 'people', period: '2020' }), 2);
  await client.inspections.start({ occasion: '省级考核', unit: '省考核三组', people: '试检一、试检二' });
  await client.inspections.draw({ count: 8, stratum: 'town', seed: '20200315' });
  const [one, two, three] = (await client.inspections.record({ number: 1 })).households;
  await client.inspections.replace({ household: one?.number ?? 0, reason: '人不在家' });
  await client.inspections.look({ household: two?.number ?? 0 });
  await client.inspections.note({ household: two?.number ?? 0, result: 'different', about: '住房', said: '屋顶漏雨', remark: '去年修过', inspector: '试检一' });
  await client.inspections.note({ household: three?.number ?? 0, result: 'same', inspector: '试检二' });
  for (const paper of ['list', 'record'] as const) put(`inspection-${paper}`, await client.inspections.page({ number: 1, paper }));
  return found;
}

test('every kind of paper looks as it did: nothing moved, came or went', async () => {
  const { client } = await openSampleCore();
  const folder = temporaryFolder();
  mkdirSync(golden, { recursive: true });
  const changed: string[] = [];
  let pages = 0;
  for (const [name, paper] of await papersOf(client)) {
    const pdf = join(folder, `${name}.pdf`);
    writeFileSync(pdf, await paper.file.bytes());
    for (const page of paper.pages) {
      const seen = pageSeen(folder, pdf, page);
      const path = join(golden, `${name}-${page}.png`);
      pages++;
      if (renew && !(existsSync(path) && otherwise(seen, readFileSync(path)) === 0)) writeFileSync(path, seen);
      const other = existsSync(path) ? otherwise(seen, readFileSync(path)) : 1;
      if (other > tolerated) changed.push(`${name}, page ${page}: ${(other * 100).toFixed(2)} %`);
    }
  }
  expect(pages).toBeGreaterThan(30);
  expect(changed).toEqual([]);
});

test('what is compared bites: one line that slid by a millimetre, grew, lost a word, or became bold is told, a tenth of a millimetre is not', () => {
  const folder = temporaryFolder();
  const page = (...more: Drawn[]): Buffer => {
    const drawing = new PdfDrawing(shippedFaces(fontsFolder), '');
    const words = Array.from({ length: 30 }, (_, at): Drawn => ({ kind: 'text', face: 'song', size: 12, x: 50, y: 60 + at * 20, text: '建档立卡贫困户家庭基本情况' }));
    drawing.add({ width: 595, height: 842, drawn: [...words.slice(more.length), ...more] });
    const pdf = join(folder, 'x.pdf');
    writeFileSync(pdf, drawing.end());
    return pageSeen(folder, pdf, 1);
  };
  const first = { kind: 'text', face: 'song', size: 12, x: 50, y: 60, text: '建档立卡贫困户家庭基本情况' } as const;
  const plain = page();
  expect(otherwise(plain, page(first))).toBe(0);
  // A tenth of a millimetre is what machines may differ by.
  expect(otherwise(plain, page({ ...first, y: 60.3 }))).toBeLessThan(tolerated);
  for (const other of [{ ...first, y: 63 }, { ...first, x: 53 }, { ...first, size: 13 }, { ...first, text: '建档立卡贫困户' }, { ...first, face: 'heiBold' as const }]) expect(otherwise(plain, page(other)), JSON.stringify(other)).toBeGreaterThan(tolerated);
  expect(otherwise(plain, page({ kind: 'line', x1: 300, y1: 50, x2: 300, y2: 700, thick: 0.7 }))).toBeGreaterThan(tolerated);
});
