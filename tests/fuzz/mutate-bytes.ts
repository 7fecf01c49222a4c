import type { Draw } from '../../electron/core/samples/draw.ts';
import type { Mutation } from './mutation.ts';

export function flipBytes(bytes: Uint8Array, draw: Draw, most: number): Buffer {
  const out = Buffer.from(bytes);
  for (let left = draw.whole(1, most); left > 0; left--) {
    const at = draw.whole(0, out.length - 1);
    out[at] = draw.chance(0.5) ? (out[at] ?? 0) ^ (1 << draw.whole(0, 7)) : draw.whole(0, 255);
  }
  return out;
}

/** Mutations that know nothing of the format. */
export const byteMutations: readonly Mutation[] = [
  { name: 'flip bytes', weight: 10, apply: ({ bytes }, draw) => flipBytes(bytes, draw, 30) },
  { name: 'cut off', weight: 5, apply: ({ bytes }, draw) => bytes.subarray(0, draw.whole(1, bytes.length)) },
  { name: 'cut the beginning off', weight: 1, apply: ({ bytes }, draw) => bytes.subarray(draw.whole(1, Math.min(2000, bytes.length - 1))) },
  {
    name: 'blank a stretch',
    weight: 3,
    apply({ bytes }, draw) {
      const out = Buffer.from(bytes);
      const start = draw.whole(0, out.length - 1);
      return out.fill(draw.pick([0, 0xff, 0x20]), start, Math.min(out.length, start + draw.whole(1, 4096)));
    },
  },
  {
    name: 'repeat a stretch',
    weight: 3,
    apply({ bytes }, draw) {
      const start = draw.whole(0, bytes.length - 1);
      const stretch = Buffer.from(bytes.subarray(start, start + draw.whole(1, 2000)));
      return Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: draw.whole(1, 200) }, () => stretch), bytes.subarray(start)]);
    },
  },
  {
    name: 'drop a stretch',
    weight: 3,
    apply({ bytes }, draw) {
      const start = draw.whole(0, bytes.length - 1);
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + draw.whole(1, 500))]);
    },
  },
  {
    name: 'two files in one',
    weight: 2,
    apply({ bytes }, draw, corpus) {
      const other = draw.pick(corpus).bytes;
      return Buffer.concat([bytes.subarray(0, draw.whole(0, bytes.length)), other.subarray(draw.whole(0, other.length - 1))]);
    },
  },
  { name: 'noise', weight: 1, apply: (_, draw) => Uint8Array.from({ length: draw.whole(1, 5000) }, () => draw.whole(0, 255)) },
];
