import type { ProblemList, ProblemRow } from '../../../shared/contract/problems.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { passed, type Level } from '../../../shared/papers/gate.ts';
import { problemStateWords } from '../../../shared/register/problem-state.ts';
import { field, findField } from '../../../shared/register/vocabulary.ts';
import type { PlainSheet } from './plain-sheet-writer.ts';

const keys = ['class', 'text', 'source', 'foundOn', 'foundBy', 'person', 'project', 'mode', 'lead', 'unit', 'owner', 'measure', 'due', 'progress', 'doneOn', 'doneBy', 'done', 'closedOn', 'closedBy', 'verdict', 'reopenedOn', 'reopenedWhy'] as const;
const widths: Readonly<Partial<Record<(typeof keys)[number], number>>> = { text: 40, measure: 30, progress: 24, done: 24, reopenedWhy: 24 };
const head = ['序号', '街道', '村', '户编号', '户主', ...keys.map((key) => field(`problem.${key}`).label), '佐证', '现在'];

const shown = (values: Readonly<Record<string, Stored | undefined>>, key: string, level: Level): string => {
  const own = findField(key);
  return own ? passed(own, values[key] ?? null, level) : '';
};

const lineOf = (row: ProblemRow, at: number, level: Level): (string | number)[] => [
  at + 1, row.town, row.village, row.household, row.head,
  ...keys.map((key) => shown(row.values, `problem.${key}`, level)),
  row.evidence.map(({ name }) => name).join('、'),
  `${problemStateWords[row.state]}${row.overdue ? '（逾期）' : ''}`,
];

const listed = (name: string, title: string, rows: readonly ProblemRow[], level: Level): PlainSheet => ({
  name, title: `${title}：${rows.length} 个`, head, widths: [6, 14, 12, 16, 10, ...keys.map((key) => widths[key] ?? 13), 24, 14], rows: rows.map((row, at) => lineOf(row, at, level)),
});

const mode = ({ values }: ProblemRow): Stored => values['problem.mode'] ?? null;

/** The ledger as a workbook: how far each office is, by day, the whole list, what was put right on the spot, what was handed down, what is overdue. */
export function problemSheets({ rows, rates, days, today }: ProblemList, level: Exclude<Level, 'public' | 'house'>): PlainSheet[] {
  return [
    {
      name: '整改率', title: `整改率（${today}）`, head: ['街道', '问题', '已销号', '待销号', '逾期未改', '整改率（%）'], widths: [22, 10, 10, 10, 10, 14],
      rows: rates.map(({ town, total, closed, proposed, overdue, rate }) => [town || '（没有写街道）', total, closed, proposed, overdue, rate]),
    },
    {
      name: '逐日', title: '逐日整改率', head: ['日期', '累计问题', '累计销号', '整改率（%）'], widths: [14, 12, 12, 14],
      rows: days.map(({ day, total, closed }) => [day, total, closed, total === 0 ? 100 : Math.round((closed / total) * 1000) / 10]),
    },
    listed('整改台账', '整改销号台账', rows, level),
    listed('现场整改', '现场整改清单', rows.filter((row) => mode(row) === '现场整改'), level),
    listed('交办整改', '交办整改清单', rows.filter((row) => mode(row) === '交办整改'), level),
    listed('逾期', '逾期未改清单', rows.filter(({ overdue }) => overdue), level),
  ];
}
