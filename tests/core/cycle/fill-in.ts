import ExcelJS from 'exceljs';
import type { TestClient } from '../support/core.ts';

/** A workbook that was sent out, as an office has it open: cells by the head of their column. */
export class FilledBook {
  readonly book: ExcelJS.Workbook;
  private constructor(book: ExcelJS.Workbook) {
    this.book = book;
  }

  static async open(file: File): Promise<FilledBook> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    return new FilledBook(book);
  }

  sheet(title: string): ExcelJS.Worksheet {
    const found = this.book.getWorksheet(title);
    if (!found) throw new Error(`No sheet ${title}`);
    return found;
  }

  column(title: string, head: string): number {
    let found = 0;
    this.sheet(title).getRow(4).eachCell((cell, at) => {
      if (cell.text === head) found = at;
    });
    if (found === 0) throw new Error(`No column ${head} in ${title}`);
    return found;
  }

  /** Rows below the head, each as texts by head. */
  rows(title: string): { readonly number: number; readonly of: (head: string) => string }[] {
    const sheet = this.sheet(title);
    return Array.from({ length: sheet.rowCount - 4 }, (_, at) => ({ number: at + 5, of: (head: string) => sheet.getRow(at + 5).getCell(this.column(title, head)).text }));
  }

  rowOf(title: string, head: string, text: string): number {
    const found = this.rows(title).find((row) => row.of(head) === text);
    if (!found) throw new Error(`No row of ${text} in ${title}`);
    return found.number;
  }

  firstEmpty(title: string, head: string): number {
    return this.rowOf(title, head, '');
  }

  put(title: string, row: number, values: Readonly<Record<string, string | number>>): void {
    for (const [head, value] of Object.entries(values)) this.sheet(title).getRow(row).getCell(this.column(title, head)).value = value;
  }

  async file(name: string): Promise<File> {
    return new File([await this.book.xlsx.writeBuffer()], name);
  }
}

export const send = (client: TestClient, period: string, due: string, offices?: string[]) =>
  client.cycle.make({ period, due, as: 'files', level: 'full', reason: '发给办事处填报', ...(offices ? { offices } : {}) });

/** The workbooks of a month, by office. */
export async function sendAll(client: TestClient, period: string, due: string): Promise<Map<string, File>> {
  const { files } = await send(client, period, due);
  return new Map(files.map((file) => [file.name.replace(/^.*_|\.xlsx$/g, ''), file]));
}

export async function takeIn(client: TestClient, files: File[]) {
  const plan = await client.importing.plan({ files });
  return client.importing.commit({ batch: plan.batch, confirmed: true });
}
