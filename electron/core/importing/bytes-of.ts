import { openAsBlob } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors.ts';
import { expectWorkbook, isForThread } from './read-aside.ts';

const paths = new WeakMap<File, string>();

/** A file of this machine, under a name that may be another. One that is large enough for a thread is read when somebody asks for its bytes. Throws what the system says of it. */
export async function fileOnDisk(path: string, name: string): Promise<File> {
  if (!isForThread((await stat(path)).size)) return new File([new Uint8Array(await readFile(path))], name);
  const file = new File([await openAsBlob(path)], name);
  paths.set(file, path);
  return file;
}

/** A file's bytes; of one that a thread will read in memory that is shared with it, so that they are there once. Refuses one of this machine that became another since it was chosen. */
export const bytesOf = (file: File): Promise<Uint8Array> =>
  wholeOf(file, paths.get(file)).catch((error: unknown) => {
    // A blob's word of it, or the system's.
    throw error instanceof Error && (error.name === 'NotReadableError' || 'errno' in error) ? changed(file) : error;
  });

const changed = ({ name }: File): Refusal => new Refusal('FILE_DAMAGED', '读的时候文件变了或读不了', { where: name, remedy: '请确认没有别的程序正在写它，再选一次' });

async function wholeOf(file: File, path: string | undefined): Promise<Uint8Array> {
  if (!isForThread(file.size) || (await file.slice(0, 2).text()) !== 'PK') return new Uint8Array(await file.arrayBuffer());
  expectWorkbook();
  const bytes = new Uint8Array(new SharedArrayBuffer(file.size));
  if (path !== undefined) {
    if (!(await fill(bytes, path))) throw changed(file);
    return bytes;
  }
  const pieces: AsyncIterable<Uint8Array> = file.stream();
  let at = 0;
  for await (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Reads a file in one go, without the copies on the way that a blob makes; false where there is not as much of it. */
async function fill(bytes: Uint8Array, path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) return false;
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
  return true;
}
