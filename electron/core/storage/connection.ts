import './node-version.ts';
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/contract/errors.ts';
import { pinyinKey } from './pinyin-key.ts';

export type Connection = Database.Database;
export type Statement = Pick<Database.Statement<unknown[]>, 'get' | 'all' | 'run' | 'iterate'>;

/** "MCE1" in the file's header: this is a register of ours. */
export const applicationId = 0x4d434531;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

interface SqliteFault {
  readonly code: string;
}

const isSqliteFault = (error: unknown): error is SqliteFault & Error =>
  error instanceof Error && typeof (error as Partial<SqliteFault>).code === 'string' && error.name === 'SqliteError';

/** SQLite's errors in the clerk's words; anything that is not of the file's making stays as it is. */
export function asRefusal(error: unknown, path: string): unknown {
  if (!isSqliteFault(error)) return error;
  const where = fileName(path);
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
    return new Refusal('REGISTER_IN_USE', '登记册已在别处打开', { where, remedy: '请先关掉另一个窗口或程序，再打开' });
  }
  if (error.code.startsWith('SQLITE_READONLY') || error.code === 'SQLITE_PERM' || error.code.startsWith('SQLITE_CANTOPEN')) {
    return new Refusal('REGISTER_READ_ONLY', '登记册所在的位置不能写入', {
      where,
      remedy: '请把登记册复制到可以写入的文件夹（例如“文档”），再打开那一份',
    });
  }
  if (error.code === 'SQLITE_NOTADB') {
    return new Refusal('NOT_A_REGISTER', '这个文件不是明册的登记册', { where, remedy: '请选择扩展名为 .mingce 的登记册；Excel 表请用“导入”' });
  }
  if (error.code.startsWith('SQLITE_CORRUPT')) {
    return new Refusal('REGISTER_DAMAGED', '登记册文件已损坏', { where, remedy: '请不要再写入，改用最近一次的备份' });
  }
  if (error.code === 'SQLITE_FULL') {
    return new Refusal('DISK_FULL', '磁盘已满，这一步没有写入', { where, remedy: '请清出磁盘空间后重试' });
  }
  return error;
}

/** Bytes of a page of new registers: the log's texts are long, and with pages of 4 KiB a large import spends a quarter of its commit on getting and linking them. */
const pageSize = 16_384;

/** Pages of the file that stay in memory, in KiB. */
const cache = 65_536;
/** New pages are written once and not looked at again: what they are kept in is only memory. */
const cacheOfNewPages = 8_192;

/** Every change goes to the write-ahead log first and to the file later: the quickest for what clerks do, cell by cell. */
export function writeAhead(connection: Connection): void {
  connection.pragma('main.journal_mode = WAL');
  connection.pragma(`cache_size = -${cache}`);
}

/**
 * New pages go to the file itself, what stood on others to a journal first: for a transaction that adds far more than it
 * changes, which would otherwise be written twice. As safe as the other way; a journal that is found at the next start undoes it.
 */
export function writeOnce(connection: Connection): void {
  connection.pragma('main.journal_mode = DELETE');
  connection.pragma(`cache_size = -${cacheOfNewPages}`);
}

function settings(connection: Connection): void {
  // Exclusive: one program at a time has the register. It needs no shared-memory file, so that registers on
  // network and USB drives are safe too, and the lock falls with the process, however it ends.
  connection.pragma('locking_mode = EXCLUSIVE');
  writeAhead(connection);
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
}

/** What every connection to a register knows beside its tables. */
export function prepareConnection(connection: Connection): void {
  // Names that have no pinyin kept beside them sort by it all the same.
  connection.function('pinyin_key', { deterministic: true }, (name) => pinyinKey(typeof name === 'string' ? name : null));
}

/** Opens a file that must be there and be ours, or, with `create`, one that must not be there yet. */
export function connect(path: string, mode: 'open' | 'create'): Connection {
  const exists = existsSync(path);
  const where = fileName(path);
  if (mode === 'create' && exists) {
    throw new Refusal('REGISTER_EXISTS', '这里已经有同名的登记册，没有覆盖', { where, remedy: '请换一个名字，或直接打开它' });
  }
  if (mode === 'open') {
    if (!exists) throw new Refusal('REGISTER_MISSING', '找不到这个登记册', { where, remedy: '文件可能已被移动或改名，请重新选择' });
    if (!statSync(path).isFile() || statSync(path).size === 0) {
      throw new Refusal('NOT_A_REGISTER', '这个文件不是明册的登记册', { where, remedy: '请选择扩展名为 .mingce 的登记册' });
    }
  }
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { fileMustExist: mode === 'open', timeout: 1000 });
    if (mode === 'create') connection.pragma(`page_size = ${pageSize}`);
    if (mode === 'open') {
      const id: unknown = connection.pragma('application_id', { simple: true });
      if (id !== applicationId) {
        throw new Refusal('NOT_A_REGISTER', '这个文件不是明册的登记册', { where, remedy: '请选择扩展名为 .mingce 的登记册' });
      }
    }
    settings(connection);
    prepareConnection(connection);
    // Takes the exclusive lock now, so that a second program is told at once and not at its first write.
    connection.exec('BEGIN IMMEDIATE; COMMIT');
    return connection;
  } catch (error) {
    connection?.close();
    throw asRefusal(error, path);
  }
}

/** A statement whose parameters are given by place, numbered ones (?1) too: the driver binds those by name only. */
export function prepare(connection: Connection, text: string): Statement {
  const statement = connection.prepare<unknown[]>(text);
  if (!/\?\d/.test(text)) return statement;
  const named = (values: unknown[]): Record<string, unknown> => Object.fromEntries(values.map((value, at) => [String(at + 1), value]));
  return {
    get: (...values) => statement.get(named(values)),
    all: (...values) => statement.all(named(values)),
    run: (...values) => statement.run(named(values)),
    iterate: (...values) => statement.iterate(named(values)),
  };
}
