import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import { asRefusal } from './connection.ts';
import { onlyToRead } from './read-only-copy.ts';
import { openRegisterFile, type OpenOptions, type RegisterFile } from './register-file.ts';

/** What stands at the beginning of a write-ahead log; it changes when the log begins anew. */
const logHead = 32;
const goes = 20;
/** Ms between two goes. */
const pause = 50;
const prefix = 'mingce-copy-';
const dayMs = 86_400_000;

export const onlyACopy = (): Refusal => new Refusal('NOT_ALLOWED', '您看的是一份副本，只能看', { remedy: '要改，请到打开着它的那个窗口或那台电脑上改，或者等那边关闭后再打开' });

function headOf(path: string): string {
  if (!existsSync(path)) return '';
  const bytes = Buffer.alloc(logHead);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('hex', 0, readSync(file, bytes, 0, logHead, 0));
  } finally {
    closeSync(file);
  }
}

/** By what it is seen that the file itself has stayed as it was; null: a large change is just going into it. */
function stateOf(path: string): string | null {
  // A journal that is done with begins with zeros.
  if (/[1-9a-f]/.test(headOf(`${path}-journal`))) return null;
  const { size, mtimeNs } = statSync(path, { bigint: true });
  return `${size} ${mtimeNs} ${headOf(`${path}-wal`)}`;
}

/**
 * Copies the file and its write-ahead log while another program has both. What that program writes goes to the end of the log, and
 * only now and then from there into the file; where the file stayed as it was and the log did not begin anew, the two copies are the
 * register as of one of its commands: an end that is not whole does not count, for every part of the log has its checksum.
 */
function copyStill(path: string, into: string): void {
  for (let go = 0; go < goes; go++) {
    if (go > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    const before = stateOf(path);
    if (before === null) continue;
    copyFileSync(path, into);
    rmSync(`${into}-wal`, { force: true });
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${into}-wal`);
    if (before === stateOf(path)) return;
  }
  throw new Refusal('REGISTER_IN_USE', '登记册正在别处写入，这会儿取不到副本', { remedy: '请过一会儿再试' });
}

/** Copies that a program which ended badly has left behind. */
function sweep(now: Date): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (now.getTime() - statSync(folder).mtimeMs > dayMs) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or just going.
    }
  }
}

/** A register that another program has open, as it is now, to be looked at. It lies in a folder of its own, which goes with it. */
export function openCopyInUse(path: string, options: OpenOptions): RegisterFile {
  sweep(options.now());
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  let opened: RegisterFile | undefined;
  try {
    const into = join(folder, 'copy.mingce');
    copyStill(path, into);
    const register = (opened = openRegisterFile(into, options));
    if (register.integrity() !== 'ok') throw new Refusal('REGISTER_IN_USE', '登记册正在别处写入，这会儿取不到副本', { remedy: '请过一会儿再试' });
    return {
      ...onlyToRead(register, onlyACopy),
      get own() {
        return register.own;
      },
      path,
      copiedAt: options.now().toISOString(),
      close() {
        register.close();
        forget();
      },
    };
  } catch (error) {
    opened?.close();
    forget();
    throw asRefusal(error, path);
  }
}
