import type { Stored } from '../../../shared/fields/reading.ts';

/**
 * Tables put down as pages of a SQLite file (sqlite.org/fileformat2.html, sections 1.3, 1.6, 2.1): for very many rows whose
 * values the driver would bind one by one, which costs several times what writing their bytes does. SQLite opens the image as
 * a database in memory and does with it whatever it does with any other.
 */
export interface ImageTable {
  readonly name: string;
  /** As it stands in the schema. Its first column is an INTEGER PRIMARY KEY. */
  readonly sql: string;
  /** The columns behind the first, and their types. */
  readonly columns: readonly string[];
  readonly types: readonly ('TEXT' | 'INTEGER' | 'REAL')[];
}

const pageSize = 32_768;
/** Rows that are longer would go on in pages of their own. */
const longestRow = pageSize - 35;
const leaf = 13, interior = 5;
const text = 0, whole = 1, real = 2;
const codes = { TEXT: text, INTEGER: whole, REAL: real } as const;
/** Whole numbers up to here are kept in six bytes and less. */
const largest = 2 ** 47;

/** Bytes of a record that is being made. */
class Record {
  readonly types = Buffer.alloc(8192);
  readonly body = Buffer.alloc(longestRow + 16);
  readonly #floats = new DataView(this.body.buffer, this.body.byteOffset);
  typed = 0;
  filled = 0;

  begin(): void {
    this.typed = 0;
    this.filled = 0;
  }

  blank(): void {
    this.types[this.typed++] = 0;
  }

  whole(value: number): void {
    const size = value === 0 || value === 1 ? 0 : value >= -128 && value < 128 ? 1 : value >= -32_768 && value < 32_768 ? 2 : value >= -8_388_608 && value < 8_388_608 ? 3 : value >= -(2 ** 31) && value < 2 ** 31 ? 4 : 6;
    this.types[this.typed++] = size === 0 ? 8 + value : size === 6 ? 5 : size;
    let rest = value;
    for (let at = this.filled + size - 1; at >= this.filled; at--) {
      this.body[at] = rest & 255;
      rest = Math.floor(rest / 256);
    }
    this.filled += size;
  }

  real(value: number): void {
    this.types[this.typed++] = 7;
    this.#floats.setFloat64(this.filled, value);
    this.filled += 8;
  }

  /** False where there is no room for it. */
  text(value: string): boolean {
    // What has no room is cut off at the end of the bytes, behind the longest row.
    const at = this.filled + this.body.write(value, this.filled, 'utf8');
    if (at > longestRow) return false;
    this.typed = putVarint(this.types, this.typed, 13 + 2 * (at - this.filled));
    this.filled = at;
    return true;
  }

  /** Length of its header, with the header's own length. */
  get header(): number {
    return this.typed + (this.typed < 127 ? 1 : 2);
  }
}

const varintSize = (value: number): number => (value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : value < 2 ** 21 ? 3 : value < 2 ** 28 ? 4 : value < 2 ** 35 ? 5 : value < 2 ** 42 ? 6 : value < 2 ** 49 ? 7 : 8);

/** Up to 2^53. Answers what comes behind it. */
function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    bytes[at] = value;
    return at + 1;
  }
  const size = varintSize(value);
  let rest = value;
  for (let place = size - 1; place >= 0; place--) {
    bytes[at + place] = (rest & 127) | (place === size - 1 ? 0 : 128);
    rest = Math.floor(rest / 128);
  }
  return at + size;
}

/** A page of rows (or of tables, on the first page) that is being filled, from its end towards its list of rows. */
class Leaf {
  /** Where its head stands: behind the file's own on the first page. */
  readonly #head: number;
  readonly #page: Buffer;
  #count = 0;
  #content = pageSize;

  constructor(page: Buffer, head = 0) {
    this.#page = page;
    this.#head = head;
  }

  /** False where the record has no room any more. */
  add(key: number, record: Record): boolean {
    const { header, filled, typed } = record;
    const payload = header + filled;
    const at = this.#content - varintSize(payload) - varintSize(key) - payload;
    const pointer = this.#head + 8 + this.#count * 2;
    if (at < pointer + 2) return false;
    const page = this.#page;
    let next = putVarint(page, at, payload);
    next = putVarint(page, next, key);
    next = putVarint(page, next, header);
    record.types.copy(page, next, 0, typed);
    record.body.copy(page, next + typed, 0, filled);
    page.writeUInt16BE(at, pointer);
    this.#content = at;
    this.#count++;
    return true;
  }

  end(): void {
    this.#page[this.#head] = leaf;
    this.#page.writeUInt16BE(this.#count, this.#head + 3);
    this.#page.writeUInt16BE(this.#content, this.#head + 5);
  }
}

/** One table: its first page, and where that has become too small the others, with the last key in each. */
interface Tree {
  readonly root: number;
  readonly codes: readonly number[];
  readonly pages: number[];
  readonly keys: number[];
  open: Leaf | undefined;
  last: number;
}

/** Rows of some tables as the bytes of a database. */
export class TableImage {
  readonly #tables: readonly ImageTable[];
  readonly #bytes: Buffer;
  readonly #record = new Record();
  #trees: readonly Tree[];
  #pages: number;
  rows = 0;

  /** `most`: so many pages of 32 KiB it may have, two thousand at most. */
  constructor(tables: readonly ImageTable[], most: number) {
    this.#tables = tables;
    this.#bytes = Buffer.alloc(most * pageSize);
    this.#trees = this.#blank();
    this.#pages = this.#first;
  }

  /**
   * Puts down a row: `values` in any order, `places` tells of each column of the table behind its first where its value stands
   * among them, -1 for a blank one. Answers `full` where the image must be taken first, `odd` for a row that only SQLite itself can put
   * down: very long, with a value of another type than its column has, or with a key below the last one.
   */
  add(table: number, key: number, values: readonly Stored[], places: Int32Array): 'added' | 'full' | 'odd' {
    const tree = this.#trees[table];
    if (!tree) throw new Error('No such table');
    if (key <= tree.last) return 'odd';
    const record = this.#record;
    record.begin();
    // The first column is the key itself.
    record.blank();
    for (let column = 0; column < places.length; column++) {
      const place = places[column] ?? -1;
      const value = place < 0 ? null : (values[place] ?? null);
      if (value === null) record.blank();
      else if (!put(record, tree.codes[column] ?? text, value)) return 'odd';
    }
    if (record.header + record.filled > longestRow) return 'odd';
    tree.open ??= new Leaf(this.#page(tree.root).fill(0));
    if (!tree.open.add(key, record)) {
      if ((this.#pages + 2) * pageSize > this.#bytes.length) return 'full';
      this.#close(tree);
      // The root was the only page until now.
      if (tree.pages.length === 0) this.#page(tree.root).copy(this.#page(this.#another(tree)));
      tree.open = new Leaf(this.#page(this.#another(tree)));
      tree.open.add(key, record);
    }
    tree.last = key;
    this.rows++;
    return 'added';
  }

  /** The database, until the next row is put down: it begins anew with that. */
  take(): Buffer {
    for (const tree of this.#trees) {
      tree.open ??= tree.pages.length === 0 ? new Leaf(this.#page(tree.root).fill(0)) : undefined;
      this.#close(tree);
      if (tree.pages.length > 0) this.#root(tree);
    }
    this.#schema();
    const taken = this.#bytes.subarray(0, this.#pages * pageSize);
    this.#trees = this.#blank();
    this.#pages = this.#first;
    this.rows = 0;
    return taken;
  }

  /** Behind the schema and the roots of the tables. */
  get #first(): number {
    return 1 + this.#tables.length;
  }

  #another(tree: Tree): number {
    tree.pages.push(++this.#pages);
    return this.#pages;
  }

  #blank(): readonly Tree[] {
    return this.#tables.map(({ types }, at) => ({ root: at + 2, codes: types.map((type) => codes[type]), pages: [], keys: [], open: undefined, last: Number.NEGATIVE_INFINITY }));
  }

  #page(number: number): Buffer {
    return this.#bytes.subarray((number - 1) * pageSize, number * pageSize);
  }

  #close(tree: Tree): void {
    if (!tree.open) return;
    tree.open.end();
    tree.keys.push(tree.last);
    tree.open = undefined;
  }

  /** The page from which a table's others are found. */
  #root({ root: number, pages, keys }: Tree): void {
    const root = this.#page(number).fill(0);
    root[0] = interior;
    let content = pageSize;
    for (let at = 0; at < pages.length - 1; at++) {
      content -= 4 + varintSize(keys[at] ?? 0);
      root.writeUInt32BE(pages[at] ?? 0, content);
      putVarint(root, content + 4, keys[at] ?? 0);
      root.writeUInt16BE(content, 12 + at * 2);
    }
    root.writeUInt16BE(pages.length - 1, 3);
    root.writeUInt16BE(content, 5);
    root.writeUInt32BE(pages.at(-1) ?? 0, 8);
  }

  /** The first page: what the file is, and its tables. */
  #schema(): void {
    const page = this.#page(1).fill(0);
    page.write('SQLite format 3\0', 'latin1');
    page.writeUInt16BE(pageSize, 16);
    // Written and read without a log beside; shares of a page as every file has them.
    page.set([1, 1, 0, 64, 32, 32], 18);
    page.writeUInt32BE(1, 24);
    page.writeUInt32BE(this.#pages, 28);
    page.writeUInt32BE(1, 40);
    page.writeUInt32BE(4, 44);
    page.writeUInt32BE(1, 56);
    page.writeUInt32BE(1, 92);
    const schema = new Leaf(page, 100);
    this.#tables.forEach(({ name, sql }, at) => {
      const record = this.#record;
      record.begin();
      for (const value of ['table', name, name, at + 2, sql]) if (typeof value === 'number') record.whole(value);
        else record.text(value);
      if (!schema.add(at + 1, record)) throw new Error('No room for the schema');
    });
    schema.end();
  }
}

/** False where the value is not of the column's type. */
function put(record: Record, type: number, value: string | number): boolean {
  if (typeof value === 'string') return type === text && record.text(value);
  if (type === text) return false;
  if (Number.isInteger(value) && value > -largest && value < largest && !Object.is(value, -0)) record.whole(value);
  else if (type === real && Number.isFinite(value)) record.real(value);
  else return false;
  return record.filled <= longestRow;
}
