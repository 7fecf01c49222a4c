import { rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Stored } from '../../../shared/fields/reading.ts';
import { asRefusal, type Connection } from './connection.ts';
import { TableImage, type ImageTable } from './table-image.ts';

/** 2 MB of rows at a time. */
const pagesAtATime = 64;
/** Pages that are written or read once are kept in little memory: what they would be kept in has to be got from the system each time. */
const cache = 'cache_size = -256';

/** Beside the register, while a large plan waits for being executed. */
const pathOf = (register: string): string => `${register}-plan`;

/** Also what a program left that was killed with a plan. */
export function removeMadeFile(register: string): void {
  try {
    rmSync(pathOf(register), { force: true, maxRetries: 2 });
  } catch {
    // A virus scanner may hold it: it goes when the register is opened the next time.
  }
}

/** A row that SQLite itself must put down. */
interface OddRow {
  readonly table: number;
  readonly columns: readonly string[];
  readonly values: readonly Stored[];
}

/**
 * A file in which rows of large plans stand, attached to the register's connection as `plan`. They come as images of tables
 * (table-image.ts), which another connection adds to the file, so that the driver binds none of their values.
 */
export class MadeFile {
  readonly #connection: Connection;
  readonly #register: string;
  readonly #tables: readonly ImageTable[];
  readonly #image: TableImage;
  #odd: OddRow[] = [];
  /** The lowest key of those that are not in the file yet. */
  #waiting = Number.POSITIVE_INFINITY;

  /** Outside transactions only. */
  constructor(connection: Connection, register: string, tables: readonly ImageTable[]) {
    this.#connection = connection;
    this.#register = register;
    this.#tables = tables;
    this.#image = new TableImage(tables, pagesAtATime);
    removeMadeFile(register);
    // A connection that must not make its own file makes no other either.
    writeFileSync(pathOf(register), '', { mode: 0o600 });
    connection.prepare('ATTACH ? AS plan').run(pathOf(register));
    // Written by another connection, and worth nothing after a crash.
    connection.pragma('plan.locking_mode = NORMAL');
    connection.pragma('plan.synchronous = OFF');
    connection.pragma('plan.page_size = 32768');
    connection.pragma(`plan.${cache}`);
    for (const { sql } of tables) connection.exec(sql.replace('CREATE TABLE ', 'CREATE TABLE plan.'));
  }

  /** A row of a table: the columns of its values, the key first; `places` tells where in them each column of the table stands. */
  add(table: number, columns: readonly string[], values: readonly Stored[], places: Int32Array): void {
    const key = Number(values[0]);
    let done = this.#image.add(table, key, values, places);
    if (done === 'full') {
      this.flush();
      done = this.#image.add(table, key, values, places);
    }
    if (done !== 'added') this.#odd.push({ table, columns: [...columns], values: [...values] });
    this.#waiting = Math.min(this.#waiting, key);
  }

  /** Whether the file holds all rows below a key. */
  holds(below: number): boolean {
    return below <= this.#waiting;
  }

  /** Adds to the file what has come since the last time. */
  flush(): void {
    if (this.#image.rows === 0 && this.#odd.length === 0) return;
    const other = new Database(this.#image.take());
    try {
      other.prepare('ATTACH ? AS plan').run(pathOf(this.#register));
      other.pragma('plan.synchronous = OFF');
      other.pragma('plan.journal_mode = OFF');
      for (const schema of ['main', 'plan']) other.pragma(`${schema}.${cache}`);
      other.transaction(() => {
        for (const { name } of this.#tables) other.exec(`INSERT INTO plan.${name} SELECT * FROM main.${name}`);
        for (const { table, columns, values } of this.#odd) {
          other.prepare<unknown[]>(`INSERT INTO plan.${this.#tables[table]?.name ?? ''} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
        }
      })();
      this.#odd = [];
      this.#waiting = Number.POSITIVE_INFINITY;
    } catch (error) {
      throw asRefusal(error, this.#register);
    } finally {
      other.close();
    }
  }

  /** No plan needs it any more. Outside transactions only. */
  remove(): void {
    this.#connection.exec('DETACH plan');
    removeMadeFile(this.#register);
  }
}
