import type { Draw } from '../../electron/core/samples/draw.ts';
import type { AwkwardFile } from '../fixtures/awkward/awkward.ts';

/** One way to spoil a file. Answers null where the file offers nothing to spoil in this way. */
export interface Mutation {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  apply(file: AwkwardFile, draw: Draw, corpus: readonly AwkwardFile[]): Uint8Array | null;
}
