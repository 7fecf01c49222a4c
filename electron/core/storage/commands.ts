import { newId } from './new-id.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import type { Clock } from './clock.ts';
import { writeAhead, writeOnce, type Connection } from './connection.ts';
import { putOffIndexes } from './late-indexes.ts';
import type { MadeRows } from './made-rows.ts';
import { loggedValues, type RowStore, type RowValues } from './row-store.ts';

export type CommandKind = 'edit' | 'import' | 'undo' | 'redo' | 'settings';

export interface CommandHead {
  readonly kind: CommandKind;
  /** What was done, in the clerk's words. */
  readonly label: string;
  readonly batch?: number;
  /** The command that this one takes back. */
  readonly reverses?: number;
}

/** Where a value came from: a row of a sheet that was imported (importSheet.id and the row's number in the file). */
export interface Source {
  readonly sheet: number;
  readonly row: number;
}

/** What becomes of one cell of a row. */
export interface CellChange {
  readonly column: string;
  readonly old: Stored;
  readonly value: Stored;
}

/** The only way to change a row. Every call writes the row and its log entry together. */
export interface Writer {
  readonly number: number;
  create(entity: Entity, id: string, values: RowValues, source?: Source): void;
  /** For work that writes so many new rows into tables: what is kept in order beside those that grow most is put in order once, at its end. */
  manyRows(newRows: ReadonlyMap<string, number>, work: () => Promise<void>): Promise<void>;
  /** The rows that a plan's rows from one position to another (not included) make, all at once. */
  createMade(batch: number, from: number, to: number): void;
  set(entity: Entity, id: string, column: string, old: Stored, value: Stored, source?: Source): void;
  /** Several cells of one row: the row is written once, each cell has its entry in the log. */
  setAll(entity: Entity, id: string, changes: readonly CellChange[]): void;
  /** Takes a row out; the log keeps what it held. */
  remove(entity: Entity, id: string): void;
}

export interface Author {
  readonly now: () => Date;
  readonly who: string;
  readonly office: () => string;
  readonly clock: Clock;
  /** After a command stands in the file. */
  readonly committed: () => void;
}

function withoutBlanks(values: RowValues): string {
  const kept: Record<string, Stored> = {};
  for (const column in values) {
    const value = values[column];
    if (value !== null && value !== undefined) kept[column] = value;
  }
  return JSON.stringify(kept);
}

/**
 * The command log. One command is one transaction, one group in the log, one undo; its number is the register's revision.
 * A row that comes into being is one entry with all its values, so that an import of 100,000 people is not six million.
 */
export function commandLog(connection: Connection, rows: RowStore, made: MadeRows, author: Author) {
  const head = connection.prepare<unknown[]>(
    'INSERT INTO command (number, id, kind, label, at, who, office, clock, batch, reverses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const entry = connection.prepare<unknown[]>(
    'INSERT INTO change (command, entity, rowId, action, field, old, new, sheet, sheetRow) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');

  let revision = Number((connection.prepare('SELECT max(number) AS number FROM command').get() as { number: number | null }).number ?? 0);

  function writer(number: number): Writer {
    return {
      number,
      create(entity, id, values, source) {
        rows.insert(entity, id, values, number);
        entry.run(number, entity, id, 'create', null, null, withoutBlanks(values), source?.sheet ?? null, source?.row ?? null);
      },
      async manyRows(newRows, work) {
        const makeIndexes = putOffIndexes(connection, newRows);
        await work();
        makeIndexes();
      },
      createMade: (batch, from, to) => made.move(batch, from, to, number),
      set(entity, id, column, old, value, source) {
        rows.update(entity, id, { [column]: value }, number);
        entry.run(number, entity, id, 'set', column, old, value, source?.sheet ?? null, source?.row ?? null);
      },
      setAll(entity, id, changes) {
        rows.update(entity, id, Object.fromEntries(changes.map(({ column, value }) => [column, value])), number);
        for (const { column, old, value } of changes) entry.run(number, entity, id, 'set', column, old, value, null, null);
      },
      remove(entity, id) {
        const row = rows.get(entity, id);
        if (!row) return;
        rows.remove(entity, id);
        entry.run(number, entity, id, 'delete', null, withoutBlanks(loggedValues(row)), null, null, null);
      },
    };
  }

  function start(command: CommandHead): Writer {
    begin.run();
    try {
      const number = revision + 1;
      head.run(
        number,
        newId(),
        command.kind,
        command.label,
        author.now().toISOString(),
        author.who,
        author.office(),
        author.clock.next(),
        command.batch ?? null,
        command.reverses ?? null,
      );
      return writer(number);
    } catch (error) {
      rollback.run();
      throw error;
    }
  }

  function finish(written: Writer): void {
    commit.run();
    revision = written.number;
    author.committed();
  }

  return {
    get revision() {
      return revision;
    },
    /** Runs one command. When `work` throws, nothing of it stays. */
    run<T>(command: CommandHead, work: (writer: Writer) => T): T {
      const written = start(command);
      let result: T;
      try {
        result = work(written);
        finish(written);
      } catch (error) {
        if (connection.inTransaction) rollback.run();
        throw error;
      }
      return result;
    },
    /** The same for work that lets the event loop turn in between, for progress and cancelling. The caller keeps everyone else out meanwhile. */
    async runSlowly<T>(command: CommandHead, work: (writer: Writer) => Promise<T>, { large = false }: { readonly large?: boolean } = {}): Promise<T> {
      if (large) writeOnce(connection);
      try {
        const written = start(command);
        try {
          const result = await work(written);
          finish(written);
          return result;
        } catch (error) {
          if (connection.inTransaction) rollback.run();
          throw error;
        }
      } finally {
        if (large) writeAhead(connection);
      }
    },
  };
}

export type CommandLog = ReturnType<typeof commandLog>;
