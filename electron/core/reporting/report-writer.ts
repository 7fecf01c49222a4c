import type { Border, PaperSize, Style, Worksheet } from 'exceljs';
import { headRows } from '../../../shared/reports/head-rows.ts';
import type { MadeColumn, MadeReport, MadeRow, MadeSheet } from '../../../shared/reports/made-report.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { literal } from './literal-text.ts';

const edge: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const ruled = { top: edge, left: edge, bottom: edge, right: edge };
const formats: Readonly<Record<MadeColumn['cells'], string>> = { text: '@', number: 'General', money: '0.00', ratio: '0.00%' };

/** Excel takes 31 characters, none of []:*?/\, every name once. */
function sheetName(title: string, taken: Set<string>): string {
  const wish = title.replaceAll(/[[\]:*?/\\'“”]/g, '').slice(0, 28) || '表';
  let name = wish;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${wish}${at}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A4, and A3, which the library's types do not know. */
const [a4, a3] = [9, 8 as number as PaperSize];

/**
 * How cells of rows look: numbers as numbers, everything else as text that Excel neither reads as a formula nor shortens. Cells that look alike
 * share one object, by which the library knows it again; one for each cell is most of what a long list costs.
 */
function looks(): (column: MadeColumn, rank: MadeRow['rank'], isNumber: boolean) => Partial<Style> {
  const made = new Map<string, Partial<Style>>();
  return ({ cells, align }, rank, isNumber) => {
    const key = `${cells} ${align} ${rank} ${isNumber}`;
    let look = made.get(key);
    if (!look) {
      look = {
        numFmt: isNumber ? formats[cells === 'text' ? 'number' : cells] : '@',
        alignment: { horizontal: align, vertical: 'middle', wrapText: true },
        border: ruled,
        font: { name: '宋体', size: 11, bold: rank === 'total' },
        ...(rank === 'subtotal' ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF8F8F8' } } } : {}),
      };
      made.set(key, look);
    }
    return look;
  };
}

function line(sheet: Worksheet, row: number, across: number, text: string, look: { readonly size: number; readonly bold?: boolean; readonly font?: string; readonly align?: 'left' | 'center' | 'right' }): void {
  if (across > 1) sheet.mergeCells(row, 1, row, across);
  const cell = sheet.getCell(row, 1);
  cell.value = literal(text);
  cell.numFmt = '@';
  cell.font = { name: look.font ?? '宋体', size: look.size, bold: look.bold ?? false };
  cell.alignment = { horizontal: look.align ?? 'center', vertical: 'middle', wrapText: true };
  sheet.getRow(row).height = look.size * 1.8;
}

async function writeTable(sheet: Worksheet, report: MadeReport, { columns, rows, title }: MadeSheet, several: boolean, job: Job): Promise<void> {
  const across = columns.length;
  let at = 1;
  line(sheet, at++, across, `${report.periodLabel}${report.title}`, { size: 18, bold: true, font: '黑体' });
  if (several) line(sheet, at++, across, title, { size: 13, bold: true, font: '黑体' });
  line(sheet, at++, across, `填报单位（盖章）：${report.office}　　　　填报时间：${report.today}`, { size: 11, align: 'left' });
  const first = at;
  for (const [level, cells] of headRows(columns).entries()) {
    for (const { text, column, across: wide, down } of cells) {
      if (wide > 1 || down > 1) sheet.mergeCells(first + level, column + 1, first + level + down - 1, column + wide);
      for (let y = 0; y < down; y++) for (let x = 0; x < wide; x++) {
        const cell = sheet.getCell(first + level + y, column + 1 + x);
        cell.border = ruled;
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
      }
      const cell = sheet.getCell(first + level, column + 1);
      cell.value = literal(text);
      cell.numFmt = '@';
      cell.font = { name: '黑体', size: 11, bold: true };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
    at++;
  }
  const heads = at - 1;
  for (let row = first; row <= heads; row++) sheet.getRow(row).commit();
  sheet.pageSetup.printTitlesRow = `${first}:${heads}`;
  const lookOf = looks();
  for (const [done, { cells, rank }] of rows.entries()) {
    if (done % 500 === 0) {
      job.tell('正在写 Excel', done, rows.length);
      await breathe(job);
    }
    const row = sheet.getRow(at++);
    for (const [column, made] of columns.entries()) {
      const cell = row.getCell(column + 1);
      const { text, number } = cells[column] ?? { text: '' };
      if (text !== '') cell.value = number ?? literal(text);
      cell.style = lookOf(made, rank, number !== undefined);
    }
    row.commit();
  }
  line(sheet, at, across, '审核人：　　　　　　　　填表人：　　　　　　　　联系电话：', { size: 11, align: 'left' });
}

/** Rows above the records: title, the sheet's name where there are several, frame, heads. */
const headDepth = (columns: readonly MadeColumn[], several: boolean): number => (several ? 3 : 2) + headRows(columns).length;

/** A report as a workbook: a worksheet a sheet, A4 (wide ones A3) landscape or portrait, fitted to one page in width; what each number counts on the last one. */
export async function writeReport(report: MadeReport, withDefinitions: boolean, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(report.sheets.every(({ rows }) => rows.length <= 5000));
  const taken = new Set<string>();
  for (const made of report.sheets) {
    const width = made.columns.reduce((sum, column) => sum + column.width, 0);
    const sheet = book.addWorksheet(sheetName(made.title, taken), {
      pageSetup: { paperSize: width > 300 ? a3 : a4, orientation: width > 186 ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, margins: { left: 0.45, right: 0.45, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 } },
      headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
      // A streamed sheet takes its views when it begins.
      views: [{ state: 'frozen', xSplit: 0, ySplit: headDepth(made.columns, report.sheets.length > 1), showGridLines: false }],
    });
    for (const [at, column] of made.columns.entries()) sheet.getColumn(at + 1).width = Math.max(6, column.width * 0.5);
    await writeTable(sheet, report, made, report.sheets.length > 1, job);
    sheet.commit();
  }
  if (withDefinitions && report.definitions.length > 0) {
    const sheet = book.addWorksheet(sheetName('口径说明', taken), { pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
    sheet.columns = [{ width: 34 }, { width: 70 }];
    const told = [['栏目', '怎么算的'], ...report.definitions.map(({ column, means }) => [column, means]), ...(report.leftOut.length > 0 ? [['按密级没有列出', report.leftOut.join('、')]] : [])];
    for (const [at, texts] of told.entries()) {
      const row = sheet.addRow(texts.map(literal));
      row.eachCell((cell) => {
        cell.numFmt = '@';
        cell.font = { name: '宋体', size: 11, bold: at === 0 };
        cell.alignment = { vertical: 'top', wrapText: true };
        cell.border = ruled;
      });
      row.commit();
    }
    sheet.commit();
  }
  return bytes();
}
