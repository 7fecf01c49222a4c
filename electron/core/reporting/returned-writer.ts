import { mendingYear } from '../../../shared/sheets/header-index.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { literal } from './literal-text.ts';

/** A sheet handed back in its own layout: more columns, as many as there are headers, say something of each row. */
export interface ReturnedSheet {
  readonly file: string;
  readonly sheet: string;
  /** The rows down to the header. */
  readonly head: readonly (readonly string[])[];
  readonly headers: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly notes: readonly string[];
    /** Addresses of the cells at fault. */
    readonly marked: readonly string[];
  }[];
}

const marked = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE9A8' } } as const;

/** 0-based column of an address: H5 → 7. */
const columnOf = (address: string): number => [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What its worksheet is called, before another of the name takes it. */
export const calledAgain = (file: string, sheet: string): string => (/^sheet\d*$/i.test(sheet) || sheet === '' ? file.replace(/\.[^.]*$/, '') : sheet).replaceAll(/[[\]:*?/\\']/g, '').slice(0, 27) || '要改的行';

function nameOf({ file, sheet }: ReturnedSheet, taken: Set<string>): string {
  const wish = calledAgain(file, sheet);
  let name = wish;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${wish}${at}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The rows in the layout of their own file, every cell a text; the cells at fault in yellow, the columns of notes at the end. */
export async function writeReturned(sheets: readonly ReturnedSheet[], job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  const taken = new Set<string>();
  for (const each of sheets) {
    const width = Math.max(...each.head.map((row) => row.length), ...each.rows.map(({ cells }) => cells.length));
    const sheet = book.addWorksheet(nameOf(each, taken), {
      views: [{ state: 'frozen', ySplit: each.head.length }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    for (let column = 1; column <= width + each.headers.length; column++) {
      sheet.getColumn(column).width = column > width && each.headers[column - width - 1] !== mendingYear ? 36 : 14;
      sheet.getColumn(column).numFmt = '@';
    }
    each.head.forEach((cells, at) => {
      const last = at === each.head.length - 1;
      const row = sheet.addRow([...cells.map(literal), ...(last ? [...Array.from({ length: width - cells.length }, () => ''), ...each.headers] : [])]);
      row.font = { bold: true, size: 11, name: '宋体' };
      row.commit();
    });
    for (const [at, { cells, notes, marked: faults }] of each.rows.entries()) {
      if (at % 500 === 0) {
        job.tell('正在写 Excel', at, each.rows.length);
        await breathe(job);
      }
      const row = sheet.addRow([...cells.map(literal), ...Array.from({ length: width - cells.length }, () => ''), ...notes.map(literal)]);
      for (let column = width + 1; column <= width + notes.length; column++) row.getCell(column).alignment = { wrapText: true, vertical: 'top' };
      for (const cell of faults) if (columnOf(cell) >= 0) row.getCell(columnOf(cell) + 1).fill = marked;
      row.commit();
    }
    sheet.commit();
  }
  return bytes();
}
