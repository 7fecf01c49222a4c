import { differingPlaces } from '../../../shared/fields/differing-places.ts';
import { fromOldNumber } from '../../../shared/fields/identity-repairs.ts';
import type { Person } from './match-people.ts';

/** How a number of theirs stands to one of the register's. */
export interface NumberKinship {
  /** near: one slip of the hand; kept: what is left of it agrees; birth: same birth date; other: another number; none: there is none to compare. */
  readonly grade: 'near' | 'kept' | 'birth' | 'other' | 'none';
  readonly why: string;
  /** Places of the register's number that are not as theirs. */
  readonly differs: readonly number[];
}

const nothing: NumberKinship = { grade: 'none', why: '', differs: [] };
/** What is left of a number must be this long to say anything: area and birth date. */
const leastKept = 14;

/** Places in which two numbers of 18 differ; more than `most` are not counted. */
function placesApart(one: string, other: string, most: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < one.length && places.length <= most; at++) if (one[at] !== other[at]) places.push(at);
  return places;
}

export function numberKinship(theirs: string, ours: string, kept = ''): NumberKinship {
  if (ours === '') return nothing;
  if (kept !== '') {
    const agrees = kept.length >= leastKept && ours.startsWith(kept.slice(0, 17));
    return agrees ? { grade: 'kept', why: `证件号码前 ${Math.min(kept.length, 17)} 位相同，后几位在名单里丢了`, differs: [] } : nothing;
  }
  if (theirs.length < 12) return nothing;
  if (theirs.length === 15 && ours.length === 18 && fromOldNumber(theirs) === ours) return { grade: 'near', why: '15 位旧号码升位后相同', differs: [] };
  if (ours.length === 15 && theirs.length === 18 && fromOldNumber(ours) === theirs) return { grade: 'near', why: '登记册里是 15 位旧号码，升位后相同', differs: [] };
  if (theirs.length === ours.length) {
    const places = placesApart(theirs, ours, 18);
    const [first = 0, second = 0] = places;
    if (places.length === 0) return { grade: 'near', why: '证件号码相同', differs: [] };
    if (places.length === 1) return { grade: 'near', why: `证件号码第 ${first + 1} 位不同（名单 ${theirs[first]}，登记册 ${ours[first]}）`, differs: places };
    if (places.length === 2 && second === first + 1 && theirs[first] === ours[second] && theirs[second] === ours[first]) return { grade: 'near', why: `证件号码第 ${first + 1}、${second + 1} 位颠倒`, differs: places };
    const born = theirs.slice(6, 14) === ours.slice(6, 14);
    return { grade: born ? 'birth' : 'other', why: born ? '出生日期相同，证件号码别的几位不同' : '证件号码不同', differs: places };
  }
  if (Math.abs(theirs.length - ours.length) === 1) {
    const { steps, places } = differingPlaces(theirs, ours);
    if (steps === 1) return { grade: 'near', why: `证件号码${theirs.length < ours.length ? '少' : '多'}了一位`, differs: places };
  }
  if (theirs.slice(6, 14) === ours.slice(6, 14)) return { grade: 'birth', why: '出生日期相同，证件号码不完整', differs: [] };
  return { grade: 'other', why: '证件号码不同', differs: [] };
}

/** Whether two birth dates inside numbers are at most one digit apart. */
export const birthsNear = (one: string, other: string): boolean => one.length >= 14 && other.length >= 14 && placesApart(one.slice(6, 14), other.slice(6, 14), 1).length <= 1;

/** More people than these under one part of a number say nothing. */
const mostTogether = 200;

/** From the left where something may be missing on the right, from the right where it may be on the left. */
const partsOf = (number: string): readonly string[] =>
  number.length < 14 ? [] : [`<${number.slice(0, 14)}`, ...(number.length < 16 ? [] : [`>${number.slice(-12)}`, `|${number.slice(0, 6)}${number.slice(-4)}`])];

/**
 * People by the parts of their numbers, as far as the numbers that are looked for have them. A slip of the hand spoils one part of three —
 * area, birth date, order — and leaves the two others, unless it swaps the digits where two parts meet: those few numbers are
 * looked up as they are.
 */
export class NumberIndex {
  readonly #byParts = new Map<string, Person[]>();
  readonly #byIdentity: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[], byIdentity: ReadonlyMap<string, Person>, wanted: Iterable<string>) {
    this.#byIdentity = byIdentity;
    for (const number of wanted) for (const part of partsOf(number)) if (!this.#byParts.has(part)) this.#byParts.set(part, []);
    for (const person of people) for (const part of partsOf(person.identity)) this.#byParts.get(part)?.push(person);
  }

  /** Who may be meant by a number as it is written, whole or not. */
  near(written: string): Set<Person> {
    const found = new Set<Person>();
    const exact = (number: string): void => {
      const person = this.#byIdentity.get(number);
      if (person?.gone === null) found.add(person);
    };
    if (written.length === 15) exact(fromOldNumber(written));
    if (written.length === 18) {
      exact(written.slice(0, 6) + written.slice(8, 17));
      for (const at of [5, 13]) exact(written.slice(0, at) + (written[at + 1] ?? '') + (written[at] ?? '') + written.slice(at + 2));
    }
    for (const part of partsOf(written)) {
      const together = this.#byParts.get(part) ?? [];
      if (together.length <= mostTogether) for (const person of together) found.add(person);
    }
    return found;
  }
}
