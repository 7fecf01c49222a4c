import { createHash } from 'node:crypto';

/** A household of the frame. */
export interface Framed {
  readonly id: string;
  /** By what it is known on paper: its 户编号, else its id. */
  readonly key: string;
  readonly stratum: string;
}

/** A stratum with what falls to it, and its households in the order in which the seed calls them. */
export interface DrawnStratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
  readonly order: readonly string[];
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands for a frame: the same for the same households, whatever their order. */
export const fingerprintOf = (frame: readonly Framed[]): string => digest(frame.map(({ key }) => key).toSorted().join('\n')).slice(0, 16);

/** Shares by largest remainder: each within one of its exact share, together as many as are wanted. */
export function sharesOf(sizes: readonly number[], wanted: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size * wanted) / all);
  const shares = exact.map(Math.floor);
  const left = wanted - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((share, at) => ({ at, rest: share - Math.floor(share) })).toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/**
 * A draw that anybody can make again: each household's key and the seed give a SHA-256, and within a stratum those with the smallest are
 * drawn, in that order; the next ones stand ready to replace them. `wanted` is at most the frame's size.
 */
export function drawHouseholds(frame: readonly Framed[], wanted: number, seed: string): DrawnStratum[] {
  const strata = [...Map.groupBy(frame, ({ stratum }) => stratum)].toSorted(([a], [b]) => a.localeCompare(b, 'zh-CN'));
  const shares = sharesOf(strata.map(([, of]) => of.length), wanted);
  return strata.map(([name, of], at) => ({
    name,
    size: of.length,
    drawn: shares[at] ?? 0,
    order: of
      .map(({ id, key }) => ({ id, rank: digest(`${seed}\n${key}`) }))
      .toSorted((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1))
      .map(({ id }) => id),
  }));
}
