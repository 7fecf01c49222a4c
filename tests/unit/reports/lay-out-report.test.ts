import { expect, test } from 'vitest';
import { linesOfCell } from '../../../shared/papers/drawn/draw-cells.ts';
import { layOutReport } from '../../../shared/reports/lay-out-report.ts';
import type { MadeColumn, MadeReport, MadeRow } from '../../../shared/reports/made-report.ts';

const column = (head: string, width: number, align: MadeColumn['align'] = 'left'): MadeColumn => ({ key: head, head: [head], align, width, cells: 'text' });
const report = (columns: readonly MadeColumn[], rows: readonly (readonly string[])[]): MadeReport => ({
  key: 'x', title: '一览表', period: '2020', periodLabel: '2020年', today: '2020-12-15', office: '某办', level: 'reduced', revision: 1, figures: {}, units: {}, definitions: [], leftOut: [],
  sheets: [{ key: 'x', title: '一览', columns, lines: rows.length, rows: rows.map((cells, at): MadeRow => ({ key: String(at), rank: 'row', cells: cells.map((text) => ({ text })) })) }],
});
const table = (made: MadeReport) => layOutReport(made, false)[0];

test('no number, day or name is broken while other columns have room, whatever widths were declared', () => {
  const columns = [column('序号', 10), column('姓名', 8), column('证件号码', 20), column('电话', 14), column('开始时间', 12), column('金额', 12, 'right'), column('备注', 60)];
  const row = ['1', '欧阳淑珍', '99**************4431', '199****9008', '2018-03-01', '123,456,789.00', '家里有两个孩子在读书，老人常年吃药，住房是前年翻建的'];
  const laid = table(report(columns, [row, row]));
  const lines = row.map((text, at) => (laid ? linesOfCell(text, (laid.edges[at + 1] ?? 0) - (laid.edges[at] ?? 0), laid.em, laid.ruling) : []));
  expect(lines.slice(0, 6)).toEqual(row.slice(0, 6).map((text) => [text]));
  expect(laid?.em).toBeGreaterThanOrEqual(10);
});

test('a last page that would hold a few rows is saved by closer rows; where none is saved, no row stands there alone', () => {
  const columns = [column('序号', 10), column('村', 40), column('户数', 30, 'right')];
  const rows = (count: number): string[][] => Array.from({ length: count }, (_, at) => [String(at), `第${at}村`, '1']);
  const pagesOf = (count: number): number[] => table(report(columns, rows(count)))?.pages.map(({ length }) => length) ?? [];
  const most = Array.from({ length: 60 }, (_, count) => count).findLast((count) => pagesOf(count).length === 1) ?? 0;
  const loosest = Array.from({ length: 60 }, (_, count) => count).findLast((count) => count > 0 && table(report(columns, rows(count)))?.ruling.padding === 0.28 && pagesOf(count).length === 1) ?? 0;
  expect(most).toBeGreaterThan(loosest + 5);
  for (let count = 1; count < 260; count++) {
    const pages = pagesOf(count);
    expect(pages.reduce((sum, each) => sum + each, 0)).toBe(count);
    if (pages.length > 1) expect(pages.at(-1), String(count)).toBeGreaterThanOrEqual(4);
  }
});
