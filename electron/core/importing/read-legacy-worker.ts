import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A cell that is no text: SheetJS's type letter, the value, the number format. */
export type ForeignCell = string | readonly [type: 'n' | 'b' | 'e' | 'd', value: unknown, format?: string];

export interface ForeignSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row numbers and cells of rows that hold something. */
  readonly rows: readonly (readonly [number: number, cells: readonly ForeignCell[]])[];
  /** Cells merged over several rows: column, first row, last row. */
  readonly merged: readonly (readonly [column: number, top: number, bottom: number])[];
  readonly tooWide: boolean;
  readonly tooLong: boolean;
}

export interface ForeignBook {
  readonly from1904: boolean;
  readonly sheets: readonly ForeignSheet[];
}

export type ForeignFailure = 'encrypted' | 'damaged' | 'outOfMemory' | 'outOfTime';

/** Real files need about 30 times their size; the longest real .xls, 65,536 rows of 60 columns, about a tenth of the time. */
const memoryInMegabytes = (bytes: number): number => Math.min(256 + (60 * bytes) / 1024 ** 2, 2048);
const longestReading = 5 * 60_000;

/**
 * Runs on its own thread, as source text: the application is bundled into one file, and this needs no second one. It
 * quiets SheetJS, which reports odd records on the console.
 */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
for (const name of ['log', 'warn', 'error']) console[name] = () => undefined;
const { read } = require(workerData.library);
const foreign = (cell) => !cell || cell.t === 'z' || cell.v === undefined || cell.v === null ? ''
  : cell.t === 's' ? String(cell.v) : [cell.t, cell.v, cell.z];
try {
  const book = read(workerData.content, workerData.options);
  const sheets = book.SheetNames.map((name, at) => {
    const grid = book.Sheets[name]?.['!data'] ?? [];
    const sheet = { name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0, rows: [], merged: [], tooWide: false, tooLong: grid.length > workerData.maximumRows };
    sheet.merged = (book.Sheets[name]?.['!merges'] ?? []).slice(0, 200000).filter(({ s, e }) => e.r > s.r).map(({ s, e }) => [s.c, s.r + 1, e.r + 1]);
    if (!sheet.tooLong) grid.forEach((row, index) => {
      if (row === undefined || row === null || sheet.tooWide) return;
      const cells = [];
      row.forEach((found, column) => {
        const cell = foreign(found);
        if (cell === '' || sheet.tooWide) return;
        if (column >= workerData.maximumColumns) { sheet.tooWide = true; return; }
        while (cells.length < column) cells.push('');
        cells.push(cell);
      });
      if (cells.length > 0) sheet.rows.push([index + 1, cells]);
    });
    return sheet;
  });
  parentPort.postMessage({ book: { from1904: book.Workbook?.WBProps?.date1904 === true, sheets } });
} catch (error) {
  parentPort.postMessage({ failure: /password|encrypt/i.test(String(error?.message)) ? 'encrypted' : 'damaged' });
}
`;

/**
 * Reads a workbook with SheetJS, on a thread with bounded memory and time: a damaged .xls can make it run until memory
 * ends, which would take the whole process with it.
 */
export async function readForeign(content: Uint8Array | string, limits: { maximumRows: number; maximumColumns: number }): Promise<ForeignBook | ForeignFailure> {
  const library = createRequire(import.meta.url).resolve('@e965/xlsx');
  // raw keeps text that looks like a number text; without it 18-digit identity numbers get rounded.
  const options = {
    raw: true, dense: true, cellDates: false, cellNF: true, cellText: false, cellFormula: false, cellHTML: false,
    type: typeof content === 'string' ? 'string' : 'array',
  };
  const worker = new Worker(source, {
    eval: true,
    workerData: { library, content, options, ...limits },
    resourceLimits: { maxOldGenerationSizeMb: memoryInMegabytes(content.length) },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ForeignBook | ForeignFailure>((resolve, reject) => {
      timer = setTimeout(() => resolve('outOfTime'), longestReading);
      worker.once('message', (message: { book: ForeignBook } | { failure: ForeignFailure }) => resolve('book' in message ? message.book : message.failure));
      worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('outOfMemory') : reject(error)));
      worker.once('exit', () => reject(new Error('the reading thread ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
