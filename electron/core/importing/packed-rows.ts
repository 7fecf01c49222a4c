import type { Cell, RepeatedCell, SheetRow, TypedCell } from '../../../shared/sheets/cells.ts';

/** Cells, a type and a text each. */
export interface PackedCells {
  readonly types: Uint8Array<ArrayBuffer>;
  /** Of each where its text stands in `joined` and how long it is; -1 long: which of `texts` it is. */
  readonly places: Int32Array<ArrayBuffer>;
  /** Texts of ASCII one after the other: one long text is what a message between threads carries best. */
  readonly joined: string;
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
export const handedOver = ({ rows, cells, known, own }: PackedRows): ArrayBuffer[] =>
  [rows, cells, known.types, known.places, own.types, own.places].map(({ buffer }) => buffer);

const types: readonly (TypedCell['type'] | 'text')[] = ['text', 'number', 'date', 'boolean', 'error'];
const typeNumbers = Object.fromEntries(types.map((type, at) => [type, at])) as Readonly<Record<TypedCell['type'] | 'text', number>>;
const blank = 0;
const asOwn = (at: number): number => at * 2 + 1;
const asKnown = (at: number): number => at * 2 + 2;
const isOwn = (code: number): boolean => (code & 1) === 1;
const placeOf = (code: number): number => (code - 1) >>> 1;

/** Bytes of longer text are mostly somebody's own. */
const longestKnown = 72;
const mostKnown = 1000;
const ampersand = 38, carriageReturn = 13, underscore = 95, dot = 46;

/** A list of numbers that grows and begins anew without giving its room back. */
class Numbers<List extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>> {
  list: List;
  length = 0;
  readonly #make: (length: number) => List;

  constructor(make: (length: number) => List) {
    this.#make = make;
    this.list = make(64);
  }

  /** Room for so many more. */
  room(more: number): List {
    if (this.length + more <= this.list.length) return this.list;
    const { list } = this;
    this.list = this.#make(Math.max(list.length * 2, this.length + more));
    this.list.set(list);
    return this.list;
  }

  push(value: number): void {
    this.room(1)[this.length++] = value;
  }

  /** All of them, to be handed over. */
  take(): List {
    const taken = this.list.slice(0, this.length) as List;
    this.length = 0;
    return taken;
  }
}

const bytesOf = () => new Numbers((length) => new Uint8Array(length));
const wholeOf = () => new Numbers((length) => new Int32Array(length));

/** Cells that are collected for a message. */
class Collected {
  readonly #types = bytesOf();
  readonly #places = wholeOf();
  readonly #joined = bytesOf();
  #texts: string[] = [];

  get length(): number {
    return this.#types.length;
  }

  push(cell: Cell): void {
    const text = typeof cell === 'string' ? cell : cell.text;
    this.#types.push(typeof cell === 'string' ? 0 : typeNumbers[cell.type]);
    this.#places.push(this.#texts.push(text) - 1);
    this.#places.push(-1);
  }

  /** A text, or a number, that stands in these bytes as it is; false where it has to be looked at by whoever knows the file. */
  pushBytes(isNumber: boolean, bytes: Uint8Array, from: number, to: number): boolean {
    const { length } = this.#joined;
    const joined = this.#joined.room(to - from);
    let at = length;
    let dots = 0;
    for (let place = from; place < to; place++) {
      const byte = bytes[place] as number;
      if (isNumber) {
        if (byte === dot && place > from && place < to - 1) dots++;
        else if (byte < 48 || byte > 57) return false;
      } else if (byte >= 128 || byte === ampersand || byte === carriageReturn || byte === underscore) return false;
      joined[at++] = byte;
    }
    if (dots > 1) return false;
    this.#joined.length = at;
    this.#types.push(isNumber ? 1 : 0);
    this.#places.push(length);
    this.#places.push(at - length);
    return true;
  }

  take(): PackedCells {
    const { list, length } = this.#joined;
    const taken = { types: this.#types.take(), places: this.#places.take(), joined: Buffer.from(list.buffer, 0, length).toString('latin1'), texts: this.#texts };
    this.#joined.length = 0;
    this.#texts = [];
    return taken;
  }
}

/** What one column says again and again, by the bytes in which it says it. A column in which every cell says something else stops looking. */
class KnownColumn {
  /** Of each its kind, its hash, its code, and where its bytes begin; one more place for where the last ones end. */
  readonly #kinds = wholeOf();
  readonly #hashes = wholeOf();
  readonly #codes = wholeOf();
  readonly #starts = wholeOf();
  readonly #bytes = bytesOf();
  /** Which of them, by hash; -1 for none. */
  #slots = new Int16Array(64).fill(-1);
  #worth = mostKnown;
  #last = -1;
  #hash = 0;

  constructor() {
    this.#starts.push(0);
  }

  /** Code of a cell that was met before; -1 for one that was not, -2 for one that is not to be remembered. `kind`: what beside its bytes makes it what it is. */
  find(kind: number, bytes: Uint8Array, from: number, to: number): number {
    if (this.#last >= 0 && this.#is(this.#last, kind, bytes, from, to)) return this.#codes.list[this.#last] as number;
    if (this.#worth <= 0 || to - from > longestKnown) return -2;
    let hash = kind;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] as number;
      if (found < 0) break;
      if (this.#hashes.list[found] !== hash || !this.#is(found, kind, bytes, from, to)) continue;
      if (this.#worth < mostKnown) this.#worth++;
      this.#last = found;
      return this.#codes.list[found] as number;
    }
    this.#worth -= 2;
    this.#hash = hash;
    return this.#codes.length < mostKnown ? -1 : -2;
  }

  /** What was not found becomes known. */
  note(kind: number, bytes: Uint8Array, from: number, to: number, code: number): void {
    this.#last = this.#codes.length;
    this.#kinds.push(kind);
    this.#hashes.push(this.#hash);
    this.#codes.push(code);
    this.#bytes.room(to - from).set(bytes.subarray(from, to), this.#bytes.length);
    this.#bytes.length += to - from;
    this.#starts.push(this.#bytes.length);
    if (this.#codes.length * 2 > this.#slots.length) this.#slots = new Int16Array(this.#slots.length * 2).fill(-1);
    else return this.#place(this.#last);
    for (let at = 0; at < this.#codes.length; at++) this.#place(at);
  }

  #place(at: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes.list[at] as number) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = at;
  }

  #is(at: number, kind: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts.list[at] as number;
    const end = this.#starts.list[at + 1] as number;
    if (this.#kinds.list[at] !== kind || end - start !== to - from) return false;
    const own = this.#bytes.list;
    for (let place = start, other = from; place < end; place++, other++) if (own[place] !== bytes[other]) return false;
    return true;
  }
}

/** How a cell stands in the file whose bytes say it. */
export interface CellInBytes {
  /** What beside its bytes makes it what it is: two cells of one kind and the same bytes are the same. */
  readonly kind: number;
  /** What its bytes say where nothing in them stands for something else. */
  readonly plainly: 'text' | 'number' | null;
  /** What it is; '' for a blank one. */
  read(): Cell;
}

/** Packs the rows of one sheet, one message after the other. */
export class RowPacker {
  readonly #columns: KnownColumn[] = [];
  #known = 0;
  readonly #knownNow = new Collected();
  readonly #own = new Collected();
  readonly #rows = wholeOf();
  readonly #cells = new Numbers((length) => new Uint32Array(length));
  #begin = 0;

  /** Rows that the next message has. */
  get rows(): number {
    return this.#rows.length / 2;
  }

  /** A cell of the present row; of two in one column the later one stands. */
  put(column: number, cell: Cell): void {
    if (cell === '') return;
    this.#own.push(cell);
    this.#set(column, asOwn(this.#own.length - 1));
  }

  /** The same of a cell that is read only where the column has not said the same before. */
  putBytes(column: number, cell: CellInBytes, bytes: Uint8Array, from: number, to: number): void {
    const { kind, plainly } = cell;
    const of = (this.#columns[column] ??= new KnownColumn());
    const found = of.find(kind, bytes, from, to);
    if (found >= 0) {
      if (found !== blank) this.#set(column, found);
      return;
    }
    if (found === -2) {
      if (plainly !== null && this.#own.pushBytes(plainly === 'number', bytes, from, to)) this.#set(column, asOwn(this.#own.length - 1));
      else this.put(column, cell.read());
      return;
    }
    const read = cell.read();
    const code = read === '' ? blank : asKnown(this.#known++);
    of.note(kind, bytes, from, to, code);
    if (code === blank) return;
    this.#knownNow.push(read);
    this.#set(column, code);
  }

  /** The present row ends; one without a cell leaves no trace. Answers whether it had any. */
  endRow(number: number): boolean {
    const width = this.#cells.length - this.#begin;
    if (width === 0) return false;
    this.#rows.push(number);
    this.#rows.push(width);
    this.#begin = this.#cells.length;
    return true;
  }

  take(): PackedRows {
    const taken = { rows: this.#rows.take(), cells: this.#cells.take(), known: this.#knownNow.take(), own: this.#own.take() };
    this.#begin = 0;
    return taken;
  }

  #set(column: number, code: number): void {
    const at = this.#begin + column;
    const more = at + 1 - this.#cells.length;
    if (more > 0) {
      const list = this.#cells.room(more);
      if (more > 1) list.fill(blank, this.#cells.length, at);
      this.#cells.length = at + 1;
    }
    this.#cells.list[at] = code;
  }
}

function cellOf({ types: of, places, joined, texts }: PackedCells, at: number): Cell {
  const type = types[of[at] ?? 0];
  const place = places[at * 2] ?? 0;
  const length = places[at * 2 + 1] ?? 0;
  const text = length < 0 ? (texts[place] ?? '') : joined.substring(place, place + length);
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
    if (this.#cells) return this.#cells;
    const cells: Cell[] = [];
    for (let column = 0; column < this.#width; column++) cells.push(this.#made(this.#code(column)));
    return (this.#cells = cells);
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
    for (let at = 0; at < known.types.length; at++) this.#known.push({ cell: cellOf(known, at), number: this.#known.length, among: this });
    const unpacked: SheetRow[] = [];
    for (let head = 0, from = 0; head < rows.length; head += 2) {
      const width = rows[head + 1] ?? 0;
      unpacked.push(new PackedRow(rows[head] ?? 0, message, this.#known, from, width));
      from += width;
    }
    return unpacked;
  }
}
