import type { Cell, SheetRow } from '../../../shared/sheets/cells.ts';
import { isoToDate, serialToDate } from './read-dates.ts';
import { maximumColumns, maximumRows } from './read-refusals.ts';
import { unescapeXstring } from './read-xlsx-strings.ts';
import { nameNumber } from './read-xml-scanner.ts';
import type { XmlHandler, XmlScanner } from './read-xml-scanner.ts';

const sheetData = nameNumber('sheetData');
const row = nameNumber('row');
const cell = nameNumber('c');
const value = nameNumber('v');
const formula = nameNumber('f');
const inline = nameNumber('is');
const textOf = nameNumber('t');
const phonetic = nameNumber('rPh');
const reference = nameNumber('r');
const style = nameNumber('s');
const type = nameNumber('t');

const code = (letter: string): number => letter.charCodeAt(0);
const typeBoolean = code('b'), typeDate = code('d'), typeError = code('e'), typeInline = code('i'), typeString = code('s');

export interface RowContext {
  readonly strings: readonly string[];
  /** By index of the cell's style: whether its number format shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  tooWide(): Error;
  tooLong(): Error;
  missingString(row: number, column: number): Error;
}

/** Shown for a formula that the writing program never worked out; there is no value to take. */
export const uncalculated = '#公式未计算';

/** Turns the elements of a worksheet into rows. Rows without a value leave no trace; the <dimension> record is ignored. */
export class RowCollector implements XmlHandler {
  rows: SheetRow[] = [];
  readonly #context: RowContext;
  #scanner: XmlScanner | undefined;
  #inSheet = false;
  #number = 0;
  #cells: Cell[] = [];
  #column = -1;
  #type = 0;
  #plainString = false;
  #style = 0;
  #text = '';
  #hasFormula = false;
  #hasValue = false;
  #inInline = false;
  #inPhonetic = false;

  constructor(context: RowContext) {
    this.#context = context;
  }

  open(name: number, scanner: XmlScanner): void {
    if (!this.#inSheet) {
      this.#inSheet = name === sheetData;
      this.#scanner = scanner;
      return;
    }
    if (name === cell) this.#openCell(scanner);
    else if (name === value) {
      scanner.wantsText = true;
      this.#hasValue = true;
    } else if (name === textOf) scanner.wantsText = this.#inInline && !this.#inPhonetic;
    else if (name === formula) this.#hasFormula = true;
    else if (name === row) this.#openRow(scanner);
    else if (name === inline) this.#inInline = true;
    else if (name === phonetic) this.#inPhonetic = true;
  }

  close(name: number): void {
    if (!this.#inSheet) return;
    if (name === value || name === textOf) (this.#scanner as XmlScanner).wantsText = false;
    else if (name === cell) this.#closeCell();
    else if (name === row) {
      if (this.#cells.length > 0) {
        if (this.#number > maximumRows) throw this.#context.tooLong();
        this.rows.push({ number: this.#number, cells: this.#cells });
        this.#cells = [];
      }
    } else if (name === inline) this.#inInline = false;
    else if (name === phonetic) this.#inPhonetic = false;
    else if (name === sheetData) this.#inSheet = false;
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
  }

  #openRow(scanner: XmlScanner): void {
    const found = scanner.find(reference);
    const stated = found < 0 ? 0 : Number(scanner.attribute(reference));
    // Row numbers rise. One that does not is a writer's mistake, and the row is counted on: none may hide behind another.
    this.#number = Number.isInteger(stated) && stated > this.#number && stated <= maximumRows ? stated : this.#number + 1;
    this.#column = -1;
  }

  #openCell(scanner: XmlScanner): void {
    this.#column = this.#readColumn(scanner);
    this.#text = '';
    this.#hasFormula = false;
    this.#hasValue = false;
    const typed = scanner.find(type);
    this.#type = typed < 0 ? 0 : scanner.codeAt(scanner.attributeStart(typed));
    // "s" is an index into the shared strings, "str" is a formula's text.
    this.#plainString = this.#type === typeString && scanner.attributeEnd(typed) - scanner.attributeStart(typed) > 1;
    const styled = scanner.find(style);
    this.#style = -1;
    if (styled >= 0) {
      let number = 0;
      for (let at = scanner.attributeStart(styled); at < scanner.attributeEnd(styled); at += 1) number = number * 10 + scanner.codeAt(at) - 48;
      this.#style = number;
    }
  }

  /** Column of the cell's reference, else one on from the last cell. */
  #readColumn(scanner: XmlScanner): number {
    const found = scanner.find(reference);
    if (found < 0) return this.#column + 1;
    let column = 0;
    const end = scanner.attributeEnd(found);
    for (let at = scanner.attributeStart(found); at < end; at += 1) {
      const letter = scanner.codeAt(at) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column > 0 ? column - 1 : this.#column + 1;
  }

  #closeCell(): void {
    if (!this.#hasValue && !this.#hasFormula && this.#text === '') return;
    const read = this.#readCell();
    if (read === '') return;
    const column = this.#column;
    if (column >= maximumColumns) throw this.#context.tooWide();
    const cells = this.#cells;
    if (column < cells.length) {
      cells[column] = read;
      return;
    }
    while (cells.length < column) cells.push('');
    cells.push(read);
  }

  #readCell(): Cell {
    const text = this.#text;
    switch (this.#type) {
      case typeString:
        if (this.#plainString) return unescapeXstring(text);
        return text === '' ? '' : this.#sharedString(text);
      case typeInline:
        return unescapeXstring(text);
      case typeBoolean:
        return text === '' ? this.#noValue() : { type: 'boolean', text: text === '1' || text.trim() === 'true' ? 'TRUE' : 'FALSE' };
      case typeError:
        return { type: 'error', text };
      case typeDate: {
        const date = isoToDate(text);
        return date === undefined ? text : { type: 'date', text: date };
      }
      default:
        return text === '' ? this.#noValue() : this.#numberCell(text);
    }
  }

  #noValue(): Cell {
    return this.#hasFormula ? { type: 'error', text: uncalculated } : '';
  }

  #sharedString(text: string): string {
    const found = this.#context.strings[Number(text)];
    if (found === undefined) throw this.#context.missingString(this.#number, this.#column);
    return found;
  }

  #numberCell(raw: string): Cell {
    const text = raw.charCodeAt(0) <= 32 || raw.charCodeAt(raw.length - 1) <= 32 ? raw.trim() : raw;
    const number = Number(text);
    // Some writers put text where a number belongs; it is text then.
    if (number !== number) return raw;
    if (text === '') return this.#noValue();
    if (this.#style >= 0 && this.#context.dateStyles[this.#style] === true) {
      const date = serialToDate(number, this.#context.from1904);
      if (date !== undefined) return { type: 'date', text: date };
    }
    return { type: 'number', text };
  }
}
