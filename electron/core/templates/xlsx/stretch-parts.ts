import type { XmlElement } from '../xml-tree.ts';
import { rootOf, type Book, type BookSheet } from './book.ts';
import { type Stretch, shiftedRow, stretchedFormula, stretchedRange, stretchedRanges } from './references.ts';
import { stretchOther } from './stretch-sheet.ts';

const setText = (element: XmlElement, text: string): void => {
  if (element.text !== text) element.text = text;
};

/** What hangs on a sheet from outside of it: names, other sheets' formulas, pictures, charts, comments, tables. Parts that do not speak of moved rows stay as they are. */
export async function stretchParts(book: Book, sheet: BookSheet, stretch: Stretch): Promise<void> {
  for (const name of book.root.first('definedNames')?.elements('definedName') ?? []) {
    const local = book.sheets.find(({ place }) => String(place) === name.get('localSheetId'));
    setText(name, stretchedFormula(name.text, local?.name ?? '', stretch));
  }
  for (const other of book.sheets) {
    if (other.part === sheet.part) continue;
    stretchOther(rootOf(await book.office.tree(other.part), book.office.name), other.name, stretch);
    await stretchCharts(book, other.part, stretch);
  }
  await stretchCharts(book, sheet.part, stretch);
  for (const { kind, part } of await book.office.relations(sheet.part)) {
    if (part === null || !book.office.has(part)) continue;
    if (kind === 'drawing') stretchDrawing(await book.office.tree(part), stretch);
    else if (kind === 'vmlDrawing') stretchNotes(await book.office.tree(part), stretch);
    else if (kind === 'table') stretchTable(await book.office.tree(part), sheet.name, stretch);
    else if (kind === 'comments' || kind === 'threadedComment') {
      const tree = await book.office.tree(part);
      for (const comment of [...tree.all('comment'), ...tree.all('threadedComment')]) comment.set('ref', stretchedRange(comment.get('ref') ?? '', stretch, false));
    }
  }
  for (const { kind, part } of await book.office.relations(book.part)) {
    if (kind !== 'pivotCacheDefinition' || part === null) continue;
    for (const source of (await book.office.tree(part)).all('worksheetSource')) {
      if (source.get('sheet') === sheet.name && source.get('ref') !== undefined) source.set('ref', stretchedRange(source.get('ref') ?? '', stretch, true));
    }
  }
}

/** Charts read cells wherever they stand. */
async function stretchCharts(book: Book, part: string, stretch: Stretch): Promise<void> {
  for (const drawing of await book.office.relations(part)) {
    if (drawing.kind !== 'drawing' || drawing.part === null || !book.office.has(drawing.part)) continue;
    for (const { kind, part: chart } of await book.office.relations(drawing.part)) {
      if (!kind.startsWith('chart') || chart === null || !book.office.has(chart)) continue;
      for (const formula of (await book.office.tree(chart)).all('f')) setText(formula, stretchedFormula(formula.text, '', stretch));
    }
  }
}

/** Pictures and charts keep to the rows that they stand on; rows are counted from 0 here. */
function stretchDrawing(tree: XmlElement, stretch: Stretch): void {
  for (const anchor of [...tree.all('from'), ...tree.all('to')]) {
    const row = anchor.first('row');
    if (row) setText(row, String(shiftedRow(Number(row.text) + 1, stretch) - 1));
  }
}

function stretchTable(tree: XmlElement, home: string, stretch: Stretch): void {
  for (const element of [...tree.all('table'), ...tree.all('autoFilter'), ...tree.all('sortState'), ...tree.all('sortCondition')]) {
    const ref = element.get('ref');
    if (ref !== undefined) element.set('ref', stretchedRanges(ref, stretch));
  }
  for (const name of ['calculatedColumnFormula', 'totalsRowFormula']) for (const formula of tree.all(name)) setText(formula, stretchedFormula(formula.text, home, stretch));
}

/** The boxes of comments: the row that they belong to, and the rows between which they are drawn. */
function stretchNotes(tree: XmlElement, stretch: Stretch): void {
  for (const data of tree.all('ClientData')) {
    const row = data.first('Row');
    if (!row || Number(row.text) + 1 <= stretch.at) continue;
    setText(row, String(Number(row.text) + stretch.count));
    const anchor = data.first('Anchor');
    const places = anchor?.text.split(',').map(Number) ?? [];
    if (anchor && places.length === 8) setText(anchor, places.map((place, at) => (at === 2 || at === 6 ? place + stretch.count : place)).join(', '));
  }
}
