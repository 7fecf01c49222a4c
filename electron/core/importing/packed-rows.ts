import type { Cell, RepeatedCell, SheetRow, TypedCell } from '../../../shared/sheets/cells.ts';

/** Cells in a row, a type and a text each: texts are what a message between threads carries best. */
export interface PackedCells {
  readonly types: Uint8Array<ArrayBuffer>;
  readonly texts: readonly string[];
}

/** Rows as a message between threads. */
export interface PackedRows {
  /** Of each row its number and how many cells it has. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** Of each cell in turn: 0 for a blank one, an odd number for one of `own`, an even one for a known cell. */
  readonly cells: Uint32Array<ArrayBuffer>;
  /** Cells that become known with these rows, behind those that were known before. */
  readonly known: PackedCells;
  readonly own: PackedCells;
}

/** The buffers that are handed over and not copied. */
export const handedOver = ({ rows, cells, known, own }: PackedRows): ArrayBuffer[] => [rows.buffer, cells.buffer, known.types.buffer, own.types.buffer];

const types: readonly (TypedCell['type'] | 'text')[] = ['text', 'number', 'date', 'boolean', 'error'];
const typeNumbers = Object.fromEntries(types.map((type, at) => [type, at])) as Readonly<Record<TypedCell['type'] | 'text', number>>;
const blank = 0;
const asOwn = (at: number): number => at * 2 + 1;
const asKnown = (at: number): number => at * 2 + 2;
const isOwn = (code: number): boolean => (code & 1) === 1;
const placeOf = (code: number): number => (code - 1) >>> 1;

/** Longer text is mostly somebody's own. */
const longestKnown = 24;
const mostKnown = 1000;

/** Cells that are collected for a message. */
class Collected {
  readonly #types: number[] = [];
  readonly #texts: string[] = [];

  push(type: number, text: string): void {
    this.#types.push(type);
    this.#texts.push(text);
  }

  get length(): number {
    return this.#texts.length;
  }

  get packed(): PackedCells {
    return { types: Uint8Array.from(this.#types), texts: this.#texts };
  }
}

/** What one column says again and again. A column in which every cell says something else stops looking. */
class KnownColumn {
  readonly #numbers = types.map(() => new Map<string, number>());
  #worth = mostKnown;
  #lastType = -1;
  #lastText = '';
  #last = 0;

  /** Number of a cell that was met before; -1 for one that was not, -2 for one that is not to be remembered. */
  find(type: number, text: string): number {
    if (type === this.#lastType && text === this.#lastText) return this.#last;
    if (this.#worth <= 0 || text.length > longestKnown) return -2;
    const found = this.#numbers[type]?.get(text);
    if (found === undefined) {
      this.#worth -= 2;
      return (this.#numbers[type]?.size ?? mostKnown) < mostKnown ? -1 : -2;
    }
    if (this.#worth < mostKnown) this.#worth++;
    return this.#keep(type, text, found);
  }

  note(type: number, text: string, number: number): void {
    this.#numbers[type]?.set(text, number);
    this.#keep(type, text, number);
  }

  #keep(type: number, text: string, number: number): number {
    this.#lastType = type;
    this.#lastText = text;
    this.#last = number;
    return number;
  }
}

/** Packs the rows of one sheet, one message after the other. */
export class RowPacker {
  readonly #columns: KnownColumn[] = [];
  #known = 0;

  pack(rows: readonly SheetRow[]): PackedRows {
    const heads = new Int32Array(rows.length * 2);
    const cells = new Uint32Array(rows.reduce((sum, row) => sum + row.cells.length, 0));
    const [known, own] = [new Collected(), new Collected()];
    let at = 0;
    rows.forEach((row, index) => {
      heads[index * 2] = row.number;
      heads[index * 2 + 1] = row.cells.length;
      for (let column = 0; column < row.cells.length; column++) cells[at++] = this.#cell(row.cells[column] ?? '', column, known, own);
    });
    return { rows: heads, cells, known: known.packed, own: own.packed };
  }

  #cell(cell: Cell, column: number, known: Collected, own: Collected): number {
    if (cell === '') return blank;
    const text = typeof cell === 'string' ? cell : cell.text;
    const type = typeof cell === 'string' ? 0 : typeNumbers[cell.type];
    const of = (this.#columns[column] ??= new KnownColumn());
    const found = of.find(type, text);
    if (found >= 0) return asKnown(found);
    if (found === -2) {
      own.push(type, text);
      return asOwn(own.length - 1);
    }
    known.push(type, text);
    of.note(type, text, this.#known);
    return asKnown(this.#known++);
  }
}

function cellOf({ types: of, texts }: PackedCells, at: number): Cell {
  const type = types[of[at] ?? 0];
  const text = texts[at] ?? '';
  return type === undefined || type === 'text' ? text : { type, text };
}

/** A row of a message. Its cells are made when somebody asks for them. */
class PackedRow implements SheetRow {
  readonly number: number;
  readonly #message: PackedRows;
  readonly #known: readonly RepeatedCell[];
  readonly #from: number;
  readonly #width: number;
  #cells: readonly Cell[] | undefined;

  constructor(number: number, message: PackedRows, known: readonly RepeatedCell[], from: number, width: number) {
    this.number = number;
    this.#message = message;
    this.#known = known;
    this.#from = from;
    this.#width = width;
  }

  get cells(): readonly Cell[] {
    return (this.#cells ??= Array.from({ length: this.#width }, (_, column) => this.#made(this.#code(column))));
  }

  at(column: number): Cell | undefined {
    return column < this.#width ? this.#made(this.#code(column)) : undefined;
  }

  repeated(column: number): RepeatedCell | undefined {
    const code = this.#code(column);
    return code === blank || isOwn(code) ? undefined : this.#known[placeOf(code)];
  }

  #code(column: number): number {
    return column < this.#width ? (this.#message.cells[this.#from + column] ?? blank) : blank;
  }

  #made(code: number): Cell {
    if (code === blank) return '';
    return isOwn(code) ? cellOf(this.#message.own, placeOf(code)) : (this.#known[placeOf(code)]?.cell ?? '');
  }
}

/** Unpacks what one packer packed, in the same order. */
export class RowUnpacker {
  readonly #known: RepeatedCell[] = [];

  unpack(message: PackedRows): SheetRow[] {
    const { rows, known } = message;
    for (let at = 0; at < known.texts.length; at++) this.#known.push({ cell: cellOf(known, at), number: this.#known.length, among: this });
    const unpacked: SheetRow[] = [];
    for (let head = 0, from = 0; head < rows.length; head += 2) {
      const width = rows[head + 1] ?? 0;
      unpacked.push(new PackedRow(rows[head] ?? 0, message, this.#known, from, width));
      from += width;
    }
    return unpacked;
  }
}
