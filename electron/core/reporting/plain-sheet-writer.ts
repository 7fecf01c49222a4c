import type { Worksheet } from 'exceljs';
import { literal } from './literal-text.ts';

export type Cell = string | number;

/** A worksheet of texts: its columns, a title, a head that stays in sight. */
export function fill(sheet: Worksheet, widths: readonly number[], title: string, head: readonly string[]): void {
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } }));
  const top = sheet.addRow([title]);
  top.font = { bold: true, size: 14, name: '宋体' };
  top.alignment = { wrapText: false };
  top.commit();
  const row = sheet.addRow([...head]);
  row.eachCell((cell) => {
    cell.font = { bold: true, size: 11, name: '宋体' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
    cell.border = { bottom: { style: 'thin' } };
  });
  row.commit();
}

export const add = (sheet: Worksheet, cells: readonly Cell[]): void => sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? literal(cell) : cell))).commit();

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
