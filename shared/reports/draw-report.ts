import { dayWords } from '../fields/day-words.ts';
import { drawCell, headCell, linesOfCell } from '../papers/drawn/draw-cells.ts';
import { pointsOfMm, Sheet, type DrawnPage, type Measure } from '../papers/drawn/drawing.ts';
import { frameHeight, partHeight, reportSizes, rowHeight, titleHeight, type RowPart, type TableOnPaper } from './lay-out-report.ts';
import type { MadeReport } from './made-report.ts';

const grounds: Readonly<Record<string, number>> = { subtotal: 0.973 };
const longestTitle = 0.96;

/** What stands above a table on its first page: title, part, who reports and when. Answers where the table begins. */
function drawAbove(sheet: Sheet, { title, part, left, top, room, signed }: TableOnPaper, { office, today }: MadeReport): number {
  const size = Math.min(reportSizes.title, (room * longestTitle) / Math.max(1, sheet.measure('heiBold', title)));
  let y = top;
  sheet.text(title, { face: 'heiBold', size, align: 'center', left, width: room, top: y, line: reportSizes.title * 1.3 });
  y += titleHeight;
  if (part !== '') {
    sheet.text(part, { face: 'heiBold', size: reportSizes.part, align: 'center', left, width: room, top: y, line: reportSizes.part * 1.3 });
    y += partHeight;
  }
  if (!signed) return y;
  const line = reportSizes.frame * 1.3;
  sheet.text(`填报单位（盖章）：${office}`, { size: reportSizes.frame, left, width: room, top: y, line });
  sheet.text(`填报时间：${dayWords(today)}`, { size: reportSizes.frame, align: 'right', left, width: room, top: y, line });
  return y + frameHeight;
}

function drawHead(sheet: Sheet, { head, headHeights, edges, left, em, ruling }: TableOnPaper, top: number): number {
  let y = top;
  head.forEach((cells, at) => {
    for (const { text, column, across, down } of cells) {
      const [from, to] = [edges[column] ?? 0, edges[column + across] ?? 0];
      const height = headHeights.slice(at, at + down).reduce((sum, each) => sum + each, 0);
      drawCell(sheet, headCell(text, 'heiBold', from, to), linesOfCell(text, to - from, em, ruling), { left, top: y, height }, ruling);
    }
    y += headHeights[at] ?? 0;
  });
  return y;
}

function drawPart(sheet: Sheet, { rows, edges, aligns, left, em, ruling }: TableOnPaper, { row, from, to }: RowPart, top: number): number {
  const made = rows[row];
  const height = rowHeight(to - from, em, ruling);
  const alone = made?.cells.length === 1 && aligns.length > 1;
  aligns.forEach((align, at) => {
    if (alone && at > 0) return;
    const text = made?.cells[at]?.text ?? '';
    const cell = { text, face: made?.rank === 'total' ? ('songBold' as const) : ('song' as const), align: alone ? ('center' as const) : align, from: edges[at] ?? 0, to: alone ? (edges.at(-1) ?? 0) : (edges[at + 1] ?? 0), ...(grounds[made?.rank ?? ''] === undefined ? {} : { ground: grounds[made?.rank ?? ''] ?? 1 }) };
    drawCell(sheet, cell, linesOfCell(text, cell.to - cell.from, em, ruling).slice(from, to), { left, top, height }, ruling);
  });
  return height;
}

/** The pages of a report one after the other, as its tables were laid out: heads repeat, and who signs signs at the end of each table. */
export function* drawReport(report: MadeReport, tables: readonly TableOnPaper[], measure: Measure): Generator<DrawnPage> {
  const total = tables.reduce((sum, { pages }) => sum + pages.length, 0);
  let number = 0;
  for (const table of tables) {
    for (const [at, parts] of table.pages.entries()) {
      number++;
      const sheet = new Sheet(measure, table.em, table.ruling.line);
      let y = drawHead(sheet, table, at === 0 ? drawAbove(sheet, table, report) : table.top);
      for (const part of parts) y += drawPart(sheet, table, part, y);
      const line = reportSizes.frame * 1.3;
      if (table.signed && at === table.pages.length - 1) ['审核人：', '填表人：', '联系电话：'].forEach((words, place) => sheet.text(words, { size: reportSizes.frame, left: table.left + (table.room * place) / 3, width: table.room / 3, top: y + 3 * pointsOfMm, line }));
      sheet.text(`第 ${number} 页，共 ${total} 页`, { size: reportSizes.page, align: 'center', left: table.left, width: table.room, top: table.height - 10 * pointsOfMm, line: reportSizes.page * 1.3 });
      yield { width: table.width, height: table.height, drawn: sheet.drawn };
    }
  }
}
