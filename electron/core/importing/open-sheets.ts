import { Refusal } from '../../../shared/contract/errors.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { headerSearchRows, recognise, type Recognised } from '../../../shared/sheets/recognise.ts';
import { yearOfSheet, type SheetYear } from '../../../shared/sheets/year-of-sheet.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.ts';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A sheet of one of the files, looked at but not yet read through. */
export interface OpenSheet {
  readonly file: string;
  readonly sheet: WorkbookSheet;
  readonly recognised: Recognised | null;
  /** The rows down to the header, as texts. */
  readonly head: readonly (readonly string[])[];
  readonly year: SheetYear;
}

export interface OpenFile {
  readonly file: string;
  readonly refusal?: Refusal;
  readonly sheets: readonly OpenSheet[];
  readonly workbook?: Workbook;
}

async function topRows(sheet: WorkbookSheet): Promise<readonly SheetRow[]> {
  const top: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    for (const row of batch) {
      top.push(row);
      if (top.length >= headerSearchRows + 10) return top;
    }
  }
  return top;
}

/** Opens a file and recognises its sheets. A file that cannot be read answers with its sentence; the others go on. */
export async function openFile(input: InputFile, given: number | undefined): Promise<OpenFile> {
  let workbook: Workbook | undefined;
  try {
    workbook = await openWorkbook(input.bytes, input.name);
    const sheets: OpenSheet[] = [];
    for (const sheet of workbook.sheets) {
      const top = await topRows(sheet);
      if (top.length === 0) continue;
      const recognised = recognise(top);
      const year = recognised
        ? yearOfSheet({ titles: recognised.titles, sheet: sheet.name, file: input.name }, given)
        : { year: null, from: null };
      const lastHeader = recognised?.headerRows.at(-1) ?? 0;
      const head = top.filter((row) => row.number <= lastHeader).map((row) => row.cells.map(cellText));
      sheets.push({ file: input.name, sheet, recognised, head, year });
    }
    if (sheets.length === 0) {
      throw new Refusal('FILE_EMPTY', '工作簿里没有内容', { where: input.name, remedy: '请确认选的是有数据的那份文件' });
    }
    return { file: input.name, sheets, workbook };
  } catch (error) {
    workbook?.close();
    if (error instanceof Refusal && error.code !== 'CANCELLED') return { file: input.name, refusal: error, sheets: [] };
    throw error;
  }
}
