import type { Cell, SheetRow } from '../../../shared/sheets/cells.ts';
import { isoToDate } from './read-dates.ts';
import { maximumColumns, maximumRows } from './read-refusals.ts';
import type { MergedCells } from './read-sheet.ts';
import { nameNumber } from './read-xml-scanner.ts';
import type { XmlHandler, XmlScanner } from './read-xml-scanner.ts';

const table = nameNumber('table'), row = nameNumber('table-row'), cell = nameNumber('table-cell'), covered = nameNumber('covered-table-cell');
const paragraph = nameNumber('p'), blanks = nameNumber('s'), tab = nameNumber('tab'), lineBreak = nameNumber('line-break');
const annotation = nameNumber('annotation'), shapes = nameNumber('shapes'), frame = nameNumber('frame');
const styleElement = nameNumber('style'), tableProperties = nameNumber('table-properties');
// OpenDocument's prefixes are the same in every writer; attributes are looked up with theirs.
const tableName = nameNumber('table:name'), tableStyle = nameNumber('table:style-name'), styleName = nameNumber('style:name'), display = nameNumber('table:display');
const rowsRepeated = nameNumber('table:number-rows-repeated'), columnsRepeated = nameNumber('table:number-columns-repeated'), blankCount = nameNumber('text:c');
const rowsSpanned = nameNumber('table:number-rows-spanned');
const valueType = nameNumber('office:value-type'), finerType = nameNumber('calcext:value-type');
const valueOf = nameNumber('office:value'), dateValue = nameNumber('office:date-value'), booleanValue = nameNumber('office:boolean-value'), stringValue = nameNumber('office:string-value');

export interface OdsLimits {
  tooWide(): Error;
  tooLong(): Error;
}

/** Collects the names of all tables, and the rows of the wanted one (counted from 0). */
export class OdsTableCollector implements XmlHandler {
  readonly tables: { readonly name: string; readonly hidden: boolean }[] = [];
  rows: SheetRow[] = [];
  readonly merged: MergedCells[] = [];
  readonly #wanted: number;
  readonly #limits: OdsLimits;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #scanner: XmlScanner | undefined;
  #tableDepth = 0;
  #number = 1;
  #rowRepeat = 1;
  #cells: Cell[] = [];
  #column = 0;
  #cellRepeat = 1;
  #inCell = false;
  /** Depth of what stands over a cell without being its content: notes and drawings. */
  #aside = 0;
  #paragraphs = 0;
  #text = '';
  #readValue: (text: string) => Cell = (text) => text;

  constructor(wanted: number, limits: OdsLimits) {
    this.#wanted = wanted;
    this.#limits = limits;
  }

  open(name: number, scanner: XmlScanner): void {
    this.#scanner = scanner;
    if (name === styleElement) this.#style = scanner.attribute(styleName) ?? '';
    else if (name === tableProperties && scanner.attribute(display) === 'false') this.#hiddenStyles.add(this.#style);
    else if (name === table) this.#openTable(scanner);
    if (this.#tableDepth !== 1 || this.tables.length - 1 !== this.#wanted) return;
    if (name === row) {
      this.#rowRepeat = repeated(scanner, rowsRepeated);
      this.#column = 0;
    } else if (name === cell || name === covered) this.#openCell(scanner);
    else if (this.#inCell) this.#openInside(name, scanner);
  }

  close(name: number): void {
    if (name === table) this.#tableDepth -= 1;
    if (this.#tableDepth !== 1 || this.tables.length - 1 !== this.#wanted) return;
    if (name === row) this.#closeRow();
    else if (name === cell || name === covered) this.#closeCell();
    else if (this.#inCell && isAside(name)) this.#aside -= 1;
    else if (name === paragraph && this.#scanner) this.#scanner.wantsText = false;
  }

  text(scanner: XmlScanner): void {
    if (this.#aside === 0) this.#text += scanner.characters().replace(/[ \t\n\r]+/g, ' ');
  }

  #openTable(scanner: XmlScanner): void {
    this.#tableDepth += 1;
    if (this.#tableDepth > 1) return;
    this.tables.push({ name: scanner.attribute(tableName) ?? '', hidden: this.#hiddenStyles.has(scanner.attribute(tableStyle) ?? '') });
    this.#number = 1;
  }

  #openCell(scanner: XmlScanner): void {
    this.#cellRepeat = repeated(scanner, columnsRepeated);
    const rows = repeated(scanner, rowsSpanned);
    if (rows > 1) this.merged.push({ column: this.#column, top: this.#number, bottom: this.#number + rows - 1 });
    this.#inCell = true;
    this.#aside = 0;
    this.#paragraphs = 0;
    this.#text = '';
    this.#readValue = reader(scanner);
  }

  #openInside(name: number, scanner: XmlScanner): void {
    if (isAside(name)) this.#aside += 1;
    if (this.#aside > 0) return;
    if (name === paragraph) {
      if (this.#paragraphs++ > 0) this.#text += '\n';
      scanner.wantsText = true;
    } else if (name === blanks) this.#text += ' '.repeat(Math.min(repeated(scanner, blankCount), 1000));
    else if (name === tab) this.#text += '\t';
    else if (name === lineBreak) this.#text += '\n';
  }

  #closeCell(): void {
    this.#inCell = false;
    const read = this.#readValue(this.#text);
    const end = this.#column + this.#cellRepeat;
    if (read !== '') {
      if (end > maximumColumns) throw this.#limits.tooWide();
      while (this.#cells.length < this.#column) this.#cells.push('');
      while (this.#cells.length < end) this.#cells.push(read);
    }
    this.#column = end;
  }

  #closeRow(): void {
    const end = this.#number + this.#rowRepeat;
    if (this.#cells.length > 0) {
      if (end > maximumRows + 1) throw this.#limits.tooLong();
      for (let number = this.#number; number < end; number += 1) this.rows.push({ number, cells: this.#cells });
      this.#cells = [];
    }
    this.#number = end;
  }
}

const isAside = (name: number): boolean => name === annotation || name === shapes || name === frame;

const repeated = (scanner: XmlScanner, name: number): number => Math.max(1, Math.floor(Number(scanner.attribute(name) ?? 1)) || 1);

/** How the text of the present cell becomes its value; decided by the attributes, before the text is known. */
function reader(scanner: XmlScanner): (text: string) => Cell {
  if (scanner.attribute(finerType) === 'error') return (text) => ({ type: 'error', text });
  switch (scanner.attribute(valueType)) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = scanner.attribute(valueOf);
      return (text) => (number === undefined ? text : { type: 'number', text: number });
    }
    case 'date': {
      const date = isoToDate(scanner.attribute(dateValue) ?? '');
      return (text) => (date === undefined ? text : { type: 'date', text: date });
    }
    case 'boolean': {
      const truth = scanner.attribute(booleanValue) === 'true';
      return () => ({ type: 'boolean', text: truth ? 'TRUE' : 'FALSE' });
    }
    default: {
      const string = scanner.attribute(stringValue);
      return (text) => string ?? text;
    }
  }
}
