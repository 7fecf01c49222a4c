import { columnLetters } from '../../../../shared/sheets/cells.ts';
import { addressOf } from '../../../../shared/templates/form-grid.ts';
import { unescapeXstring } from '../../importing/read-xlsx-strings.ts';
import type { XmlElement } from '../xml-tree.ts';
import type { Book } from './book.ts';

const columnNumber = (address: string): number => [...(/^[A-Z]+/i.exec(address)?.[0] ?? '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The elements of a text that hold what is read: its own and those of its runs, without readings of signs. */
export const textElements = (text: XmlElement): XmlElement[] => text.elements().flatMap((child) => (child.name === 't' ? [child] : child.name === 'r' ? child.elements('t') : []));

/** The cells of a worksheet, found and made by row and column. */
export class SheetCells {
  readonly root: XmlElement;
  readonly data: XmlElement;
  readonly #book: Book;
  readonly #columnStyles: readonly { readonly from: number; readonly to: number; readonly style: string }[];
  #rows = new Map<number, XmlElement>();
  #cells = new Map<number, Map<number, XmlElement>>();
  #last = 0;

  constructor(book: Book, root: XmlElement, data: XmlElement) {
    this.#book = book;
    this.root = root;
    this.data = data;
    this.#columnStyles = (root.first('cols')?.elements('col') ?? []).flatMap((column) => {
      const style = column.get('style');
      return style === undefined ? [] : [{ from: Number(column.get('min')) - 1, to: Number(column.get('max')) - 1, style }];
    });
    this.number();
  }

  /** Counts the rows again, after some were put in; a writer that gave no addresses gets them now. */
  number(): void {
    this.#rows = new Map();
    this.#cells = new Map();
    let last = 0;
    for (const row of this.data.elements('row')) {
      const stated = Number(row.get('r'));
      const number = Number.isInteger(stated) && stated > last ? stated : last + 1;
      if (row.get('r') === undefined) row.set('r', String(number));
      last = number;
      this.#rows.set(number, row);
      const cells = new Map<number, XmlElement>();
      this.#cells.set(number, cells);
      let column = -1;
      for (const cell of row.elements('c')) {
        const address = cell.get('r');
        column = address === undefined ? column + 1 : columnNumber(address);
        if (address === undefined) cell.set('r', addressOf(number, column));
        cells.set(column, cell);
      }
    }
    this.#last = last;
  }

  get rows(): ReadonlyMap<number, XmlElement> {
    return this.#rows;
  }

  cellsOf(row: number): { readonly column: number; readonly cell: XmlElement }[] {
    return [...(this.#cells.get(row) ?? [])].map(([column, cell]) => ({ column, cell })).toSorted((a, b) => a.column - b.column);
  }

  find(row: number, column: number): XmlElement | undefined {
    return this.#cells.get(row)?.get(column);
  }

  /** The index of the format in which something in the cell is shown. */
  styleOf(row: number, column: number): number {
    const cell = this.find(row, column);
    if (cell) return Number(cell.get('s') ?? 0);
    const line = this.#rows.get(row);
    if (line?.get('customFormat') === '1' || line?.get('customFormat') === 'true') return Number(line.get('s') ?? 0);
    return Number(this.#columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0);
  }

  /** The row, made where the sheet has none. */
  row(number: number): XmlElement {
    const found = this.#rows.get(number);
    if (found) return found;
    const made = this.data.beside('row', { r: String(number) });
    const { children } = this.data;
    const before = this.#rows.get(number - 1);
    // Rows are mostly made one below the other, behind all others.
    if (number > this.#last) children.push(made);
    else if (before) children.splice(children.indexOf(before) + 1, 0, made);
    else children.splice(children.findIndex((child) => typeof child !== 'string' && child.name === 'row' && Number(child.get('r')) > number), 0, made);
    this.#last = Math.max(this.#last, number);
    this.#rows.set(number, made);
    this.#cells.set(number, new Map());
    return made;
  }

  /** The cell, made in its format where the row has none. */
  cell(number: number, column: number): XmlElement {
    const found = this.find(number, column);
    if (found) return found;
    const style = this.styleOf(number, column);
    const row = this.row(number);
    const made = row.beside('c', { r: `${columnLetters(column)}${number}`, ...(style === 0 ? {} : { s: String(style) }) });
    const cells = this.#cells.get(number);
    const next = Math.min(...[...(cells?.keys() ?? [])].filter((each) => each > column));
    const behind = cells?.get(next);
    row.children.splice(behind ? row.children.indexOf(behind) : row.children.length, 0, made);
    cells?.set(column, made);
    return made;
  }

  /** The text element of a cell that holds text; undefined where it holds something else. */
  textOf(cell: XmlElement): XmlElement | undefined {
    const type = cell.get('t');
    if (type === 's') return this.#book.strings[Number(cell.first('v')?.text ?? '')];
    return type === 'inlineStr' ? cell.first('is') : undefined;
  }

  /** What stands in a cell, as text. */
  shown(cell: XmlElement): string {
    const text = this.textOf(cell);
    if (text) return unescapeXstring(textElements(text).map((each) => each.text).join(''));
    const value = cell.first('v')?.text ?? '';
    return cell.get('t') === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : cell.get('t') === 'str' ? unescapeXstring(value) : value;
  }
}
