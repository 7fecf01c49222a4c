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
    let last = 0;
    for (const row of this.data.elements('row')) {
      const stated = Number(row.get('r'));
      const number = Number.isInteger(stated) && stated > last ? stated : last + 1;
      if (row.get('r') === undefined) row.set('r', String(number));
      last = number;
      this.#rows.set(number, row);
      let column = -1;
      for (const cell of row.elements('c')) {
        const address = cell.get('r');
        column = address === undefined ? column + 1 : columnNumber(address);
        if (address === undefined) cell.set('r', addressOf(number, column));
      }
    }
  }

  get rows(): ReadonlyMap<number, XmlElement> {
    return this.#rows;
  }

  cellsOf(row: number): { readonly column: number; readonly cell: XmlElement }[] {
    return (this.#rows.get(row)?.elements('c') ?? []).map((cell) => ({ column: columnNumber(cell.get('r') ?? ''), cell }));
  }

  find(row: number, column: number): XmlElement | undefined {
    const address = addressOf(row, column);
    return this.#rows.get(row)?.elements('c').find((cell) => cell.get('r') === address);
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
    const at = this.data.children.findIndex((child) => typeof child !== 'string' && child.name === 'row' && Number(child.get('r')) > number);
    this.data.children.splice(at === -1 ? this.data.children.length : at, 0, made);
    this.#rows.set(number, made);
    return made;
  }

  /** The cell, made in its format where the row has none. */
  cell(number: number, column: number): XmlElement {
    const found = this.find(number, column);
    if (found) return found;
    const style = this.styleOf(number, column);
    const row = this.row(number);
    const made = row.beside('c', { r: `${columnLetters(column)}${number}`, ...(style === 0 ? {} : { s: String(style) }) });
    const at = row.children.findIndex((child) => typeof child !== 'string' && child.name === 'c' && columnNumber(child.get('r') ?? '') > column);
    row.children.splice(at === -1 ? row.children.length : at, 0, made);
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
