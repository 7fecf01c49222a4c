import Database from 'better-sqlite3';
import type { Refusal } from '../../../shared/contract/errors.ts';
import { prepareConnection, type Connection } from './connection.ts';
import { makeReadyForPlans } from './passing-plan.ts';
import { registerOver, type OpenOptions, type RegisterFile } from './register-file.ts';

/** Bytes 18 and 19 of the header say that a file has a write-ahead log beside it; in memory there is none. */
const withoutLogBeside = (bytes: Buffer): Buffer => {
  bytes[18] = 1;
  bytes[19] = 1;
  return bytes;
};

export interface CopyOptions extends OpenOptions {
  readonly original: RegisterFile;
  /** What whoever wants to write is told. */
  readonly refusal: () => Refusal;
}

function inMemory(bytes: Buffer): Connection {
  const connection = new Database(withoutLogBeside(bytes));
  connection.pragma('temp_store = MEMORY');
  // The copy is shaped row by row in no order that parents and children would like.
  connection.pragma('foreign_keys = OFF');
  prepareConnection(connection);
  makeReadyForPlans(connection);
  return connection;
}

/** The same register, which nobody can write. */
export function onlyToRead(register: RegisterFile, refusal: () => Refusal): RegisterFile {
  const refuse = (): never => {
    throw refusal();
  };
  // Not SQLite's own query_only: what is only worked out (marks, plans that are looked at) stands in the connection's memory.
  const { log, rows } = register;
  return { ...register, get own() { return register.own; }, setMeta: refuse, rows: { ...rows, insert: refuse, update: refuse, remove: refuse, renewWalkKeys: refuse }, log: { get revision() { return log.revision; }, run: refuse, runSlowly: async () => refuse() } };
}

/**
 * A register in memory alone, made of a file's bytes: nothing of it reaches the disk, and it goes when it is closed. `shape` may
 * change it first; after that nobody can.
 */
export function openCopy(bytes: Buffer, options: CopyOptions, shape?: (copy: RegisterFile) => void): RegisterFile {
  const { original, refusal } = options;
  const connection = inMemory(bytes);
  try {
    if (shape) {
      const raw = registerOver(connection, original.path, options);
      raw.together(() => shape(raw));
    }
    // Read again from what stands there now: its revision is that of the last command it still has.
    const copy = registerOver(connection, original.path, options);
    // Columns of the office's own are those of today, for the program speaks of one set; their values are those of the copy.
    return { ...onlyToRead(copy, refusal), original, get own() { return original.own; } };
  } catch (error) {
    connection.close();
    throw error;
  }
}
