import type { Form, FormList, FormPlace } from '../../../../shared/templates/form.ts';
import type { Filling, FormValue } from '../form-value.ts';
import { editsOf, valueIn, type ValueOf } from '../place-edits.ts';
import { editRuns } from '../text-runs.ts';
import { parseRange } from '../xlsx/references.ts';
import type { XmlElement } from '../xml-tree.ts';
import { bodyName, paragraphsOf, paragraphText, textsOf, type WordForm, type WordTable } from './word-form.ts';

/** Fills a document in place: marks and blanks in its text and tables, blank cells beside labels, rows of lists. */
export function fillWord(word: WordForm, form: Form, filling: Filling): void {
  const valueOf = valueIn(filling.values);
  for (const { sheet, skip, list, places } of form.sheets) {
    if (skip) continue;
    const table = word.tables.find(({ name }) => name === sheet);
    for (const [address, ofCell] of Map.groupBy(places, ({ cell }) => cell)) {
      const at = parseRange(address);
      if (!at) continue;
      if (sheet === bodyName) {
        const paragraph = word.paragraphs[at.top - 1];
        if (paragraph) editParagraphs([paragraph], ofCell, valueOf);
      } else fillCell(table?.rows[at.top - 1]?.cells.find(({ left }) => left === at.left)?.element, ofCell, valueOf);
    }
    if (table && list) fillRows(table, list, filling.rows.get(sheet) ?? []);
  }
}

function editParagraphs(paragraphs: readonly XmlElement[], places: readonly FormPlace[], valueOf: ValueOf): void {
  const text = paragraphs.map(paragraphText).join('\n');
  const edits = editsOf(text, places, valueOf);
  let from = 0;
  for (const paragraph of paragraphs) {
    const length = paragraphText(paragraph).length;
    const own = edits.filter(({ start }) => start >= from && start <= from + length).map(({ start, end, text: value }) => ({ start: start - from, end: end - from, text: value }));
    if (own.length > 0) editRuns(textsOf(paragraph), own);
    from += length + 1;
  }
}

function fillCell(cell: XmlElement | undefined, places: readonly FormPlace[], valueOf: ValueOf): void {
  if (!cell) return;
  const beside = places.find(({ kind, target }) => kind === 'beside' && target !== null);
  if (beside?.target !== undefined && beside.target !== null) writeInto(cell, valueOf(beside.target).text);
  else editParagraphs(paragraphsOf(cell), places, valueOf);
}

/** Writes a text into a cell in the format that is prepared there. */
function writeInto(cell: XmlElement, text: string): void {
  const paragraphs = paragraphsOf(cell);
  const [paragraph] = paragraphs;
  if (!paragraph) return;
  const texts = paragraphs.flatMap(textsOf);
  const [first, ...others] = texts;
  if (first) {
    first.text = text;
    for (const other of others) other.text = '';
  } else if (text !== '') {
    const prepared = paragraph.first('pPr')?.first('rPr') ?? paragraph.first('r')?.first('rPr');
    const written = paragraph.beside('t');
    written.text = text;
    const format = prepared?.copy();
    // What is said of the paragraph's own end is nothing that a run has.
    if (format) format.children = format.children.filter((child) => typeof child === 'string' || !['ins', 'del', 'moveFrom', 'moveTo'].includes(child.name));
    paragraph.children.push(paragraph.beside('r', {}, [...(format && format.children.length > 0 ? [format] : []), written]));
  }
}

function fillRows({ rows, element: table }: WordTable, { columns, body, headerRows }: FormList, values: readonly ReadonlyMap<string, FormValue>[]): void {
  const prepared = body.last - body.first + 1;
  const model = rows[(prepared >= 2 ? body.last - 1 : prepared === 1 ? body.first : Math.max(...headerRows)) - 1];
  if (!model) return;
  const hasWord = (left: number | undefined): boolean => columns.some(({ index, by }) => by === 'word' && index === left);
  const lines = rows.slice(body.first - 1, body.last).map(({ element, cells }) => ({ element, cells: cells.map(({ left, continues }) => ({ left, continues })) }));
  const added = Array.from({ length: Math.max(0, values.length - lines.length) }, () => {
    const copy = model.element.copy();
    for (const [at, cell] of copy.all('tc').entries()) if (!hasWord(model.cells[at]?.left) && !cell.all('vMerge').some((merge) => merge.get('w:val') !== 'restart')) writeInto(cell, '');
    for (const properties of copy.elements('trPr')) properties.children = properties.children.filter((child) => typeof child === 'string' || child.name !== 'tblHeader');
    return { element: copy, cells: model.cells.map(({ left, continues }) => ({ left, continues })) };
  });
  insertBehind(table, model.element, added.map(({ element }) => element));
  // New rows stand behind the model, before the last that was prepared.
  const place = prepared >= 2 ? lines.length - 1 : lines.length;
  [...lines.slice(0, place), ...added, ...lines.slice(place)].forEach(({ element, cells }, at) => {
    const row = values[at];
    const elements = element.all('tc');
    cells.forEach(({ left, continues }, index) => {
      const column = columns.find((each) => each.index === left);
      const cell = elements[index];
      if (!cell || !column || continues) return;
      if (row && column.target !== null) writeInto(cell, row.get(column.target)?.text ?? '');
      else if (body.filled > 0) writeInto(cell, '');
    });
  });
}

function insertBehind(holder: XmlElement, element: XmlElement, added: readonly XmlElement[]): void {
  const at = holder.children.indexOf(element);
  if (at >= 0) holder.children.splice(at + 1, 0, ...added);
  else for (const child of holder.elements()) insertBehind(child, element, added);
}
