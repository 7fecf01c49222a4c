import ExcelJS from 'exceljs';
import type { Matching } from '../../../shared/changes/matching.ts';
import { openWorkbook } from '../../../electron/core/importing/read-workbook.ts';

/** Row numbers of every place of theirs, in order: each row of the list once. */
export const placed = ({ both, differ, onlyTheirs, unusable }: Matching): string[] =>
  [...both, ...differ, ...onlyTheirs, ...unusable].map(({ sheet, row }) => `${sheet}:${String(row).padStart(4, '0')}`).toSorted();

/** Names in each place. */
export const names = ({ both, differ, onlyTheirs, onlyRegister, unusable }: Matching) => ({
  both: both.map(({ name }) => name),
  differ: differ.map(({ name, fields }) => `${name} ${fields.map(({ field, register, theirs }) => `${field} ${register}→${theirs}`).join(' ')}`),
  onlyTheirs: onlyTheirs.map(({ name }) => name),
  onlyRegister: onlyRegister.map(({ name }) => name),
  unusable: unusable.map(({ name, why }) => `${name} ${why}`),
});

/** A number with the digit at a place (0 = first) changed. */
export const slipped = (number: string, place: number): string => number.slice(0, place) + String((Number(number[place]) + 1) % 10) + number.slice(place + 1);
/** A number with two neighbours changed over. */
export const swapped = (number: string, place: number): string => number.slice(0, place) + (number[place + 1] ?? '') + (number[place] ?? '') + number.slice(place + 2);

/** A workbook as rows of texts by sheet and row number: { 名单: { 3: ['张三', …] } }. */
export async function readBack(file: File | undefined): Promise<Record<string, Record<number, string[]>>> {
  if (!file) throw new Error('no workbook came back');
  const workbook = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const sheets: Record<string, Record<number, string[]>> = {};
  for (const sheet of workbook.sheets) {
    const rows: Record<number, string[]> = (sheets[sheet.name] = {});
    for await (const chunk of sheet.rows()) for (const { number, cells } of chunk) rows[number] = cells.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  }
  workbook.close();
  return sheets;
}

/** An .xlsx of several sheets, every cell a text, a number or a date as given. */
export async function bookOf(name: string, sheets: Readonly<Record<string, readonly (readonly (string | number | Date)[])[]>>): Promise<File> {
  const book = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(sheets)) book.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return new File([await book.xlsx.writeBuffer()], name);
}
