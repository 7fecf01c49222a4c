import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dossierSections } from '../../electron/core/reporting/dossier/dossier-sections.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { readZip } from '../core/support/zip.ts';
import { pagesOf, picturesIn, saved, tightPagesOf } from './support/pdf-pages.ts';
import { photo } from './support/photo.ts';
import { buildFonts, openSampleCore } from './support/print-core.ts';

beforeAll(buildFonts);

const green = [120, 190, 130] as const;

/** A household with somebody who can be known by a number, papers with and without photos, records, a problem. */
async function filledHousehold() {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
  const row = rows.find(({ values }) => values['relation'] === '户主' && typeof values['identityNo'] === 'string');
  if (!row) throw new Error('nobody with a number');
  const { householdId, id: memberId } = row;
  const files = (name: string, ...size: [number, number]) => [new File([photo(...size, green)], name)];
  await client.documents.add({ householdId, kind: '户主照片', on: '20200301', files: files('户主.png', 300, 400) });
  await client.documents.add({ householdId, kind: '房屋照片', on: '20200302', files: files('房.png', 400, 300) });
  await client.documents.add({ householdId, kind: '房屋照片', on: '20200303', files: files('房后.png', 900, 200) });
  await client.documents.add({ householdId, kind: '房屋照片', on: '20200304', files: [new File([Uint8Array.from([0, 0, 0, 24, ...Buffer.from('ftypheic')])], '手机.heic')] });
  await client.documents.add({ householdId, memberId, kind: '身份证', on: '20200303', files: files('证.png', 640, 400) });
  await client.documents.add({ householdId, kind: '户口簿', title: '全本', files: [new File(['%PDF-1.4 试'], '户口簿.pdf')] });
  await client.documents.add({ householdId, kind: '扶贫手册', place: '二号柜', files: [] });
  await client.tables.addEntry({ subject: 'ledger:measure', year: 2020, householdId, values: { 'measure.class': '产业帮扶', 'measure.name': '养鸡补助', 'measure.amount': '1200', 'measure.scale': '电话 19900001234 联系' } });
  await client.tables.addEntry({ subject: 'ledger:microLoan', year: 2020, memberId, values: { 'microLoan.on': '20200305', 'microLoan.use': '养羊', 'microLoan.amount': '30000' } });
  await client.tables.addEntry({ subject: 'ledger:problem', year: 2020, householdId, values: { 'problem.text': '手册没有签字', 'problem.source': '自查', 'problem.foundOn': '20200410' } });
  return { client, householdId, memberId, identityNo: String(row.values['identityNo']), name: String(row.values['name']) };
}

test('one household: cover, contents whose pages are right, everything that the register holds, photos, what is missing; masked', async () => {
  const { client, householdId, identityNo, name } = await filledHousehold();
  const file = await client.dossiers.file({ year: 2020, of: { households: [householdId] } });
  expect(file.name).toMatch(/^一户一档 .+\.pdf$/);
  const pdf = await saved(file, 'dossier.pdf');
  const pages = tightPagesOf(pdf);
  expect(pages[0]).toContain('建档立卡贫困户档案');
  expect(pages[0]).toContain(name);
  expect(pages[1]).toContain('目录');
  for (const { title } of dossierSections) {
    const page = Number(new RegExp(`\\d+${title}(\\d+)$`, 'm').exec(pages[1] ?? '')?.[1]);
    expect(pages[page - 1], title).toContain(title);
    expect(pages[page - 1], title).toContain(`第${page}页，共${pages.length}页`);
    expect(pages[page - 2], title).not.toMatch(new RegExp(`^${title}$`, 'm'));
  }
  const whole = pages.join('\n');
  for (const told of ['养鸡补助', '1,200.00', '手册没有签字', '待整改', '养羊', '30,000.00', '二号柜', '全本', '贫困户申请书', '缺', '只有纸质件', '人均纯收入']) expect(whole).toContain(told);
  expect(whole).toContain('另有1张照片（证件');
  expect(whole).toContain('另有1张照片是HEIC、TIFF格式，印不出来');
  expect(whole).not.toContain(identityNo);
  expect(pagesOf(pdf).join('\n')).not.toMatch(/\d{17}[\dXx]|19900001234/);
  // The head on the cover and among the photos, the house twice; the identity card is not shown.
  expect(picturesIn(pdf)).toBe(4);
  expect((await client.outgoing.list({ householdId })).rows[0]).toMatchObject({ purpose: '出一户一档', level: 'reduced', households: 1, file: file.name });
});

test('whole numbers and every photo only with a reason; without photos where they are not wanted; a household that is gone is refused', async () => {
  const { client, householdId, identityNo } = await filledHousehold();
  const of = { households: [householdId] };
  await expect(client.dossiers.file({ year: 2020, of, level: 'full' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } });
  expect((await client.outgoing.list({})).total).toBe(0);
  const full = await saved(await client.dossiers.file({ year: 2020, of, level: 'full', reason: '上级来查' }), 'dossier-full.pdf');
  expect(tightPagesOf(full).join('')).toContain(identityNo);
  expect(picturesIn(full)).toBe(5);
  expect((await client.outgoing.list({})).rows[0]).toMatchObject({ level: 'full', reason: '上级来查' });
  const plain = await saved(await client.dossiers.file({ year: 2020, of, pictures: false }), 'dossier-plain.pdf');
  expect(picturesIn(plain)).toBe(0);
  await expect(client.dossiers.file({ year: 2020, of: { households: [householdId, 'x'] } })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
});

test('a village in one PDF has an index that tells where each begins, and in a zip one PDF a household; rows of a table choose them', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const villages = Map.groupBy(rows, ({ values }) => String(values['village']));
  const village = [...villages].find(([, of]) => of.length >= 3)?.[0] ?? '';
  const question = { subject: 'households' as const, year: 2020, filters: [{ field: 'village', test: 'equals' as const, value: village }] };
  const here = villages.get(village) ?? [];
  const pages = tightPagesOf(await saved(await client.dossiers.file({ year: 2020, of: { question } }), 'dossiers.pdf'));
  for (const { values } of here) {
    const line = new RegExp(`${String(values['headName'])}(\\d+)$`, 'm').exec(pages[0] ?? '')?.[1] ?? '';
    // Count of pages and first page stand without a blank between them: the first page is what the end of the digits names.
    const first = [1, 2, 3].map((digits) => Number(line.slice(-digits))).find((page) => pages[page - 1]?.includes('建档立卡贫困户档案') && pages[page - 1]?.includes(String(values['headName'])));
    expect(first, String(values['headName'])).toBeDefined();
    expect(pages[first ?? 0]).toContain('目录');
  }
  const folder = temporaryFolder();
  const zip = await readZip(new Uint8Array(await (await client.dossiers.file({ year: 2020, of: { question, at: { revision: (await client.registers.current())?.revision ?? 0, rows: [{ from: 1, to: 2 }] } }, as: 'zip' })).arrayBuffer()));
  expect([...zip.keys()]).toEqual(here.slice(1, 3).map(({ values }, at) => `${at + 1} ${String(values['householdNo'])} ${String(values['headName'])}.pdf`));
  for (const [at, bytes] of [...zip.values()].entries()) {
    const path = join(folder, `${at}.pdf`);
    writeFileSync(path, bytes);
    expect(pagesOf(path)[0]).toContain(String(here[at + 1]?.values['headName']));
  }
  expect((await client.outgoing.list({})).rows.map(({ households }) => households)).toEqual([2, here.length]);
});
