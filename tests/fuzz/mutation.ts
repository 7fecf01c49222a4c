import type { Draw } from '../../electron/core/samples/draw.ts';
import type { AwkwardFile } from '../fixtures/awkward/awkward.ts';

const longestRepeated = 3_000_000;

/** A text many times, but not so often that the fuzzer itself runs out of memory. */
export const repeated = (text: string, times: number): string => text.repeat(Math.max(1, Math.min(times, Math.floor(longestRepeated / Math.max(1, text.length)))));

/** One way to spoil a file. Answers null where the file offers nothing to spoil in this way. */
export interface Mutation {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  apply(file: AwkwardFile, draw: Draw, corpus: readonly AwkwardFile[]): Uint8Array | null;
}
