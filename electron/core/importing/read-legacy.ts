import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cell, SheetRow } from '../../../shared/sheets/cells.ts';
import { isDateFormat, serialToDate } from './read-dates.ts';
import { readForeign } from './read-legacy-worker.ts';
import type { ForeignCell, ForeignSheet } from './read-legacy-worker.ts';
import { damagedFile, encryptedFile, maximumColumns, maximumRows, stopWhenCancelled, tooLargeFile, tooWideSheet } from './read-refusals.ts';
import { batchSize } from './read-sheet.ts';
import type { Workbook } from './read-sheet.ts';

/** Codes of error cells, MS-XLS 2.5.10. */
const errorSigns: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA',
};

/**
 * Formats that SheetJS reads: BIFF .xls, .xlsb and Excel's XML of 2003. It reads the whole file at once.
 * XML must come as a decoded string: SheetJS mistakes GBK.
 */
export async function openLegacy(content: Uint8Array | string, format: 'xls' | 'xlsx', file: string): Promise<Workbook> {
  const book = await readForeign(content, { maximumRows, maximumColumns });
  switch (book) {
    case 'encrypted':
      throw encryptedFile(file);
    case 'damaged':
      throw damagedFile(file);
    case 'outOfMemory':
      throw damagedFile(file, '读取时占用的内存多得不正常');
    case 'outOfTime':
      throw tooLargeFile(file, '五分钟还没有读完');
  }
  const rowsOf = async function* (sheet: ForeignSheet, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    if (sheet.tooWide) throw tooWideSheet(file, sheet.name);
    // Excel's XML may say "row two billion".
    if (sheet.tooLong) throw tooLargeFile(file, `工作表“${sheet.name}”超过一百万行`);
    for (let at = 0; at < sheet.rows.length; at += batchSize) {
      stopWhenCancelled(signal, file);
      yield sheet.rows.slice(at, at + batchSize).map(([number, cells]) => ({ number, cells: cells.map((cell) => readCell(cell, book.from1904)) }));
      await nextTurn();
    }
  };
  return {
    format,
    sheets: book.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: (signal?: AbortSignal) => rowsOf(sheet, signal),
      merged: async () => sheet.merged.map(([column, top, bottom]) => ({ column, top, bottom })),
    })),
    close: () => undefined,
  };
}

function readCell(cell: ForeignCell, from1904: boolean): Cell {
  if (typeof cell === 'string') return cell;
  const [type, value, format] = cell;
  if (type === 'e') return { type: 'error', text: errorSigns[Number(value)] ?? String(value) };
  if (type === 'b') return { type: 'boolean', text: value === true ? 'TRUE' : 'FALSE' };
  const date = format !== undefined && isDateFormat(format) ? serialToDate(Number(value), from1904) : undefined;
  return date === undefined ? { type: 'number', text: String(value) } : { type: 'date', text: date };
}
