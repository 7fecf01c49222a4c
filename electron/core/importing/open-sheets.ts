import { Refusal } from '../../../shared/contract/errors.ts';
import type { SheetLayout } from '../../../shared/sheets/sheet-layout.ts';
import type { FillStamp } from '../../../shared/cycle/stamp.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { mendingYear } from '../../../shared/sheets/header-index.ts';
import { type GivenSheet, headerSearchRows, recognise, type Recognised } from '../../../shared/sheets/recognise.ts';
import { dataDateOf, yearOfSheet, type SheetYear } from '../../../shared/sheets/year-of-sheet.ts';
import { withMergedFilled } from './fill-merged.ts';
import { fillInSheet, otherRegister, stampOf, type FillInSheet } from './fill-in.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.ts';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the clerk says of one sheet of the files. */
export interface SheetWord extends GivenSheet {
  readonly file: string;
  readonly sheet: string;
  /** Not to be imported at all. */
  readonly skip?: boolean | undefined;
  readonly department?: string | undefined;
  readonly year?: number | undefined;
  /** Field keys of the columns in which a blank wipes. */
  readonly wipe?: readonly string[] | undefined;
}

/** A sheet of one of the files, looked at but not yet read through. */
export interface OpenSheet {
  readonly file: string;
  readonly sheet: WorkbookSheet;
  readonly word: SheetWord | undefined;
  readonly recognised: Recognised | null;
  /** The first rows as they are. */
  readonly top: readonly SheetRow[];
  /** The rows down to the header, as texts. */
  readonly head: readonly (readonly string[])[];
  readonly year: SheetYear;
  readonly dataDate: string | null;
  /** Of a workbook that was sent out to be filled in. */
  readonly fillIn?: FillInSheet | undefined;
}

export interface OpenFile {
  readonly file: string;
  readonly refusal?: Refusal;
  readonly sheets: readonly OpenSheet[];
  readonly workbook?: Workbook;
  /** What it says of itself where it was sent out to be filled in. */
  readonly stamp?: FillStamp;
}

export interface OpenOptions {
  readonly year: number | undefined;
  readonly layouts: readonly SheetLayout[];
  readonly words: readonly SheetWord[];
  /** The register into which it goes: another's fill-in sheets are refused. */
  readonly register?: string | undefined;
  /** The layout by which every sheet is to be read. */
  readonly forced?: SheetLayout | undefined;
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

/** Whoever says that a sheet is of another year says, too, that the date on it is wrong; so do rows that come back from mending with the year that he said. */
function dayOf(written: string | null, year: number | undefined, recognised: Recognised | null): string | null {
  if (recognised?.columns.some(({ header }) => header === mendingYear) === true) return null;
  return year === undefined || written === null || written.startsWith(String(year)) ? written : String(year);
}

function lookAt(sheet: WorkbookSheet, top: readonly SheetRow[], file: string, options: OpenOptions, fillIn?: { readonly stamp: FillStamp; readonly sheet: FillInSheet }): OpenSheet {
  const said = options.words.find((each) => each.file === file && each.sheet === sheet.name);
  const word: SheetWord | undefined = fillIn ? { ...fillIn.sheet.given, ...said, file, sheet: sheet.name, department: said?.department ?? '街道', year: Number(fillIn.stamp.period.slice(0, 4)) } : said;
  const { layouts, forced } = options;
  const recognised = word?.skip === true ? null : recognise(top, { sheet: sheet.name, file, layouts, forced, given: word });
  const named = { titles: recognised?.titles ?? [], sheet: sheet.name, file };
  const year: SheetYear = word?.year !== undefined ? { year: word.year, from: 'given' } : recognised ? yearOfSheet(named, options.year) : { year: null, from: null };
  const dataDate = fillIn ? fillIn.stamp.period : dayOf(dataDateOf(named), word?.year, recognised);
  const lastHeader = recognised?.headerRows.at(-1) ?? 0;
  const head = top.filter((row) => row.number <= lastHeader).map((row) => row.cells.map(cellText));
  return { file, sheet: withMergedFilled(sheet, lastHeader), word, recognised, top, head, year, dataDate, fillIn: fillIn?.sheet };
}

/** Opens a file and recognises its sheets. A file that cannot be read answers with its sentence; the others go on. */
export async function openFile(input: InputFile, options: OpenOptions): Promise<OpenFile> {
  let workbook: Workbook | undefined;
  try {
    workbook = await openWorkbook(input.bytes, input.name);
    const stamp = await stampOf(workbook, input.name);
    if (stamp && options.register !== undefined && stamp.register !== options.register) throw otherRegister(input.name);
    const sheets: OpenSheet[] = [];
    for (const sheet of workbook.sheets) {
      const top = await topRows(sheet);
      if (top.length === 0) continue;
      const own = stamp && fillInSheet(stamp, top);
      // Of a workbook that was sent out the guide and the stamp are nobody's table.
      if (stamp && own) sheets.push(lookAt(sheet, top, input.name, options, { stamp, sheet: own }));
      else if (!stamp) sheets.push(lookAt(sheet, top, input.name, options));
    }
    if (sheets.length === 0) {
      throw new Refusal('FILE_EMPTY', '工作簿里没有内容', { where: input.name, remedy: '请确认选的是有数据的那份文件' });
    }
    return { file: input.name, sheets, workbook, ...(stamp ? { stamp } : {}) };
  } catch (error) {
    workbook?.close();
    if (error instanceof Refusal && error.code !== 'CANCELLED') return { file: input.name, refusal: error, sheets: [] };
    throw error;
  }
}
