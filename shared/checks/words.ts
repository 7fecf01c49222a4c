import type { Person } from './person.ts';
import type { Bearer } from './rule.ts';

/** 9905****0011: enough to find it by. */
export const partOf = (number: string): string => (number.length < 10 ? number : `${number.slice(0, 4)}****${number.slice(-4)}`);

export const namesOf = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

/** 元 of fen, for messages. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** How many are looked at among those who share a number: of a helper's phone left for hundreds of households, each would look at hundreds. */
const fewest = 8;

/** Who else bears a number; null where nobody does. */
export function othersOf(bearers: readonly Bearer[] | undefined, own: (bearer: Bearer) => boolean): { readonly count: number; said(say: (bearer: Bearer) => string): string } | null {
  if (!bearers) return null;
  const few: Bearer[] = [];
  let passed = 0;
  for (const bearer of bearers) {
    if (own(bearer)) passed++;
    else if (few.push(bearer) === fewest) break;
  }
  if (few.length === 0) return null;
  // Whoever was not looked at is somebody else: one's own rows are few, but may stand behind.
  const count = few.length < fewest ? few.length : bearers.length - Math.max(passed, 1);
  return { count, said: (say) => `${few.slice(0, 3).map(say).join('、')}${few.length > 3 ? '等' : ''}` };
}
