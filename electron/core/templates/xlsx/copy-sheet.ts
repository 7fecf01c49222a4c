import { Refusal } from '../../../../shared/contract/errors.ts';
import type { OfficeFile } from '../office-file.ts';
import { escapeXml, type XmlElement } from '../xml-tree.ts';
import { rootOf, type Book, type BookSheet } from './book.ts';
import { renamedFormula, renamedTable } from './references.ts';

/** What a sheet has for itself; pictures and settings of printers are shared by its copies. */
const owned = new Set(['drawing', 'vmlDrawing', 'comments', 'threadedComment', 'table', 'chart', 'chartEx', 'chartStyle', 'chartColorStyle', 'chartUserShapes', 'ctrlProp']);

/** What reads one list and keeps it in the book: copied, each would show the first sheet's. */
const ofWholeBook = new Set(['pivotTable', 'slicer', 'timeline', 'queryTable']);

function sheetName(wish: string, taken: Set<string>): string {
  const plain = wish.replaceAll(/[\\/?*[\]:']/g, ' ').trim().slice(0, 27) || '未写姓名';
  let name = plain;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${plain}(${at})`;
  taken.add(name.toLowerCase());
  return name;
}

/** A name for one more part like another. */
export function freePart(office: OfficeFile, part: string): string {
  const [, stem = part, ending = ''] = /^(.*?)\d*(\.[^.]*)$/.exec(part) ?? [];
  for (let at = 1; ; at++) if (!office.has(`${stem}${at}${ending}`)) return `${stem}${at}${ending}`;
}

/** A part and what hangs on it, once more. */
async function copyPart(office: OfficeFile, part: string): Promise<string> {
  const to = freePart(office, part);
  await office.copy(part, to);
  for (const { kind, part: target, element } of await office.relations(to)) {
    if (target === null || !owned.has(kind) || !office.has(target)) continue;
    element.set('Target', `/${await copyPart(office, target)}`);
  }
  return to;
}

async function partsBelow(office: OfficeFile, part: string): Promise<string[]> {
  const found: string[] = [];
  for (const { kind, part: target } of await office.relations(part)) {
    if (target !== null && owned.has(kind) && office.has(target)) found.push(target, ...(await partsBelow(office, target)));
  }
  return found;
}

const setText = (element: XmlElement, text: string): void => {
  if (element.text !== text) element.children = [escapeXml(text)];
};

/** A copy speaks of itself where the sheet spoke of itself by name. */
async function rename(office: OfficeFile, part: string, from: string, to: string): Promise<void> {
  for (const each of [part, ...(await partsBelow(office, part))]) {
    if (!/\.xml$/i.test(each)) continue;
    const tree = await office.tree(each);
    for (const name of ['f', 'formula', 'formula1', 'formula2']) for (const formula of tree.all(name)) setText(formula, renamedFormula(formula.text, from, to));
  }
}

/** Only one sheet can be the one that is seen first. */
async function unselect(book: Book, part: string): Promise<void> {
  for (const view of rootOf(await book.office.tree(part), book.office.name).all('sheetView')) view.unset('tabSelected');
}

/**
 * Makes of a sheet as many as there are names, the sheet itself the first; answers their names as the book has them. Print areas, titles,
 * pictures and charts go along.
 */
export async function copySheet(book: Book, name: string, called: readonly string[]): Promise<string[]> {
  const { office, root } = book;
  const sheet = book.sheets.find((each) => each.name === name);
  const list = root.first('sheets');
  const element = list?.elements('sheet')[sheet?.place ?? -1];
  if (!sheet || !list || !element) throw new Error('A form that is copied has its sheet');
  const own = await office.relations(sheet.part);
  const beneath = await Promise.all(own.flatMap(({ kind, part }) => (kind === 'table' && part !== null ? [office.relations(part)] : [])));
  if ([...own, ...beneath.flat()].some(({ kind }) => ofWholeBook.has(kind))) throw new Refusal('NOT_ALLOWED', '这张空表里有数据透视表、切片器或外来数据，只认得一份数据，不能在一个文件里做成很多张', { where: office.name, remedy: '请把“存成”改成“一份一个文件（.zip）”，每份各有自己的透视表' });
  const taken = new Set(book.sheets.map((each) => each.name.toLowerCase()).filter((each) => each !== name.toLowerCase()));
  const names = called.map((each) => sheetName(each, taken));
  const copies: { readonly name: string; readonly element: XmlElement; readonly part: string }[] = [{ name: names[0] ?? name, element, part: sheet.part }];
  const relations = rootOf(await office.tree(book.part.replace(/([^/]*)$/, '_rels/$1.rels')), office.name);
  const ids = list.elements('sheet').map((each) => Number(each.get('sheetId')));
  for (const [index, copyName] of names.slice(1).entries()) {
    const part = await copyPart(office, sheet.part);
    await unselect(book, part);
    const id = `rIdCopy${index + 1}`;
    const [model] = relations.elements('Relationship').filter((each) => each.get('Type')?.endsWith('/worksheet'));
    if (model) relations.children.push(model.beside('Relationship', { Id: id, Type: model.get('Type') ?? '', Target: `/${part}` }));
    const copy = element.copy();
    copy.set('sheetId', String(Math.max(...ids) + index + 1));
    copy.set(element.prefixed('id') ?? 'id', id);
    copies.push({ name: copyName, element: copy, part });
  }
  list.children.push(...copies.slice(1).map((copy) => copy.element));
  const before = list.elements('sheet').length - copies.length + 1;
  copyNames(root, sheet, copies.map((copy, at) => ({ name: copy.name, place: at === 0 ? sheet.place : before + at - 1 })));
  for (const copy of copies) {
    copy.element.set('name', copy.name);
    await rename(office, copy.part, name, copy.name);
  }
  await nameTables(book, copies.slice(1).map(({ part }) => part));
  return names;
}

/** Print areas and titles are names that belong to a sheet by its place. */
function copyNames(root: XmlElement, sheet: BookSheet, copies: readonly { readonly name: string; readonly place: number }[]): void {
  const names = root.first('definedNames');
  if (!names) return;
  for (const name of names.elements('definedName')) {
    const own = name.get('localSheetId') === String(sheet.place);
    const before = name.copy();
    copies.forEach((copy, at) => {
      if (!own && at > 0) return;
      const each = at === 0 ? name : before.copy();
      if (own) each.set('localSheetId', String(copy.place));
      setText(each, renamedFormula(before.text, sheet.name, copy.name));
      if (at > 0) names.children.push(each);
    });
  }
}

/** Excel's own tables are called by one name in all of a book: those of copies get names of their own, and the formulas beside them speak of these. */
async function nameTables(book: Book, copies: readonly string[]): Promise<void> {
  const { office } = book;
  const tablesOf = async (part: string): Promise<XmlElement[]> => {
    const found: XmlElement[] = [];
    for (const { kind, part: table } of await office.relations(part)) if (kind === 'table' && table !== null && office.has(table)) found.push(rootOf(await office.tree(table), office.name));
    return found;
  };
  const others = (await Promise.all(book.sheets.map(({ part }) => tablesOf(part)))).flat();
  let id = Math.max(0, ...others.map((table) => Number(table.get('id'))));
  const taken = new Set([...others.map((table) => (table.get('displayName') ?? '').toLowerCase()), ...(book.root.first('definedNames')?.elements('definedName') ?? []).map((name) => (name.get('name') ?? '').toLowerCase())]);
  for (const part of copies) {
    for (const table of await tablesOf(part)) {
      const before = table.get('displayName') ?? '';
      let name = before;
      for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${before}_${at}`;
      taken.add(name.toLowerCase());
      table.set('id', String(++id));
      for (const attribute of ['name', 'displayName']) table.set(attribute, name);
      const speaking = await Promise.all([part, ...(await partsBelow(office, part))].filter((each) => /\.xml$/i.test(each)).map((each) => office.tree(each)));
      for (const tree of speaking) {
        for (const element of ['f', 'formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula']) for (const formula of tree.all(element)) setText(formula, renamedTable(formula.text, before, name));
      }
    }
  }
}
