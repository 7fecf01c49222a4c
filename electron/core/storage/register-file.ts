import { rmSync } from 'node:fs';
import type { OwnColumn } from '../../../shared/register/own/own-column.ts';
import { speak } from '../../../shared/register/own/spoken.ts';
import { hybridClock } from './clock.ts';
import { commandLog, type CommandLog } from './commands.ts';
import { asRefusal, connect, prepare, type Connection, type Statement } from './connection.ts';
import { copyBytes } from './copy-bytes.ts';
import { migrate } from './migrate.ts';
import { removeMadeFile } from './made-file.ts';
import { madeRows, type MadeRows } from './made-rows.ts';
import { makeReadyForPlans } from './passing-plan.ts';
import { newId } from './new-id.ts';
import type { CompiledQuery } from './query-builder.ts';
import { ownColumnsOf } from './own-declarations.ts';
import { rowStore, type RowStore } from './row-store.ts';

export interface OpenOptions {
  readonly who: string;
  readonly now: () => Date;
}

/** An open register file: the one object through which the core reads and writes it. */
export interface RegisterFile {
  readonly path: string;
  /** Of a copy to look at, which nobody can write, what it was made of: contents of documents stay there. */
  readonly original: RegisterFile | null;
  /** Of a copy of a register that another program has open: when it was taken, ISO. Nobody can write it. */
  readonly copiedAt: string | null;
  readonly rows: RowStore;
  /** Rows that plans would make. */
  readonly made: MadeRows;
  readonly log: CommandLog;
  /** The columns that the office added, in their order. */
  readonly own: readonly OwnColumn[];
  /** Not closed: whoever reads it in pieces may find it closed between two of them. */
  readonly isOpen: boolean;
  /** A statement, prepared once. `sql` is fixed text, never joined from data. */
  sql(sql: string): Statement;
  /** Runs what query-builder.ts compiled. */
  all<T>(compiled: CompiledQuery): T[];
  meta(key: string): string | null;
  setMeta(key: string, value: string): void;
  /** Several statements that are no change of the register's rows (staging, settings), together or not at all. */
  together<T>(work: () => T): T;
  /** Keeps everybody else out while slow work holds a transaction open; see `idle`. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no exclusive work is under way. */
  idle(): Promise<void>;
  /** All that it holds as the bytes of a file, without the contents of documents; no command may be under way. */
  bytes(): Buffer;
  integrity(): string;
  close(): void;
}

/** The first moment of the month in which the office is, as the log writes times. */
function monthBegan(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), 1).toISOString();
}

function openWith(connection: Connection, path: string, options: OpenOptions): RegisterFile {
  removeMadeFile(path);
  makeReadyForPlans(connection);
  return registerOver(connection, path, options);
}

/** The register that a connection holds. */
export function registerOver(connection: Connection, path: string, options: OpenOptions): RegisterFile {
  connection.function('month_began', () => monthBegan(options.now()));
  const statements = new Map<string, Statement>();
  const sql = (text: string): Statement => {
    let found = statements.get(text);
    if (!found) {
      // Dynamic filters make ever new texts; the fixed ones come back at once.
      if (statements.size > 500) statements.clear();
      statements.set(text, (found = prepare(connection, text)));
    }
    return found;
  };
  const meta = (key: string): string | null =>
    (sql('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value ?? null;
  const setMeta = (key: string, value: string): void =>
    void sql('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);

  let node = meta('node');
  if (node === null) setMeta('node', (node = newId().slice(-12)));
  const last = sql('SELECT clock FROM command ORDER BY number DESC LIMIT 1').get() as { clock: string } | undefined;
  const rows = rowStore(connection);
  const made = madeRows(connection, rows, path);
  let own: { readonly revision: number; readonly columns: readonly OwnColumn[] } | undefined;
  const log = commandLog(connection, rows, made, {
    now: options.now,
    who: options.who,
    office: () => meta('office') ?? '',
    clock: hybridClock(() => options.now().getTime(), node, last?.clock ?? null),
    committed: () => void speak(ownNow()),
  });
  const ownNow = (): readonly OwnColumn[] => {
    if (own?.revision !== log.revision) own = { revision: log.revision, columns: ownColumnsOf(sql) };
    return own.columns;
  };
  let exclusive: Promise<unknown> = Promise.resolve();
  return {
    path,
    original: null,
    copiedAt: null,
    rows,
    made,
    log,
    get own() {
      return ownNow();
    },
    get isOpen() {
      return connection.open;
    },
    sql,
    all: <T>(compiled: CompiledQuery): T[] => sql(compiled.sql).all(...compiled.parameters) as T[],
    meta,
    setMeta,
    together: (work) => connection.transaction(work)(),
    exclusively(work) {
      const turn = exclusive.then(work, work);
      exclusive = turn.catch(() => undefined);
      return turn;
    },
    async idle() {
      let seen: Promise<unknown>;
      do {
        seen = exclusive;
        await seen;
      } while (seen !== exclusive);
    },
    bytes: () => copyBytes(connection),
    integrity: () => String(connection.pragma('integrity_check', { simple: true })),
    close() {
      if (!connection.open) return;
      connection.close();
      // Of a copy in memory the path is another register's.
      if (!connection.memory) removeMadeFile(path);
    },
  };
}

/** Opens an existing register, migrated to the newest version. Throws a Refusal that names the file. */
export function openRegisterFile(path: string, options: OpenOptions): RegisterFile {
  const connection = connect(path, 'open');
  try {
    migrate(connection, path);
    return openWith(connection, path, options);
  } catch (error) {
    connection.close();
    throw asRefusal(error, path);
  }
}

/** Makes a new register. A file that is already there is never touched; a file that could not be finished is removed. */
export function createRegisterFile(path: string, options: OpenOptions): RegisterFile {
  const connection = connect(path, 'create');
  try {
    migrate(connection, path);
    return openWith(connection, path, options);
  } catch (error) {
    connection.close();
    for (const end of ['', '-wal', '-journal']) rmSync(`${path}${end}`, { force: true });
    throw asRefusal(error, path);
  }
}
