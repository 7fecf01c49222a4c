import { chromium } from 'playwright-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { findBrowser } from '../../electron/core/printing/find-browser.ts';
import { incomePaper } from '../../electron/core/reporting/walls/house-income.ts';
import { districtOf, householdPlace, placesOf } from '../../electron/core/reporting/walls/places.ts';
import { wallSheets } from '../../electron/core/reporting/walls/wall-sheets.ts';
import { shippedFaces } from '../../electron/core/printing/paper-faces.ts';
import { PdfDrawing } from '../../electron/core/printing/pdf/draw-pdf.ts';
import { drawPage } from '../../shared/papers/drawn/draw-page.ts';
import { pointsOfMm } from '../../shared/papers/drawn/drawing.ts';
import { layOut } from '../../shared/papers/lay-out.ts';
import { emsOf } from '../../shared/papers/line-breaks.ts';
import { sizeOf } from '../../shared/papers/sizes.ts';
import { withoutNumbers } from '../../shared/papers/gate.ts';
import type { Paper } from '../../shared/papers/paper.ts';
import { onPaper } from '../../shared/papers/on-paper.ts';
import { toHtml } from '../../shared/papers/to-html.ts';
import type { HouseholdFacts } from '../../shared/register/facts.ts';
import { rateOn } from '../../shared/register/parameters.ts';
import { sandboxFlags } from '../../scripts/electron-binary.mjs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFonts, fontsFolder, fontsUrl } from './support/print-core.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'mingce-fit-'));

beforeAll(async () => {
  buildFonts();
  browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: [...sandboxFlags(), '--allow-file-access-from-files'] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const letters = fc.constantFrom(...'王李张刘赵孙、，。（）WMwi1234567890 残疾人两项补贴产业分红');
const words = (most: number): fc.Arbitrary<string> => fc.array(letters, { minLength: 0, maxLength: most }).map((list) => list.join(''));
const names = fc.array(fc.constantFrom(...'王李欧阳𬱖䶮淑珍志远'), { minLength: 2, maxLength: 8 }).map((list) => list.join(''));
const schools = fc.constantFrom('非在校生', '小学', '七年级', '普通高中一年级', '中职二年级', '本科三年级', '学前教育');

const household: fc.Arbitrary<HouseholdFacts> = fc
  .record({
    members: fc.array(fc.record({ name: names, schooling: schools, health: fc.constantFrom('健康', '长期慢性病、患有大病、残疾'), labour: fc.constantFrom('弱劳动力或半劳动力', '普通劳动力'), dibao: fc.constantFrom('是', '否') }), { minLength: 1, maxLength: 14 }),
    measures: words(160),
    helpers: fc.array(fc.record({ helperName: names, helperUnit: words(40), helperPost: words(20) }), { maxLength: 3 }),
    place: words(14),
    money: fc.integer({ min: 0, max: 9_999_999_999 }),
  })
  .map(({ members, measures, helpers, place, money }) => ({
    id: 'x',
    year: 2020,
    values: { town: place, village: place, group: place, headName: members[0]?.name ?? '', helpMeasures: measures, householdPhone: '19900001234', perCapitaIncome: 100, dangerousHouse: '是', safeWater: '否', wageIncome: money, netIncome: money, dibaoMoney: money, pensionMoney: money },
    lastYear: { wageIncome: money },
    members: members.map((values, at) => ({ id: String(at), householdId: 'x', values: { ...values, residentPension: '是', relation: '之兄弟姐妹', sex: '男', birthDate: '1950-02-03', workArea: '乡（镇）外县内务工', workMonths: 11 } })),
    helpers: helpers.map((values, at) => ({ id: String(at), values })),
    records: {},
  }));

const ground = (projects: HouseholdFacts['records'][string] = []) => ({ year: 2020, today: '2020-04-15', rate: rateOn('2020-04-15'), projects: projects ?? [] });

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
/** Photos with words of one line or two, more than a page holds, with lines above and below. */
const photoPaper = (count: number): Paper => ({
  key: 'photos', title: '照片', left: '村', right: '户主', called: '户', largest: 12, smallest: 10,
  blocks: [{ kind: 'note', text: '说明' }, { kind: 'pictures', heading: '房屋', pictures: Array.from({ length: count }, (_, at) => ({ source: dot, words: '房屋照片　欧阳淑珍　2020-03-03　'.repeat(1 + (at % 2)) })) }, { kind: 'note', text: '另有一张' }],
});

/** Every paper of every kind that these households and their places have. */
function papersOf(households: readonly HouseholdFacts[], size?: 'a3Wide'): Paper[] {
  const village = String(households[0]?.values['village'] ?? '');
  const project = (name: string, content: string) => ({ id: name, memberId: null, year: 2020, values: { 'project.name': name, 'project.place': `x${village}`, 'project.content': content, 'project.planned': 12.5, 'project.goal': content } });
  const projects = [project('村级光伏', '装机'), project(`项目${'长'.repeat(40)}`, '建设内容很长，'.repeat(30))];
  const places = [...households.map(householdPlace), ...placesOf(districtOf(households))];
  return places.flatMap((place) => wallSheets.filter(({ of }) => of === place.kind).flatMap((sheet) => sheet.make(place, ground(projects)).map(({ paper }) => (size && paper.size === undefined ? { ...paper, size } : paper))));
}

test('every page that says it fits stands on its sheet of paper, whatever the family, the village, the size', async () => {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1200 } });
  const samples = fc.sample(household, { numRuns: 40, seed: 20200331 }).map((facts, at) => ({ ...facts, id: String(at) }));
  const pages = [...papersOf(samples), ...papersOf(samples.slice(0, 8), 'a3Wide'), ...[1, 2, 3, 7].map(photoPaper)].flatMap(layOut);
  expect(new Set(pages.map(({ paper }) => paper.key)).size).toBeGreaterThanOrEqual(11);
  expect(pages.filter(({ over }) => over)).toEqual([]);
  const path = join(folder, 'papers.html');
  writeFileSync(path, toHtml(pages, { office: '明山区扶贫办', date: '2020-04-15' }, fontsUrl));
  await page.goto(pathToFileURL(path).href);
  await page.evaluate('document.fonts.ready.then(() => true)');
  const gaps = (await page.evaluate(
    `[...document.querySelectorAll('.page')].map((page) => { const zoom = page.getBoundingClientRect().width / page.offsetWidth; return [(page.querySelector('footer').getBoundingClientRect().top - page.querySelector('.blocks').getBoundingClientRect().bottom) / zoom, Math.max(page.scrollWidth - page.clientWidth, ...[...page.querySelectorAll('h1,td,th,.side>div')].map((each) => each.scrollWidth - each.clientWidth - 1))]; })`,
  )) as [number, number][];
  expect(gaps).toHaveLength(pages.length);
  const bad = gaps.map(([gap, wide], at) => ({ at, key: pages[at]?.paper.key, part: pages[at]?.part, gap: Math.round(gap), wide: Math.round(wide), points: pages[at]?.points })).filter(({ gap, wide }) => gap < 0 || wide > 0);
  expect(bad).toEqual([]);
});

test('every page is drawn within its margins and above its foot, no line longer than was reckoned, whatever the family, the village, the size', () => {
  const { measure } = new PdfDrawing(shippedFaces(fontsFolder), '');
  fc.assert(
    fc.property(fc.array(household, { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, 'a3Wide' as const), (families, size) => {
      const pages = [...papersOf(families.map((facts, at) => ({ ...facts, id: String(at) })), size), photoPaper(3)].flatMap(layOut);
      pages.forEach((page, at) => {
        const { width, height, drawn } = drawPage(page, { office: '明山区扶贫办', date: '2020-04-15' }, { number: at + 1, total: pages.length }, measure);
        const { marginX } = sizeOf(page.paper);
        const [left, right, foot] = [marginX * pointsOfMm, width - marginX * pointsOfMm, height - 7 * pointsOfMm - 10.5 * 1.34];
        for (const each of drawn) {
          if (each.kind === 'text') {
            const wide = measure(each.face, each.text) * each.size;
            // What was reckoned is what stands, but for bold figures, which are a little wider.
            expect(wide, each.text).toBeLessThanOrEqual(emsOf(each.text) * each.size * 1.08);
            expect(each.x, each.text).toBeGreaterThanOrEqual(left - 0.1);
            expect(each.x + wide, each.text).toBeLessThanOrEqual(right + 0.1);
            const ofFoot = each.size === 10.5 && each.y > foot;
            if (!ofFoot) expect(each.y, each.text).toBeLessThanOrEqual(foot);
            // Set smaller only by as much as bold figures are wider.
            if (each.face === 'song' && !ofFoot && each.size !== 14) expect(each.size / page.points, each.text).toBeGreaterThan(0.93);
          } else {
            const [low, far] = each.kind === 'line' ? [Math.max(each.y1, each.y2), Math.max(each.x1, each.x2)] : [each.y + each.height, each.x + each.width];
            expect(low).toBeLessThanOrEqual(foot);
            expect(far).toBeLessThanOrEqual(right + 1);
          }
        }
      });
    }),
    { numRuns: 25, seed: 20200331 },
  );
});

test('what was laid out is drawn, every text of it in its order', () => {
  const { measure } = new PdfDrawing(shippedFaces(fontsFolder), '');
  fc.assert(
    fc.property(household, (facts) => {
      for (const page of papersOf([facts]).flatMap(layOut)) {
        const said = (blocks: Paper['blocks']): string => blocks.map((block) => (block.kind === 'table' ? [...block.columns.map(({ head }) => head), ...block.rows.flat()].join('') : block.kind === 'facts' ? block.pairs.map(({ label, value }) => label + value).join('') : block.kind === 'note' ? block.text : '')).join('').replaceAll(/\s/g, '');
        if (page.blocks.some(({ kind }) => kind === 'side' || kind === 'chart' || kind === 'figures')) continue;
        const { drawn } = drawPage(page, { office: '', date: '' }, { number: 1, total: 1 }, measure);
        const texts = drawn.slice(0).flatMap((each) => (each.kind === 'text' ? [each.text] : [])).join('').replaceAll(/\s/g, '');
        const around = `${page.part === 1 ? page.paper.title : `${page.paper.title}（续）`}${page.paper.left}${page.paper.right}第1页，共1页${page.paper.edition ?? ''}`.replaceAll(/\s/g, '');
        const headings = page.blocks.flatMap((block) => ('heading' in block && block.heading !== undefined ? [block.heading] : [])).join('').replaceAll(/\s/g, '');
        expect([...texts].toSorted().join('')).toBe([...said(page.blocks), ...headings, ...around].toSorted().join(''));
      }
    }),
    { numRuns: 30, seed: 9 },
  );
});

test('whatever is too much for a page goes on over it: every text of the paper stands on its pages, in its order', () => {
  fc.assert(
    fc.property(household, (facts) => {
      for (const paper of papersOf([facts])) {
        const texts = (blocks: Paper['blocks']): string => blocks.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.kind === 'facts' ? block.pairs.map(({ value }) => value).join('') : block.kind === 'note' ? block.text : '')).join('');
        const all = texts(paper.blocks);
        // A row that is cut has its cells in turns: the same characters, cell by cell.
        expect([...texts(layOut(paper).flatMap(({ blocks }) => blocks))].toSorted().join('')).toBe([...all].toSorted().join(''));
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('all that hangs is read at one metre: never under 16 points, and a small family on one page', () => {
  const facts: HouseholdFacts = { id: 'x', year: 2020, values: { headName: '王守信', village: '大峪村' }, lastYear: {}, members: [1, 2].map((at) => ({ id: String(at), householdId: 'x', values: { name: '王守信', relation: '户主', health: '残疾' } })), helpers: [], records: {} };
  for (const paper of papersOf([facts])) if (!paper.blocks.some((block) => JSON.stringify(block).includes('很长'))) expect([paper.key, layOut(paper).length]).toEqual([paper.key, 1]);
  for (const paper of papersOf(fc.sample(household, { numRuns: 20, seed: 3 }))) for (const { points } of layOut(paper)) expect(points).toBeGreaterThanOrEqual(16);
});

test('what may not hang has no way onto a paper', () => {
  const values = { identityNo: '990504195001010011', bankCard: '9999990000000000001', householdPhone: '19900001234', helpMeasures: '电话 199 0000 1234，卡 9999990000000000001' };
  expect(() => onPaper('house', values, 'identityNo')).toThrow('identityNo');
  expect(() => onPaper('house', values, 'bankCard')).toThrow('bankCard');
  expect(() => onPaper('public', values, 'helpMeasures')).toThrow('helpMeasures');
  expect(onPaper('house', values, 'householdPhone')).toBe('199****1234');
  expect(onPaper('house', values, 'helpMeasures')).toBe('电话 199****，卡 999****');
  fc.assert(fc.property(fc.string(), fc.stringMatching(/^\d{11,22}$/), fc.string(), (before, run, after) => {
    expect(withoutNumbers(`${before}${run}${after}`)).not.toContain(run);
  }));
});

test('a text of the register is text on the page, never a tag', () => {
  const facts: HouseholdFacts = { id: 'x', year: 2020, values: { headName: '<b onload=1>&"王', village: '大峪村' }, lastYear: {}, members: [], helpers: [], records: {} };
  const html = toHtml(layOut(incomePaper(facts)), { office: '<i>', date: '2020-04-15' }, 'http://x/');
  expect(html).toContain('&lt;b onload=1&gt;&amp;&quot;王');
  expect(html).not.toMatch(/<[bi][ >]/);
});
