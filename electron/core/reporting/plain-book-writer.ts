import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { add, fill, options, type PlainSheet } from './plain-sheet-writer.ts';

/** Worksheets of texts as a workbook. */
export async function writePlainBook(sheets: readonly PlainSheet[], job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  for (const [at, { name, title, head, widths, rows }] of sheets.entries()) {
    job.tell('正在写 Excel', at, sheets.length);
    await breathe(job);
    const sheet = book.addWorksheet(name, options);
    fill(sheet, widths, title, head);
    for (const row of rows) add(sheet, row);
    sheet.commit();
  }
  return bytes();
}
