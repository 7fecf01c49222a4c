import type { Cell, Workbook, Worksheet } from 'exceljs';
import { breathe, type Job } from '../jobs.ts';
import { literal } from './literal-text.ts';
import { columnsBefore, freeName, type ListBack, type MissingSheet, missingWidth, type SheetBack } from './list-back.ts';

/** Above these a workbook is not held in memory as a whole. */
const largest = 6 * 1024 * 1024;
const mostRows = 20_000;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const red = { argb: 'FF9B1C1C' };

const fontOrder = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** What the library writes of fonts, in the order that the schema demands. */
const fontsInOrder = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const parts = inner.match(/<(\w+)[^>]*\/>/g) ?? [];
    const place = (part: string): number => fontOrder.indexOf(/^<(\w+)/.exec(part)?.[1] ?? '');
    return `<font>${parts.toSorted((one, other) => place(one) - place(other)).join('')}</font>`;
  });

interface WritesStyles {
  addStyles(zip: { append(xml: string, options: { name: string }): void }, model: { styles: { xml: string } }): Promise<void>;
}

/** A formula would reach for cells and files that are elsewhere: what it gave stays. A link is the text that it shows. */
function settle(cell: Cell): void {
  if (cell.formula) cell.value = cell.result ?? null;
  else if (cell.hyperlink) cell.value = cell.text;
}

function mark(sheet: Worksheet, back: SheetBack, headers: ListBack['headers']): void {
  sheet.eachRow((row) => row.eachCell(settle));
  if (back.notes.size === 0) return;
  const width = columnsBefore(back, headers);
  const model = sheet.getRow(back.lastHeader).getCell(width);
  headers.forEach((header, at) => {
    const cell = sheet.getRow(back.lastHeader).getCell(width + 1 + at);
    cell.style = { ...model.style, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } };
    cell.value = header;
    sheet.getColumn(width + 1 + at).width = at === 0 ? 14 : 46;
  });
  for (const [number, notes] of back.notes) {
    const row = sheet.getRow(number);
    const border = row.getCell(width).border as Cell['border'] | undefined;
    notes.forEach((note, at) => {
      const cell = row.getCell(width + 1 + at);
      cell.style = { numFmt: '@', alignment: { vertical: 'middle', wrapText: true }, ...(border ? { border } : {}), ...(notes[0] === '在册，一致' ? {} : { font: { color: red } }) };
      cell.value = literal(note);
    });
  }
}

function addMissing(book: Workbook, { name, head, rows }: MissingSheet): void {
  const sheet = book.addWorksheet(freeName(name, book.worksheets.map((each) => each.name)), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = head.map((header) => ({ header, width: missingWidth(header), style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(literal));
}

/**
 * Their own .xlsx with two more columns and a sheet more: titles, merged cells, widths, formats and everything else stay as
 * they sent it. Null where that cannot be: another format, too large, or made in a way that the library cannot write again.
 */
export async function writeMarkedCopy(bytes: Uint8Array, back: ListBack, job: Job): Promise<Uint8Array | null> {
  const rows = back.sheets.reduce((sum, { all }) => sum + all.length, 0);
  if (!isZip(bytes) || bytes.length > largest || rows > mostRows) return null;
  job.tell('正在写回执', 0, 0);
  await breathe(job);
  const { default: ExcelJS } = await import('exceljs');
  try {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    for (const each of back.sheets) {
      const sheet = book.getWorksheet(each.sheet);
      if (!sheet) return null;
      mark(sheet, each, back.headers);
      await breathe(job);
    }
    if (back.missing) addMissing(book, back.missing);
    // Its own step of writing, which its types do not tell.
    (book.xlsx as unknown as WritesStyles).addStyles = async (zip, model) => zip.append(fontsInOrder(model.styles.xml), { name: 'xl/styles.xml' });
    return new Uint8Array(await book.xlsx.writeBuffer());
  } catch (error) {
    if (job.signal.aborted) throw error;
    return null;
  }
}
