import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Cell, SheetRow } from '../../../shared/sheets/cells.ts';
import { isDateFormat, serialToDate } from './read-dates.ts';
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
  const { read } = await import('@e965/xlsx');
  // raw keeps text that looks like a number text; without it 18-digit identity numbers get rounded.
  const options: ParsingOptions = { raw: true, dense: true, cellDates: false, cellNF: true, cellText: false, cellFormula: false, cellHTML: false };
  let book: WorkBook;
  try {
    book = read(content, { ...options, type: typeof content === 'string' ? 'string' : 'array' });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw encryptedFile(file);
    throw damagedFile(file);
  }
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const rowsOf = async function* (name: string, signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    const sheet: WorkSheet | undefined = book.Sheets[name];
    const grid: readonly ((CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
    // Excel's XML may say "row two billion"; walking there would take for ever.
    if (grid.length > maximumRows) throw tooLargeFile(file, `工作表“${name}”超过一百万行`);
    let batch: SheetRow[] = [];
    for (let at = 0; at < grid.length; at += 1) {
      const cells = readRow(grid[at] ?? [], from1904, () => tooWideSheet(file, name));
      if (cells.length > 0) batch.push({ number: at + 1, cells });
      if (batch.length === batchSize || at % 4096 === 4095) {
        await nextTurn();
        stopWhenCancelled(signal, file);
      }
      if (batch.length === batchSize) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  };
  return {
    format,
    sheets: book.SheetNames.map((name, at) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
      rows: (signal) => rowsOf(name, signal),
    })),
    close: () => {
      book = { SheetNames: [], Sheets: {} };
    },
  };
}

function readRow(row: readonly (CellObject | undefined)[], from1904: boolean, tooWide: () => Error): Cell[] {
  const cells: Cell[] = [];
  row.forEach((found, column) => {
    const cell = found ? readCell(found, from1904) : '';
    if (cell === '') return;
    if (column >= maximumColumns) throw tooWide();
    while (cells.length < column) cells.push('');
    cells.push(cell);
  });
  return cells;
}

function readCell(cell: CellObject, from1904: boolean): Cell {
  const { t: type, v: value } = cell;
  if (value === undefined || value === null || type === 'z') return '';
  if (type === 'e') return { type: 'error', text: errorSigns[Number(value)] ?? String(value) };
  if (type === 's') return String(value);
  if (type === 'b') return { type: 'boolean', text: value === true ? 'TRUE' : 'FALSE' };
  const number = Number(value);
  const date = typeof cell.z === 'string' && isDateFormat(cell.z) ? serialToDate(number, from1904) : undefined;
  return date === undefined ? { type: 'number', text: String(value) } : { type: 'date', text: date };
}
