import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesOfId = 16;
/** Randomness for many ids at a time: asking the system for each took a tenth of a large import. */
const pool = new Uint8Array(bytesOfId * 256);
let used = pool.length;

function fresh(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytesOfId;
  return pool.subarray(used - bytesOfId, used);
}

let msecs = 0;
let seq = 0;

/** A new UUIDv7. Ids of one process follow one another, also within a millisecond: rows sort by them in the order in which they were made. */
export function newId(): string {
  const random = fresh();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // 31 random bits leave room to count on.
    seq = ((random[6] ?? 0) << 23) | ((random[7] ?? 0) << 16) | ((random[8] ?? 0) << 8) | (random[9] ?? 0);
  } else {
    seq = (seq + 1) | 0;
    if (seq === 0) msecs++;
  }
  return v7({ random, msecs, seq });
}
