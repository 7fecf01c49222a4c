import { passed } from '../../../shared/papers/gate.ts';
import type { Paper } from '../../../shared/papers/paper.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { columnHead, sheetOf, type SummarySheet } from '../../../shared/views/summary-sheet.ts';
import type { Summary, SummaryAsked } from '../../../shared/views/summary.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import type { PlainSheet } from './plain-sheet-writer.ts';

/** A summary that is to leave. */
export interface LeavingSummary {
  readonly table: Table;
  readonly asked: SummaryAsked;
  readonly summary: Summary;
  readonly year: number;
  readonly today: string;
  /** What of the table it is of, in words; '' for all of it. */
  readonly conditions: string;
}

export const summaryTitle = ({ title }: Pick<Table, 'title'>): string => `${title}表分类汇总`;

/** As it stays inside the offices: numbers that stand in a group's words show head and tail. */
const sheetFor = ({ table, asked, summary }: LeavingSummary): SummarySheet => sheetOf(table, asked, summary, (field, value) => passed(field, value, 'reduced'));

function notesOf({ conditions, asked: { across }, table }: LeavingSummary, { means }: SummarySheet): string[] {
  const side = across === null ? undefined : table.fields.find(({ key }) => key === across.field);
  return [...(side ? [`横着按${side.label}分栏`] : []), ...(conditions === '' ? [] : [`条件：${conditions}`]), ...(means === '' ? [] : [means])];
}

/** On as wide a paper as its columns ask for. */
export function summaryPaper(of: LeavingSummary): Paper {
  const { table, asked, year, today } = of;
  const sheet = sheetFor(of);
  const wide = sheet.heads.length * 2 + sheet.columns.length;
  return {
    key: 'summary', title: summaryTitle(table), called: summaryTitle(table), left: `${year}年${asked.figures.length === 1 && asked.across ? ` · ${sheet.columns[0]?.figure ?? ''}` : ''}`, right: `截至${dayWords(today)}`, largest: 13, smallest: 8,
    ...(wide > 18 ? { size: 'a3Wide' as const, largest: 16, smallest: 16 } : wide > 9 ? { size: 'a4Wide' as const } : {}),
    blocks: [
      {
        kind: 'table',
        columns: [...sheet.heads.map((head) => ({ head, share: 18, align: 'left' as const })), ...sheet.columns.map((column) => ({ head: columnHead(column, asked), share: 11, align: 'right' as const }))],
        rows: sheet.lines.map(({ labels, cells }) => [...labels, ...cells.map(({ said }) => said)]),
        summed: true,
      },
      ...notesOf(of, sheet).map((text) => ({ kind: 'note' as const, text })),
    ],
  };
}

/** The same for reckoning on: numbers as numbers, a group's words on each of its lines. */
export function summarySheets(of: LeavingSummary): PlainSheet[] {
  const { table, asked, year } = of;
  const sheet = sheetFor(of);
  let above: readonly string[] = [];
  const rows = sheet.lines.map(({ labels, cells }) => {
    const whole = labels.map((label, at) => (label === '' && labels.slice(at).some((each) => each !== '') ? (above[at] ?? '') : label));
    above = whole;
    return [...whole, ...cells.map(({ number }) => number)];
  });
  const notes = notesOf(of, sheet).map((text) => [text]);
  return [{ name: '分类汇总', title: `${summaryTitle(table)}（${year}年）`, head: [...sheet.heads, ...sheet.columns.map((column) => columnHead(column, asked))], widths: [...sheet.heads.map(() => 20), ...sheet.columns.map(() => 14)], rows: [...rows, ...notes] }];
}
