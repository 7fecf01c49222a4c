import { setFlagsFromString } from 'node:v8';

/**
 * By default the engine lets what nobody needs any more grow to a multiple of what is needed, and keeps 128 MB for young
 * objects: of a large import's memory nearly half. Both are read at each collection, so that they may change in between.
 */
const sparing = '--heap-growing-percent=50';
const youngAsItIs = '--semi-space-growth-factor=1';
const usual = ['--heap-growing-percent=0', '--semi-space-growth-factor=2'];

let under = 0;

/** Runs work that makes very many objects, a few of which it keeps, in less memory for a little more time. */
export async function sparingMemory<T>(work: () => Promise<T>): Promise<T> {
  if (under++ === 0) setFlagsFromString(sparing);
  try {
    return await work();
  } finally {
    if (--under === 0) usual.forEach(setFlagsFromString);
  }
}

/**
 * Within such work, once it is well under way: here and on the thread that reads there is enough room for young objects now.
 * From the beginning it would cost the thread a third of its time.
 */
export function enoughForYoung(): void {
  if (under > 0) setFlagsFromString(youngAsItIs);
}
