import type { Form, FormList, FormPlace } from '../../../../shared/templates/form.ts';
import type { FormGrid } from '../../../../shared/templates/form-grid.ts';
import { damagedFile } from '../../importing/read-refusals.ts';
import { literal } from '../../reporting/literal-text.ts';
import type { Filling, FormValue } from '../form-value.ts';
import { editsOf, isOneMark, valueIn, type ValueOf } from '../place-edits.ts';
import { editRuns } from '../text-runs.ts';
import { rootOf, type Book, type BookSheet } from './book.ts';
import { forgetRead, forgetTexts, textsCalled } from './forget-read.ts';
import { parseRange } from './references.ts';
import { SheetCells, textElements } from './sheet-cells.ts';
import { gridOf } from './sheet-grid.ts';
import { stretchParts } from './stretch-parts.ts';
import { stretchSheet } from './stretch-sheet.ts';
import { clearCell, writeRuns, writeValue } from './write-cell.ts';

async function cellsOf(book: Book, sheet: BookSheet): Promise<SheetCells> {
  const root = rootOf(await book.office.tree(sheet.part), book.office.name);
  const data = root.first('sheetData');
  if (!data) throw damagedFile(book.office.name, `工作表“${sheet.name}”没有内容`);
  return new SheetCells(book, root, data);
}

/** All worksheets of a book as forms are read from them. */
export async function gridsOf(book: Book): Promise<FormGrid[]> {
  const grids: FormGrid[] = [];
  for (const sheet of book.sheets) grids.push(gridOf(book, sheet, await cellsOf(book, sheet)));
  return grids;
}

/** Fills the sheets of a form in place. */
export async function fillBook(book: Book, form: Form, filling: Filling): Promise<void> {
  const stood = new Set<number>();
  for (const { sheet: name, skip, list, places } of form.sheets) {
    const sheet = book.sheets.find((each) => each.name === name);
    if (!sheet || skip) continue;
    if (list && list.body.filled > 0) for (const index of await textsOfBody(book, sheet, list)) stood.add(index);
    await fillSheet(book, sheet, list, places, filling);
  }
  await forgetTexts(book, stood);
  await reckonAgain(book);
}

/** The shared texts that an old list is made of. */
async function textsOfBody(book: Book, sheet: BookSheet, { body }: FormList): Promise<ReadonlySet<number>> {
  const cells = await cellsOf(book, sheet);
  return textsCalled(Array.from({ length: body.last - body.first + 1 }, (_, at) => cells.cellsOf(body.first + at).map(({ cell }) => cell)).flat());
}

async function fillSheet(book: Book, sheet: BookSheet, list: FormList | null, places: readonly FormPlace[], filling: Filling): Promise<void> {
  const cells = await cellsOf(book, sheet);
  const valueOf = valueIn(filling.values);
  // Above and below a list first, while every cell is where the form was read.
  for (const [address, ofCell] of Map.groupBy(places, ({ cell }) => cell)) fillPlaces(book, cells, address, ofCell, valueOf);
  if (list) await fillList(book, sheet, cells, list, filling.rows.get(sheet.name) ?? []);
  // What a formula gave before it was filled in is true no longer.
  for (const cell of cells.data.all('c')) if (cell.first('f')) forget(cell.first('v') ? cell : null);
  await forgetRead(book, sheet.name);
}

function forget(cell: ReturnType<SheetCells['find']> | null): void {
  if (!cell) return;
  cell.children = cell.children.filter((child) => typeof child === 'string' || child.name !== 'v');
  cell.unset('t');
}

function fillPlaces(book: Book, cells: SheetCells, address: string, places: readonly FormPlace[], valueOf: ValueOf): void {
  const at = parseRange(address);
  if (!at || places.every(({ target }) => target === null)) return;
  const cell = cells.cell(at.top, at.left);
  const style = book.styles[Number(cell.get('s') ?? 0)];
  const [first] = places;
  const before = cells.shown(cell);
  if (first?.target !== null && first !== undefined && places.length === 1 && (first.kind === 'beside' || isOneMark(before))) {
    writeValue(cell, valueOf(first.target), style, book.from1904);
    return;
  }
  const runs = cells.textOf(cell);
  const edits = editsOf(runs ? textElements(runs).map(({ text }) => text).join('') : before, places, valueOf);
  if (edits.length === 0) return;
  if (!runs) {
    const text = edits.toSorted((a, b) => b.start - a.start).reduce((sum, edit) => sum.slice(0, edit.start) + edit.text + sum.slice(edit.end), before);
    writeValue(cell, { text }, style, book.from1904);
    return;
  }
  writeRuns(cell, runs);
  const own = cell.first('is');
  if (own) editRuns(textElements(own), edits, literal);
}

async function fillList(book: Book, sheet: BookSheet, cells: SheetCells, { columns, body }: FormList, rows: readonly ReadonlyMap<string, FormValue>[]): Promise<void> {
  const { first } = body;
  const prepared = body.last - first + 1;
  const lacking = rows.length - Math.max(prepared, 0);
  if (lacking > 0) {
    // Between rows that are alike, so that the frame around the last one stays around the last one.
    const at = prepared >= 2 ? body.last - 1 : prepared === 1 ? first : first - 1;
    const stretch = { sheet: sheet.name, at, count: lacking };
    // Where nothing is prepared, the new rows have the formats of their columns.
    stretchSheet(cells, sheet.name, stretch, { last: body.last, words: new Set(columns.flatMap(({ index, by }) => (by === 'word' ? [index] : []))) });
    await stretchParts(book, sheet, stretch);
  }
  const last = first + Math.max(rows.length, prepared) - 1;
  for (let row = first; row <= last; row++) {
    const values = rows[row - first];
    for (const { index, target, by } of columns) {
      if (by === 'formula' || by === 'word' || cells.find(row, index)?.first('f')) continue;
      const value = target === null ? undefined : values?.get(target);
      if (value !== undefined && value.text !== '') {
        const cell = cells.cell(row, index);
        writeValue(cell, value, book.styles[Number(cell.get('s') ?? 0)], book.from1904);
      } else if (values !== undefined || body.filled > 0 || target !== '#ordinal') empty(cells, row, index);
    }
  }
}

function empty(cells: SheetCells, row: number, column: number): void {
  const cell = cells.find(row, column);
  if (cell && cells.shown(cell) !== '') clearCell(cell);
}

/** Formulas are worked out again by whoever opens the file; the list of those that were worked out goes. */
async function reckonAgain(book: Book): Promise<void> {
  const { office, root } = book;
  const chain = (await office.relations(book.part)).find(({ kind }) => kind === 'calcChain')?.part;
  if (chain !== undefined && chain !== null) await office.remove(chain, book.part);
  let worked = false;
  for (const sheet of book.sheets) worked ||= rootOf(await office.tree(sheet.part), office.name).elements('sheetData').some((data) => data.all('f').length > 0);
  if (!worked) return;
  const reckoning = root.first('calcPr');
  if (reckoning) reckoning.set('fullCalcOnLoad', '1');
  else {
    const behind = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'].map((name) => root.children.findIndex((child) => typeof child !== 'string' && child.name === name)).find((at) => at >= 0);
    const [model] = root.elements();
    if (behind !== undefined && model) root.children.splice(behind + 1, 0, model.beside('calcPr', { fullCalcOnLoad: '1' }));
  }
}
