import { Refusal } from '../../../../shared/contract/errors.ts';
import { fileKind } from '../../importing/read-kind.ts';
import { breathe, type Job } from '../../jobs.ts';
import { columnsBefore, freeName, type ListBack, missingWidth, type SheetBack } from '../../reporting/list-back.ts';
import { OfficeFile } from '../office-file.ts';
import { addSheet } from '../xlsx/add-sheet.ts';
import { openBook, rootOf, type Book, type BookSheet } from '../xlsx/book.ts';
import { CellFormats } from '../xlsx/cell-formats.ts';
import { parseRange, rangeText } from '../xlsx/references.ts';
import { SheetCells } from '../xlsx/sheet-cells.ts';
import { clearCell, writeValue } from '../xlsx/write-cell.ts';
import type { XmlElement } from '../xml-tree.ts';
import { setWidths, widenNames } from './wider.ts';

/** What the first of our columns says of a row, by which what we wrote an earlier time is known. */
const results = new Set(['在册，一致', '在册，不一致', '不在册', '没法比对']);
const agreed = '在册，一致';
const ourWidths = [14, 46] as const;

/** The column from which on ours stand: behind theirs, and behind what is merged across rows of the table. */
function firstOfOurs(root: XmlElement, back: SheetBack, headers: ListBack['headers']): { readonly at: number; readonly again: boolean } {
  const at = columnsBefore(back, headers);
  const again = back.all.some(({ number, cells }) => number === back.lastHeader && cells[at] === headers[0]);
  if (again) return { at, again };
  const merges = (root.first('mergeCells')?.elements('mergeCell') ?? []).map((merge) => parseRange(merge.get('ref') ?? ''));
  const across = merges.flatMap((block) => (block && (block.bottom === back.lastHeader || (block.top <= back.lastHeader && block.bottom >= back.lastHeader) || back.notes.has(block.top)) ? [block.right + 1] : []));
  return { at: Math.max(at, ...across), again };
}

function write(book: Book, cells: SheetCells, row: number, column: number, text: string, format: string | undefined): void {
  const cell = cells.cell(row, column);
  if (format !== undefined) cell.set('s', format);
  writeValue(cell, { text }, undefined, book.from1904);
}

/** A row says between which columns it has cells, a sheet which it uses. */
function reachFurther(cells: SheetCells, rows: Iterable<number>, last: number): void {
  for (const number of rows) {
    const row = cells.rows.get(number);
    const [, from = '', to = ''] = /^(\d+):(\d+)$/.exec(row?.get('spans') ?? '') ?? [];
    if (row && to !== '' && Number(to) < last + 1) row.set('spans', `${from}:${last + 1}`);
  }
  const used = cells.root.first('dimension');
  const block = parseRange(used?.get('ref') ?? '');
  if (used && block && block.right < last) used.set('ref', rangeText({ ...block, right: last }));
}

async function mark(book: Book, sheet: BookSheet, back: SheetBack, headers: ListBack['headers'], formats: CellFormats): Promise<void> {
  const root = rootOf(await book.office.tree(sheet.part), book.office.name);
  const data = root.first('sheetData');
  if (!data) return;
  const cells = new SheetCells(book, root, data);
  const { at, again } = firstOfOurs(root, back, headers);
  const ours = [at, at + 1];
  if (again) {
    for (const number of cells.rows.keys()) {
      const [result, remark] = ours.map((column) => cells.find(number, column));
      if (number > back.lastHeader && !back.notes.has(number) && result && results.has(cells.shown(result))) for (const cell of [result, remark]) if (cell) clearCell(cell);
    }
  }
  const head = cells.styleOf(back.lastHeader, at - 1);
  headers.forEach((header, of) => write(book, cells, back.lastHeader, at + of, header, String(head)));
  for (const [number, notes] of back.notes) {
    const like = cells.styleOf(number, at - 1);
    notes.forEach((note, of) => write(book, cells, number, at + of, note, formats.asText(like, { wrapped: true, red: notes[0] !== agreed })));
  }
  reachFurther(cells, [back.lastHeader, ...back.notes.keys()], at + 1);
  setWidths(root, at, ourWidths);
  if (!again) widenNames(book, sheet, at, ourWidths.length);
}

/**
 * Their own .xlsx with two columns and a sheet more: titles, formulas, page breaks, charts, rules and everything else stay byte for byte as they
 * sent it. Null where that cannot be: another format, or a part too large to be held as a tree.
 */
export async function writeMarkedCopy(bytes: Uint8Array, back: ListBack, at: Date, job: Job): Promise<Uint8Array | null> {
  if (bytes.length === 0 || fileKind(bytes) !== 'zip') return null;
  job.tell('正在写回执', 0, 0);
  await breathe(job);
  let office: OfficeFile | null = null;
  try {
    office = await OfficeFile.open(bytes, back.file);
    if (!office.parts.some((part) => /^xl\//i.test(part))) return null;
    const book = await openBook(office);
    const formats = await CellFormats.of(book);
    for (const each of back.sheets) {
      if (each.notes.size === 0) continue;
      const sheet = book.sheets.find(({ name }) => name === each.sheet);
      if (!sheet) return null;
      await mark(book, sheet, each, back.headers, formats);
      await breathe(job);
    }
    if (back.missing) await addSheet(book, { ...back.missing, name: freeName(back.missing.name, book.sheets.map(({ name }) => name)), width: missingWidth });
    return await office.write(at);
  } catch (error) {
    if (error instanceof Refusal && !job.signal.aborted) return null;
    throw error;
  } finally {
    office?.close();
  }
}
