import { Draw } from '../../electron/core/samples/draw.ts';
import type { AwkwardFile } from '../fixtures/awkward/awkward.ts';
import { byteMutations } from './mutate-bytes.ts';
import { cellMutations } from './mutate-cells.ts';
import { textMutations } from './mutate-text.ts';
import { xmlMutations } from './mutate-xml.ts';
import { zipMutations } from './mutate-zip.ts';
import type { Mutation } from './mutation.ts';

const mutations: readonly Mutation[] = [...byteMutations, ...zipMutations, ...xmlMutations, ...textMutations, ...cellMutations];
const total = mutations.reduce((sum, { weight }) => sum + weight, 0);

function anyMutation(draw: Draw): Mutation {
  let left = draw.next() * total;
  for (const mutation of mutations) if ((left -= mutation.weight) < 0) return mutation;
  throw new Error('The weights do not add up');
}

export interface Mutant extends AwkwardFile {
  /** What was done to what. */
  readonly how: string;
}

/** Mutant number `index` of a seed: the same bytes every time. */
export function mutant(corpus: readonly AwkwardFile[], seed: number, index: number): Mutant {
  const draw = new Draw(Math.imul(seed, 0x9e37_79b1) ^ Math.imul(index + 1, 0x85eb_ca6b));
  for (;;) {
    const file = draw.pick(corpus);
    const mutation = anyMutation(draw);
    const bytes = mutation.apply(file, draw, corpus);
    if (bytes !== null) return { name: file.name, bytes, how: `${mutation.name} of ${file.name}` };
  }
}
