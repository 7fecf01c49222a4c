import type { XmlElement } from '../xml-tree.ts';
import type { Book, BookSheet } from '../xlsx/book.ts';
import { mapReferences } from '../xlsx/references.ts';
import { columnLetters } from '../../../../shared/sheets/cells.ts';

/** Gives columns a width each, from one on; columns beside them that were spoken of together keep what they had. */
export function setWidths(root: XmlElement, from: number, widths: readonly number[]): void {
  const data = root.first('sheetData');
  if (!data) return;
  const last = from + widths.length;
  let columns = root.first('cols');
  if (!columns) {
    columns = data.beside('cols');
    root.children.splice(root.children.indexOf(data), 0, columns);
  }
  const kept = columns.elements('col').flatMap((column) => {
    const [min, max] = [Number(column.get('min')), Number(column.get('max'))];
    if (max <= from || min > last) return [column];
    const part = (first: number, end: number): XmlElement[] => {
      if (first > end) return [];
      const copy = column.copy();
      copy.set('min', String(first));
      copy.set('max', String(end));
      return [copy];
    };
    return [...part(min, from), ...part(last + 1, max)];
  });
  const made = widths.map((width, at) => data.beside('col', { min: String(from + at + 1), max: String(from + at + 1), width: String(width), customWidth: '1' }));
  columns.children = [...kept, ...made].toSorted((one, other) => Number(one.get('min')) - Number(other.get('min')));
}

const cellsOfName = /^\$?([A-Z]+)\$?\d+:\$?([A-Z]+)(\$?\d+)$/i;

/** What is printed of a sheet reaches over columns that were put right behind it. */
export function widenNames(book: Book, sheet: BookSheet, from: number, count: number): void {
  for (const name of book.root.first('definedNames')?.elements('definedName') ?? []) {
    if (name.get('name') !== '_xlnm.Print_Area' || name.get('localSheetId') !== String(sheet.place)) continue;
    const wider = mapReferences(name.text, (ref) => {
      const [, , right = ''] = cellsOfName.exec(ref) ?? [];
      return right.toUpperCase() === columnLetters(from - 1) ? ref.replace(/:(\$?)[A-Z]+/i, (_, fixed: string) => `:${fixed}${columnLetters(from + count - 1)}`) : ref;
    });
    if (wider !== name.text) name.text = wider;
  }
}
