import type { Worksheet } from 'exceljs';
import { heightOfLines, linesInCell } from './cell-lines.ts';
import { literal } from './literal-text.ts';

export type Cell = string | number;

const thin = { style: 'thin' as const, color: { argb: 'FF7F7F7F' } };
const ruled = { top: thin, left: thin, bottom: thin, right: thin };

/** A worksheet of texts: its columns, a title, a head that stays in sight. */
export function fill(sheet: Worksheet, widths: readonly number[], title: string, head: readonly string[]): void {
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' }, border: ruled, font: { size: 11, name: '宋体' } } }));
  const top = sheet.addRow([title]);
  top.font = { bold: true, size: 14, name: '宋体' };
  top.alignment = { wrapText: false };
  top.getCell(1).border = {};
  top.commit();
  const row = sheet.addRow([...head]);
  row.eachCell((cell) => {
    cell.font = { bold: true, size: 11, name: '宋体' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  row.height = heightOfLines(Math.max(1, ...head.map((text, at) => linesInCell(text, widths[at] ?? 10))));
  row.commit();
}

export function add(sheet: Worksheet, cells: readonly Cell[]): void {
  const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? literal(cell) : cell)));
  const lines = Math.max(1, ...cells.map((cell, at) => (typeof cell === 'string' ? linesInCell(cell, sheet.getColumn(at + 1).width ?? 10) : 1)));
  if (lines > 1) row.height = heightOfLines(lines);
  row.commit();
}

const page = { paperSize: 9 as const, orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' };
export const options = { views: [{ state: 'frozen' as const, ySplit: 2 }], pageSetup: page, headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' } };

/** One such worksheet, as data. */
export interface PlainSheet {
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}
