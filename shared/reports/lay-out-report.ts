import { linesOfCell, ruleOf, type Ruling } from '../papers/drawn/draw-cells.ts';
import { pointsOfMm } from '../papers/drawn/drawing.ts';
import { headRows, type HeadCell } from './head-rows.ts';
import type { MadeColumn, MadeReport, MadeSheet } from './made-report.ts';

/** Papers on which a table may stand, in mm, smallest first. */
const papers = [
  { width: 210, height: 297 },
  { width: 297, height: 210 },
  { width: 420, height: 297 },
] as const;
const margin = 12;
const foot = 14;

export const reportRuling: Ruling = { line: 1.3, padding: 0.28, side: 0.3, rule: ruleOf(0.25) };
/** In points: the title, what it is a part of, the lines above and under the table. */
export const reportSizes = { title: 20, part: 13, frame: 11, page: 9, told: 10.5 } as const;

/** A table of a report on its paper: everything in points. */
export interface TableOnPaper {
  readonly title: string;
  /** Which table of the report it is; '' where there is only one. */
  readonly part: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly room: number;
  /** Size of what the table says. */
  readonly em: number;
  /** Edges of the columns, from the table's left edge. */
  readonly edges: readonly number[];
  readonly aligns: readonly MadeColumn['align'][];
  readonly head: readonly (readonly HeadCell[])[];
  readonly headHeights: readonly number[];
  readonly rows: MadeSheet['rows'];
  /** Signatures stand under a table of numbers, not under what they mean. */
  readonly signed: boolean;
  readonly pages: readonly (readonly RowPart[])[];
}

/** Lines of a row that stand on a page: all of them but where a row is higher than any page. */
export interface RowPart {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const lineOf = (size: number): number => size * 1.3;
/** The line of who reports and when, with its blank below. */
export const frameHeight = lineOf(reportSizes.frame) + 1.5 * pointsOfMm;
export const signedHeight = lineOf(reportSizes.frame) + 3 * pointsOfMm;
export const titleHeight = lineOf(reportSizes.title) + 2 * pointsOfMm;
export const partHeight = lineOf(reportSizes.part) + 2 * pointsOfMm;

/** How high each row of the head is: what spans several takes what the last of them needs more. */
function headHeightsOf(head: readonly (readonly HeadCell[])[], edges: readonly number[], em: number): number[] {
  const heights = head.map(() => (reportRuling.line + 2 * reportRuling.padding) * em);
  const needed = ({ text, column, across }: HeadCell): number => (linesOfCell(text, (edges[column + across] ?? 0) - (edges[column] ?? 0), em, reportRuling).length * reportRuling.line + 2 * reportRuling.padding + 0.08) * em;
  head.forEach((cells, at) => {
    for (const cell of cells) if (cell.down === 1) heights[at] = Math.max(heights[at] ?? 0, needed(cell));
  });
  head.forEach((cells, at) => {
    for (const cell of cells) {
      const last = at + cell.down - 1;
      const stands = heights.slice(at, last + 1).reduce((sum, each) => sum + each, 0);
      if (cell.down > 1) heights[last] = (heights[last] ?? 0) + Math.max(0, needed(cell) - stands);
    }
  });
  return heights;
}

export const rowHeight = (lines: number, em: number): number => (lines * reportRuling.line + 2 * reportRuling.padding + 0.08) * em;

/** Which rows stand on which page: no row is parted but one that is higher than a page; who signs signs under a row. */
function paginated(counts: readonly number[], em: number, { first, later, signed }: { readonly first: number; readonly later: number; readonly signed: number }): RowPart[][] {
  const pages: RowPart[][] = [[]];
  let left = first;
  const turn = (): void => {
    pages.push([]);
    left = later;
  };
  counts.forEach((lines, row) => {
    let from = 0;
    const under = row === counts.length - 1 ? signed : 0;
    while (from < lines) {
      const height = rowHeight(lines - from, em);
      if (height + under <= left) {
        pages.at(-1)?.push({ row, from, to: lines });
        left -= height;
        break;
      }
      if ((pages.at(-1)?.length ?? 0) > 0) {
        turn();
        continue;
      }
      const fits = Math.max(1, Math.floor((left - under) / em / reportRuling.line - 0.8));
      pages.at(-1)?.push({ row, from, to: Math.min(lines, from + fits) });
      from += fits;
      if (from < lines) turn();
    }
  });
  return pages;
}

interface Asked {
  readonly title: string;
  readonly part: string;
  readonly columns: readonly Pick<MadeColumn, 'head' | 'align' | 'width'>[];
  readonly rows: MadeSheet['rows'];
  readonly em?: number;
  readonly signed: boolean;
}

function tableOnPaper({ title, part, columns, rows, em: asked, signed }: Asked): TableOnPaper {
  const needed = columns.reduce((sum, { width }) => sum + width, 0);
  const paper = papers.find(({ width }) => needed <= (width - 2 * margin) * 1.02) ?? papers[2];
  const em = asked ?? Math.max(8, Math.min(12, (11 * (paper.width - 2 * margin)) / needed));
  const room = (paper.width - 2 * margin) * pointsOfMm;
  const edges = [0];
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + (width / needed) * room);
  const head = headRows(columns);
  const headHeights = headHeightsOf(head, edges, em);
  const body = (paper.height - margin - foot) * pointsOfMm - headHeights.reduce((sum, each) => sum + each, 0) - 1;
  const above = titleHeight + (part === '' ? 0 : partHeight) + (signed ? frameHeight : 0);
  const shown = rows.length > 0 ? rows : [{ key: '', rank: 'row' as const, cells: [{ text: '没有' }] }];
  const counts = shown.map(({ cells }) => Math.max(1, ...cells.map(({ text }, at) => linesOfCell(text, (edges[at + 1] ?? 0) - (edges[at] ?? 0), em, reportRuling).length)));
  return {
    title, part, width: paper.width * pointsOfMm, height: paper.height * pointsOfMm, left: margin * pointsOfMm, top: margin * pointsOfMm, room, em, edges, head, headHeights, rows: shown, signed,
    aligns: columns.map(({ align }) => align),
    pages: paginated(counts, em, { first: body - above, later: body, signed: signed ? signedHeight : 0 }),
  };
}

/** 口径: one line a number, for who asks what was counted; and what the level closed. */
function definitionsOf({ definitions, leftOut }: MadeReport): TableOnPaper[] {
  if (definitions.length === 0) return [];
  const closed = leftOut.length === 0 ? [] : [{ column: '按密级没有列出', means: leftOut.join('、') }];
  return [
    tableOnPaper({
      title: '口径说明', part: '', signed: false, em: reportSizes.told,
      columns: [{ head: ['栏目'], align: 'left', width: 28 }, { head: ['怎么算的'], align: 'left', width: 72 }],
      rows: [...definitions, ...closed].map(({ column, means }) => ({ key: column, rank: 'row', cells: [{ text: column }, { text: means }] })),
    }),
  ];
}

/** A report on paper: every table on paper as large as its columns need, in as many pages as its rows need. */
export function layOutReport(report: MadeReport, withDefinitions: boolean): TableOnPaper[] {
  const several = report.sheets.length > 1;
  const tables = report.sheets.map((sheet, at) =>
    tableOnPaper({ title: `${report.periodLabel}${report.title}`, part: several ? `${at === 0 ? '' : `附表${at}　`}${sheet.title}` : '', columns: sheet.columns, rows: sheet.rows, signed: true }));
  return [...tables, ...(withDefinitions ? definitionsOf(report) : [])];
}
