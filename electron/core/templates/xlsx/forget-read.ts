import type { XmlElement } from '../xml-tree.ts';
import { rootOf, type Book } from './book.ts';
import { mapReferences } from './references.ts';

/** What a chart draws from, and what it keeps of it for those who cannot work it out. */
const kept: Readonly<Record<string, string>> = { numRef: 'numCache', strRef: 'strCache', multiLvlStrRef: 'multiLvlStrCache', datalabelsRange: 'dlblRangeCache', strDim: 'lvl', numDim: 'lvl' };

/** Whether a formula reads the sheet; one that speaks of nothing but names may. */
function reads(formula: string, sheet: string): boolean {
  const named = new Set<string | null>();
  mapReferences(formula, (ref, of) => {
    named.add(of);
    return ref;
  });
  return named.size === 0 || named.has(sheet);
}

function forgetDrawn(tree: XmlElement, sheet: string): void {
  for (const [name, cache] of Object.entries(kept)) {
    for (const source of tree.all(name)) {
      if (source.first(cache) && reads(source.first('f')?.text ?? '', sheet)) source.children = source.children.filter((child) => typeof child === 'string' || child.name !== cache);
    }
  }
}

/** Fields of a pivot table's memory that no table breaks down by: their words are not called by their number. */
async function unasked(book: Book, cache: string): Promise<(field: number) => boolean> {
  const asked = new Set<number>();
  for (const { part } of book.sheets) {
    for (const table of await book.office.relations(part)) {
      if (table.kind !== 'pivotTable' || table.part === null || !book.office.has(table.part)) continue;
      if (!(await book.office.relations(table.part)).some((each) => each.part === cache)) continue;
      const fields = rootOf(await book.office.tree(table.part), book.office.name).first('pivotFields')?.elements('pivotField') ?? [];
      fields.forEach((field, at) => field.first('items') && asked.add(at));
    }
  }
  return (field) => !asked.has(field);
}

/** What a pivot table read goes; whoever opens the file reads it again. */
async function forgetPivot(book: Book, part: string, sheet: string): Promise<void> {
  const { office } = book;
  const root = rootOf(await office.tree(part), office.name);
  const source = root.first('cacheSource')?.first('worksheetSource');
  if (!source || (source.get('sheet') ?? sheet) !== sheet || source.prefixed('id') !== undefined) return;
  root.set('refreshOnLoad', '1');
  root.set('missingItemsLimit', '0');
  root.set('recordCount', '0');
  const free = await unasked(book, part);
  for (const [at, field] of (root.first('cacheFields')?.elements('cacheField') ?? []).entries()) {
    const items = field.first('sharedItems');
    if (items && !field.first('fieldGroup') && free(at)) field.children = field.children.map((child) => (child === items ? items.beside('sharedItems') : child));
  }
  for (const { kind, part: records } of await office.relations(part)) {
    if (kind !== 'pivotCacheRecords' || records === null || !office.has(records)) continue;
    const held = rootOf(await office.tree(records), office.name);
    held.children = [];
    held.set('count', '0');
  }
}

/** Which of the shared texts the cells of a sheet call on. */
export const textsCalled = (cells: Iterable<XmlElement>): Set<number> => new Set([...cells].flatMap((cell) => (cell.get('t') === 's' ? [Number(cell.first('v')?.text ?? Number.NaN)] : [])));

/** Shared texts that stood in cells that were written over, and that no cell calls on any more: whoever looks into the file would read them. */
export async function forgetTexts(book: Book, stood: ReadonlySet<number>): Promise<void> {
  if (stood.size === 0) return;
  const called = new Set<number>();
  for (const { part } of book.sheets) for (const index of textsCalled(rootOf(await book.office.tree(part), book.office.name).first('sheetData')?.all('c') ?? [])) called.add(index);
  for (const index of stood) {
    const text = book.strings[index];
    if (text && !called.has(index)) text.children = [text.beside('t')];
  }
}

/**
 * What charts and pivot tables remember of a sheet is true no longer once it is filled in, and may be of people who stood there before:
 * it goes, and whoever opens the file reads the sheet anew.
 */
export async function forgetRead(book: Book, sheet: string): Promise<void> {
  const { office } = book;
  for (const { part } of book.sheets) {
    for (const drawing of await office.relations(part)) {
      if (drawing.kind !== 'drawing' || drawing.part === null || !office.has(drawing.part)) continue;
      for (const { kind, part: chart } of await office.relations(drawing.part)) if (kind.startsWith('chart') && chart !== null && office.has(chart)) forgetDrawn(await office.tree(chart), sheet);
    }
  }
  for (const { kind, part } of await office.relations(book.part)) if (kind === 'pivotCacheDefinition' && part !== null && office.has(part)) await forgetPivot(book, part, sheet);
}
