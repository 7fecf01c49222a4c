import { isForThread } from './read-aside.ts';

/** A file's bytes; of one that a thread will read in memory that is shared with it, so that they are there once. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  if (!isForThread(file.size) || (await file.slice(0, 2).text()) !== 'PK') return new Uint8Array(await file.arrayBuffer());
  const bytes = new Uint8Array(new SharedArrayBuffer(file.size));
  const pieces: AsyncIterable<Uint8Array> = file.stream();
  let at = 0;
  for await (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
