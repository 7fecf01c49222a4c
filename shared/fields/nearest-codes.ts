import { type CodeList, normalWording } from './code.ts';

export interface NearCode {
  readonly value: string;
  /** Older and other wordings of the same thing. */
  readonly also: readonly string[];
}

/** How near two wordings are, 0–1: shared characters of both, more where they stand in the same order. */
function nearness(one: string, other: string): number {
  if (one === other) return 1;
  if (one === '' || other === '') return 0;
  let last = -1;
  let ordered = 0;
  let shared = 0;
  for (const sign of one) {
    if (!other.includes(sign)) continue;
    shared++;
    const at = other.indexOf(sign, last + 1);
    if (at >= 0) {
      ordered++;
      last = at;
    }
  }
  const total = [...one].length + [...other].length;
  const inside = one.includes(other) || other.includes(one) ? 0.2 : 0;
  return Math.min(0.99, (shared + ordered) / total + inside);
}

/** The values of a dictionary that a wording may mean, nearest first, with their older wordings. Offered, never taken. */
export function nearestCodes(list: CodeList, written: string, most = 6): NearCode[] {
  const wanted = normalWording(written);
  return list.values
    .map((entry) => ({ entry, near: Math.max(...[entry.value, ...(entry.also ?? [])].map((wording) => nearness(wanted, normalWording(wording)))) }))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ entry }) => ({ value: entry.value, also: entry.also ?? [] }));
}
