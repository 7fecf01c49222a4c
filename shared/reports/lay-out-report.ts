import { countOfCell, ruleOf, type Ruling } from '../papers/drawn/draw-cells.ts';
import { pointsOfMm } from '../papers/drawn/drawing.ts';
import { settledWidths, wantedBy, type Wanted } from '../papers/fit.ts';
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

const loose: Ruling = { line: 1.3, padding: 0.28, side: 0.3, rule: ruleOf(0.25) };
/** Closer rows and smaller types, in the order in which they are tried where they save a page that would stand nearly empty. */
const closer: readonly { readonly ruling: Ruling; readonly part: number }[] = [[0.18, 1], [0.1, 1], [0.1, 0.95], [0.08, 0.9]].map(([padding = 0, part = 1]) => ({ ruling: { ...loose, padding }, part }));
/** A last page is nearly empty that has less of its room taken than this. */
const nearlyEmpty = 0.4;
/** Rows that stand together on a last page, at least. */
const fewest = 4;
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
  readonly ruling: Ruling;
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
function headHeightsOf(head: readonly (readonly HeadCell[])[], edges: readonly number[], em: number, ruling: Ruling): number[] {
  const heights = head.map(() => (ruling.line + 2 * ruling.padding) * em);
  const needed = ({ text, column, across }: HeadCell): number => (countOfCell(text, (edges[column + across] ?? 0) - (edges[column] ?? 0), em, ruling) * ruling.line + 2 * ruling.padding + 0.08) * em;
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

export const rowHeight = (lines: number, em: number, { line, padding }: Ruling): number => (lines * line + 2 * padding + 0.08) * em;

/** Which rows stand on which page: no row is parted but one that is higher than a page; who signs signs under a row. */
function paginated(counts: readonly number[], em: number, ruling: Ruling, { first, later, signed }: { readonly first: number; readonly later: number; readonly signed: number }): RowPart[][] {
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
      const height = rowHeight(lines - from, em, ruling);
      if (height + under <= left) {
        pages.at(-1)?.push({ row, from, to: lines });
        left -= height;
        break;
      }
      if ((pages.at(-1)?.length ?? 0) > 0) {
        turn();
        continue;
      }
      const fits = Math.max(1, Math.floor((left - under) / em / ruling.line - 0.8));
      pages.at(-1)?.push({ row, from, to: Math.min(lines, from + fits) });
      from += fits;
      if (from < lines) turn();
    }
  });
  // No row stands by itself on the last page.
  const [before, last] = [pages.at(-2), pages.at(-1)];
  if (before && last && last.length < fewest && before.length >= 2 * fewest) {
    const together = [...before.slice(last.length - fewest), ...last];
    if (together.every(({ row, from, to }) => from === 0 && to === counts[row]) && together.reduce((sum, { to }) => sum + rowHeight(to, em, ruling), signed) <= later) pages.splice(-2, 2, before.slice(0, last.length - fewest), together);
  }
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

/** Rows that are looked at for how wide a column must be: of a long list every so many-th. */
const lookedAt = 2000;
/** Blank at both sides of a cell, in em. */
const sides = 2 * loose.side + 0.16;

function wantedOf(columns: Asked['columns'], rows: MadeSheet['rows']): Wanted[] {
  const step = Math.max(1, Math.ceil(rows.length / lookedAt));
  // The sum of a column is its widest number, wherever it stands.
  const some = rows.filter((_, at) => at % step === 0 || at === rows.length - 1);
  return columns.map(({ head }, at) => wantedBy(head.at(-1) ?? '', some.map(({ cells }) => cells[at]?.text ?? '')));
}

function tableOnPaper({ title, part, columns, rows, em: asked, signed }: Asked): TableOnPaper {
  const declared = columns.reduce((sum, { width }) => sum + width, 0);
  const shown = rows.length > 0 ? rows : [{ key: '', rank: 'row' as const, cells: [{ text: '没有' }] }];
  const wanted = wantedOf(columns, rows);
  const least = wanted.reduce((sum, { whole }) => sum + whole + sides, 0);
  const roomOf = ({ width }: (typeof papers)[number]): number => (width - 2 * margin) * pointsOfMm;
  /** As large as the columns were meant to be, and small enough for what stands in them. */
  const emOn = (paper: (typeof papers)[number]): number => Math.min(asked ?? 12, (11 * (paper.width - 2 * margin)) / declared, roomOf(paper) / least);
  const paper = papers.find((each) => declared <= (each.width - 2 * margin) * 1.02 && emOn(each) >= 10) ?? papers[2];
  const room = roomOf(paper);
  const head = headRows(columns);
  const above = titleHeight + (part === '' ? 0 : partHeight) + (signed ? frameHeight : 0);
  const set = (em: number, ruling: Ruling): TableOnPaper => {
    const widths = settledWidths(columns.map(({ width }) => (width / declared) * room), wanted, { em, sides: sides * em });
    const edges = [0];
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
    const headHeights = headHeightsOf(head, edges, em, ruling);
    const body = (paper.height - margin - foot) * pointsOfMm - headHeights.reduce((sum, each) => sum + each, 0) - 1;
    const counts = shown.map(({ cells }) => Math.max(1, ...cells.map(({ text }, at) => countOfCell(text, cells.length === 1 ? room : (edges[at + 1] ?? 0) - (edges[at] ?? 0), em, ruling))));
    return {
      title, part, width: paper.width * pointsOfMm, height: paper.height * pointsOfMm, left: margin * pointsOfMm, top: margin * pointsOfMm, room, em, ruling, edges, head, headHeights, rows: shown, signed,
      aligns: columns.map(({ align }) => align),
      pages: paginated(counts, em, ruling, { first: body - above, later: body, signed: signed ? signedHeight : 0 }),
    };
  };
  const em = Math.max(8, emOn(paper));
  const table = set(em, loose);
  const most = table.pages.length;
  const lines = (page: readonly RowPart[] = []): number => page.reduce((sum, { from, to }) => sum + to - from, 0);
  if (most === 1 || most > 6 || lines(table.pages.at(-1)) > nearlyEmpty * lines(table.pages.at(-2))) return table;
  for (const { ruling, part: smaller } of closer) {
    const closely = set(Math.max(8, em * smaller), ruling);
    if (closely.pages.length < most) return closely;
  }
  return table;
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
