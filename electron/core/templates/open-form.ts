import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormLook, FormSheetLook } from '../../../shared/contract/templates.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import { targetsOf, wordOf, type Form, type FormWord } from '../../../shared/templates/form.ts';
import type { FormGrid } from '../../../shared/templates/form-grid.ts';
import { formFingerprint, readForm } from '../../../shared/templates/read-form.ts';
import { listLayouts } from '../importing/layout-store.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { fillWord } from './docx/fill-word.ts';
import { openWord, wordGrids } from './docx/word-form.ts';
import type { Filling } from './form-value.ts';
import { OfficeFile } from './office-file.ts';
import { keptBlank, rememberedForm } from './template-store.ts';
import { openBook } from './xlsx/book.ts';
import { copySheet } from './xlsx/copy-sheet.ts';
import { fillBook, gridsOf } from './xlsx/fill-book.ts';

export interface Blank {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function blankOf(register: RegisterFile, blank: File | number): Promise<Blank> {
  if (typeof blank === 'number') return keptBlank(register, blank);
  return { name: blank.name, bytes: new Uint8Array(await blank.arrayBuffer()) };
}

/** A blank form that is open: what it is, and a way to fill it. */
export interface OpenForm {
  readonly blank: Blank;
  readonly kind: 'xlsx' | 'docx';
  readonly form: Form;
  readonly grids: readonly FormGrid[];
  readonly fingerprint: string;
  readonly remembered: FormLook['remembered'];
}

const isWord = (office: OfficeFile): boolean => office.parts.some((part) => /^word\//i.test(part));

async function opened<T>(blank: Blank, work: (office: OfficeFile) => Promise<T>): Promise<T> {
  const office = await OfficeFile.open(blank.bytes, blank.name);
  try {
    return await work(office);
  } finally {
    office.close();
  }
}

/** Opens a blank and understands it: as somebody says now, else as it was filled before, else by its heads and labels. */
export async function openForm(register: RegisterFile, blank: Blank, word: FormWord | undefined): Promise<OpenForm> {
  return opened(blank, async (office) => {
    const isDocument = isWord(office);
    if (!isDocument && !office.parts.some((part) => /^xl\//i.test(part))) throw new Refusal('FILE_NOT_A_WORKBOOK', '空表要是 .xlsx 或 .docx', { where: blank.name, remedy: '请用 Excel、Word 或 WPS 打开它，另存为“.xlsx”或“.docx”再用' });
    const grids = isDocument ? wordGrids(await openWord(office)) : await gridsOf(await openBook(office));
    const layouts = listLayouts(register);
    const plain = readForm(grids, null, blank.name, layouts);
    const fingerprint = formFingerprint(plain);
    const remembered = rememberedForm(register, fingerprint);
    const form = word ? readForm(grids, merged(remembered ? wordOf(remembered.form) : null, word), blank.name, layouts) : remembered ? readForm(grids, wordOf(remembered.form), blank.name, layouts) : plain;
    return { blank, kind: isDocument ? 'docx' : 'xlsx', form, grids, fingerprint, remembered: remembered && { id: remembered.id, name: remembered.name } };
  });
}

/** What was remembered, with what is said now above it. A sheet whose head or rows are said otherwise is read anew. */
function merged(before: FormWord | null, word: FormWord): FormWord {
  if (!before) return word;
  const said = new Map((word.sheets ?? []).map((sheet) => [sheet.sheet, sheet]));
  const sheets = (before.sheets ?? []).map((sheet) => {
    const now = said.get(sheet.sheet);
    if (!now) return sheet;
    const anew = (now.subject !== undefined && now.subject !== sheet.subject) || now.headerRows !== undefined;
    return { ...sheet, ...now, columns: { ...(anew ? {} : sheet.columns), ...now.columns }, places: { ...sheet.places, ...now.places } };
  });
  return { each: word.each ?? before.each, sheets: [...sheets, ...(word.sheets ?? []).filter(({ sheet }) => !sheets.some((each) => each.sheet === sheet))] };
}

/** A form of which nothing would be filled is nobody's wish. */
export function mustAsk({ form, blank }: OpenForm): void {
  if (targetsOf(form).some((target) => target !== '#ordinal')) return;
  throw new Refusal('NOTHING_RECOGNISED', '这张空表里没有认出要填的栏目', { where: blank.name, remedy: '请点一下表头那一行，或者在要填的格里写上“{户主姓名}”这样的记号' });
}

/** How many of the first rows of a sheet are shown. */
const shownRows = 60;

export function lookOf({ blank, kind, form, grids, remembered }: OpenForm): FormLook {
  const looks = grids.map(({ name, rows, merges, width, last }): FormSheetLook => ({
    sheet: name,
    rows: rows.filter(({ number }) => number <= shownRows).map(({ number, cells }) => ({ number, cells: cells.map(cellText) })),
    merges: merges.filter(({ top }) => top <= shownRows),
    width: Math.min(width, 200),
    last,
  }));
  return { file: blank.name, kind, form, looks, remembered, sheetsCan: kind === 'xlsx' && form.each !== 'once' && form.sheets.filter(({ skip }) => !skip).length === 1 };
}

/** One filled copy of the blank. */
export async function fillOne({ blank, kind, form }: OpenForm, filling: Filling, at: Date): Promise<Uint8Array> {
  return opened(blank, async (office) => {
    if (kind === 'docx') fillWord(await openWord(office), form, filling);
    else await fillBook(await openBook(office), form, filling);
    return office.write(at);
  });
}

/** One workbook with a sheet for each filling, in place of the blank sheet. */
export async function fillSheets({ blank, form }: OpenForm, fillings: readonly Filling[], at: Date): Promise<Uint8Array> {
  return opened(blank, async (office) => {
    const sheet = form.sheets.find(({ skip }) => !skip);
    if (!sheet) throw new Error('A form that is filled has a sheet');
    const names = await copySheet(await openBook(office), sheet.sheet, fillings.map(({ called }) => called));
    for (const [index, filling] of fillings.entries()) {
      const name = names[index] ?? '';
      await fillBook(await openBook(office), { ...form, sheets: [{ ...sheet, sheet: name }] }, { ...filling, rows: new Map([[name, filling.rows.get(sheet.sheet) ?? []]]) });
    }
    return office.write(at);
  });
}
