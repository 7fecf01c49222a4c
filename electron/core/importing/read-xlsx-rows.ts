import type { Cell } from '../../../shared/sheets/cells.ts';
import { RowPacker, type CellInBytes, type PackedRows } from './packed-rows.ts';
import { isoToDate, serialToDate } from './read-dates.ts';
import { maximumColumns, maximumRows } from './read-refusals.ts';
import { batchSize } from './read-sheet.ts';
import { unescapeXstring } from './read-xlsx-strings.ts';
import { charactersIn, nameNumber } from './read-xml-scanner.ts';
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
const typeBoolean = code('b'), typeDate = code('d'), typeError = code('e'), typeInline = code('i'), typeNumber = code('n'), typeString = code('s');

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
export class RowCollector implements XmlHandler, CellInBytes {
  /** Rows that are complete, a batch each. */
  readonly batches: PackedRows[] = [];
  readonly #packer = new RowPacker();
  readonly #context: RowContext;
  #scanner: XmlScanner | undefined;
  #inSheet = false;
  #number = 0;
  /** The last row that has ended with cells. */
  #told = 0;
  #column = -1;
  #type = 0;
  #plainString = false;
  #style = 0;
  /** How many pieces of text the cell has; the one piece that most have is not made a text here. */
  #pieces = 0;
  #bytes: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  #verbatim = false;
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
    else if (name === row) this.#closeRow();
    else if (name === inline) this.#inInline = false;
    else if (name === phonetic) this.#inPhonetic = false;
    else if (name === sheetData) this.#inSheet = false;
  }

  text(scanner: XmlScanner): void {
    if (this.#pieces++ === 0) {
      this.#bytes = scanner.bytes;
      this.#from = scanner.from;
      this.#to = scanner.to;
      this.#verbatim = scanner.verbatim;
      return;
    }
    if (this.#pieces === 2) this.#text = this.#onePiece();
    this.#text += scanner.characters();
  }

  /** What is left when the sheet has ended. */
  end(): void {
    if (this.#packer.rows > 0) this.batches.push(this.#packer.take());
  }

  /** What beside its bytes makes the cell what it is. */
  get kind(): number {
    return this.#type * 4 + (this.#plainString ? 2 : 0) + (this.#showsDate ? 1 : 0);
  }

  get plainly(): 'text' | 'number' | null {
    if (this.#type === typeInline || this.#plainString) return 'text';
    return this.#isNumber && !this.#showsDate ? 'number' : null;
  }

  get #isNumber(): boolean {
    return this.#type === 0 || this.#type === typeNumber;
  }

  get #showsDate(): boolean {
    return this.#style >= 0 && this.#context.dateStyles[this.#style] === true;
  }

  #onePiece(): string {
    return charactersIn(this.#bytes, this.#from, this.#to, this.#verbatim);
  }

  #openRow(scanner: XmlScanner): void {
    const found = scanner.find(reference);
    const stated = found < 0 ? 0 : Number(scanner.attribute(reference));
    // Row numbers rise. One that does not is a writer's mistake, and the row is counted on: none may hide behind another.
    this.#number = Number.isInteger(stated) && stated > this.#number && stated <= maximumRows ? stated : this.#number + 1;
    this.#column = -1;
  }

  /** Rows within rows, which no program writes, end the outer one, too: what still comes of that is a row for itself. */
  #closeRow(): void {
    const number = this.#number === this.#told ? this.#number + 1 : this.#number;
    if (!this.#packer.endRow(number)) return;
    this.#number = this.#told = number;
    if (number > maximumRows) throw this.#context.tooLong();
    if (this.#packer.rows >= batchSize) this.batches.push(this.#packer.take());
  }

  #openCell(scanner: XmlScanner): void {
    this.#column = this.#readColumn(scanner);
    this.#pieces = 0;
    this.#hasFormula = false;
    this.#hasValue = false;
    const typed = scanner.find(type);
    this.#type = typed < 0 ? 0 : (scanner.bytes[scanner.attributeStart(typed)] as number);
    // "s" is an index into the shared strings, "str" is a formula's text.
    this.#plainString = this.#type === typeString && scanner.attributeEnd(typed) - scanner.attributeStart(typed) > 1;
    const styled = scanner.find(style);
    this.#style = -1;
    if (styled >= 0) {
      let number = 0;
      for (let at = scanner.attributeStart(styled); at < scanner.attributeEnd(styled); at += 1) number = number * 10 + (scanner.bytes[at] as number) - 48;
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
      const letter = (scanner.bytes[at] as number) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column > 0 ? column - 1 : this.#column + 1;
  }

  #closeCell(): void {
    if (!this.#hasValue && !this.#hasFormula && this.#pieces === 0) return;
    const column = this.#column;
    if (column < maximumColumns && this.#pieces === 1 && !this.#verbatim) {
      this.#packer.putBytes(column, this, this.#bytes, this.#from, this.#to);
      return;
    }
    const read = this.read();
    if (read === '') return;
    if (column >= maximumColumns) throw this.#context.tooWide();
    this.#packer.put(column, read);
  }

  /** The present cell. */
  read(): Cell {
    const text = this.#pieces === 0 ? '' : this.#pieces === 1 ? this.#onePiece() : this.#text;
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
    if (this.#showsDate) {
      const date = serialToDate(number, this.#context.from1904);
      if (date !== undefined) return { type: 'date', text: date };
    }
    return { type: 'number', text };
  }
}
