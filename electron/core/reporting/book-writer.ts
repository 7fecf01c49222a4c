import { PassThrough } from 'node:stream';
import type { stream } from 'exceljs';

type BookWriter = stream.xlsx.WorkbookWriter;

export interface Book {
  readonly book: BookWriter;
  /** Ends the workbook. Call it once, after the last sheet is committed. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** exceljs puts the children of its default font in an order that the schema forbids; ours is in the schema's. */
const defaultFont = '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>';

/** A new workbook, written as it grows. `shared`: texts in one table, smaller in the file and larger in memory. exceljs is loaded here first. */
export async function newBook(shared: boolean): Promise<Book> {
  const { default: ExcelJS } = await import('exceljs');
  const target = new PassThrough();
  const parts: Buffer[] = [];
  const gathered = new Promise<void>((resolve, reject) => {
    target.on('data', (part: Buffer) => parts.push(part));
    target.on('end', resolve);
    target.on('error', reject);
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true, useSharedStrings: shared });
  (book as unknown as { styles: { model: { fonts: string[] } } }).styles.model.fonts[0] = defaultFont;
  return {
    book,
    async bytes() {
      await book.commit();
      await gathered;
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}
