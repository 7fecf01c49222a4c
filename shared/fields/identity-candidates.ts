import { cellText, type Cell } from '../sheets/cells.ts';
import { solid } from './clean-text.ts';
import { differingPlaces } from './differing-places.ts';
import { marksOf } from './identity-marks.ts';
import { birthDateOf, identityFault, identityKey, sexOf } from './identity-number.ts';
import { filled, type Repair, repairs } from './identity-repairs.ts';
import { lostNumber, type LostNumber } from './lost-number.ts';

/** likely: everything that is known speaks for it; possible: nothing speaks against it; weak: something does, or much is assumed. */
export type Sureness = 'likely' | 'possible' | 'weak';

/** A number that a damaged one may be. Offered, never taken: a person decides with the certificate in hand. */
export interface IdentityCandidate {
  readonly number: string;
  /** Why it may be right, and what speaks against it. */
  readonly reason: string;
  readonly sure: Sureness;
  /** Places that differ from the number as written, 0 = first; none where nothing was written. */
  readonly differs: readonly number[];
}

/** A number that stands elsewhere: of this very person (own), of the same name in the same household, of the same name. */
export interface KnownNumber {
  readonly number: string;
  readonly near: 'own' | 'household' | 'name';
  /** Where it stands, as a reason: “人员_2020.xlsx 第 5 行同户同名的人”. */
  readonly from: string;
}

export interface KnownOfPerson {
  /** yyyy-MM-dd */
  readonly birthDate: string | null;
  readonly sex: string | null;
  /** Area codes, six digits, of the household's other members. */
  readonly areas: readonly string[];
  readonly elsewhere: readonly KnownNumber[];
}

const most = 12;
/** First two digits that numbers are given with (GB/T 2260); 99 is nobody's. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

interface Found extends Repair {
  /** It stands somewhere as it is. */
  readonly elsewhere?: boolean;
}

/** What is left of numbers that a program rounded to a double: those of the range that are sound. The last sign was a digit, or it had stayed text. */
function* ofRange(lost: LostNumber, today: string): Generator<Repair, void, void> {
  if (lost.length !== 18 || lost.to - lost.from > 256n) return;
  for (let number = lost.from; number <= lost.to; number++) {
    const text = number.toString();
    if (identityFault(text, today) === undefined) yield { number: text, reason: `数值还留着前 ${lost.kept.length} 位，末几位按校验码推出`, effort: 3 };
  }
}

/** Whether a number from elsewhere agrees with what is left of the damaged one, and how. */
function agreeing(known: KnownNumber, plain: string, lost: LostNumber | undefined): Found | undefined {
  const { number, near, from } = known;
  const found = (why: string, effort: number): Found => ({ number, reason: why === '' ? from : `${from}，${why}`, effort, elsewhere: true });
  if (lost) {
    const start = number.slice(0, lost.length);
    const inside = /^\d+$/.test(start) && start.length === lost.length && BigInt(start) >= lost.from && BigInt(start) <= lost.to;
    const starts = lost.kept.length >= 15 && number.startsWith(lost.kept.slice(0, 17));
    return inside || (starts && number.length !== lost.length) ? found(`前 ${lost.kept.length} 位相同`, lost.kept.length >= 14 ? 0 : near === 'name' ? 7 : 2) : undefined;
  }
  // A name alone is many people's.
  if (plain === '') return found('', near === 'name' ? 7 : 1);
  const old = number.slice(0, 6) + number.slice(8, 17);
  if (old === plain) return found('去掉世纪和校验码就是这个 15 位号码', 0);
  if (identityKey(number) === identityKey(plain)) return found('前 18 位相同', 0);
  if (plain.length >= 12 && number.startsWith(plain)) return found(`前 ${plain.length} 位相同`, 0);
  const { steps } = differingPlaces(plain, number);
  if (steps <= 2) return found(`只差 ${steps} 处`, steps);
  return near === 'name' ? undefined : found('', near === 'own' ? 4 : 5);
}

function* waysTo(written: Cell, known: KnownOfPerson, today: string): Generator<Found, void, void> {
  const text = solid(cellText(written)).toUpperCase();
  const lost = lostNumber(written);
  const whole = lost && lost.from === lost.to ? lost.kept : undefined;
  const marks = lost ? undefined : marksOf(cellText(written));
  const plain = whole ?? marks?.number ?? '';
  for (const each of known.elsewhere) {
    if (identityFault(each.number, today) !== undefined) continue;
    const found = agreeing(each, plain, whole === undefined ? lost : undefined);
    if (found) yield found;
  }
  if (lost && whole === undefined) return yield* ofRange(lost, today);
  const notes = [
    ...(whole === undefined ? [] : ['去掉小数']),
    ...(marks && marks.dropped.length > 0 ? [`去掉“${marks.dropped.join('')}”`] : []),
    ...(marks?.taken.map(([sign, as]) => `“${sign}”看作 ${as}`) ?? []),
  ];
  const noted = ({ number, reason, effort }: Repair): Found => ({ number, reason: [...notes, reason].filter((part) => part !== '').join('，'), effort });
  if (plain !== text && identityFault(plain, today) === undefined) return yield noted({ number: plain, reason: '', effort: 0 });
  const gaps = plain.includes('?');
  // A letter that was taken for the wrong digit leaves a gap.
  const doubtful = marks && !gaps && marks.doubtful.length > 0 && marks.doubtful.length <= 2 && plain.length === 18;
  const open = doubtful ? [...plain].map((sign, at) => (marks.doubtful.includes(at) ? '?' : sign)).join('') : plain;
  if (open.includes('?')) for (const way of filled(open, known.birthDate, known.areas)) if (identityFault(way.number, today) === undefined) yield gaps ? noted(way) : way;
  if (!gaps) for (const way of repairs(plain, { birthDate: known.birthDate, today })) yield noted(way);
}

/** What is written, without the signs that are no part of a number. */
function withoutDropped(written: string): string {
  const dropped = new Set(marksOf(written).dropped);
  return [...solid(written)].filter((sign) => !dropped.has(sign)).join('').toUpperCase();
}

interface Judged extends Found {
  readonly contradicts: boolean;
  /** Birth date and sex are both known. */
  readonly firm: boolean;
}

/** A candidate beside what is known of the person: in words, and in effort less or more. */
function judged(found: Found, known: KnownOfPerson, plain: string): Judged {
  const agreed: string[] = [];
  const against: string[] = [];
  const hold = (what: string, told: string | null, ours: string | null): void => {
    if (ours !== null) (told === ours ? agreed : against).push(told === ours ? what : `和登记的${what} ${ours} 对不上`);
  };
  const sex = known.sex === '男' || known.sex === '女' ? known.sex : null;
  hold('出生日期', birthDateOf(found.number), known.birthDate);
  hold('性别', sexOf(found.number), sex);
  let { effort } = found;
  if (known.areas.includes(found.number.slice(0, 6))) {
    agreed.push('地区');
    effort -= 1;
  } else {
    if (known.areas.length > 0) effort += known.areas.includes(plain.slice(0, 6)) ? 3 : 1;
    // A slip that would lead to a province which does not exist.
    if (!provinces.test(found.number) && !plain.startsWith(found.number.slice(0, 2))) effort += 4;
  }
  const words = [found.reason, ...(agreed.length > 0 ? [`${agreed.join('、')}对得上`] : []), ...against];
  return { ...found, effort, reason: words.join('；'), contradicts: against.length > 0, firm: known.birthDate !== null && sex !== null };
}

/** One candidate a number: the easiest way to it, and what stands elsewhere beside what was worked out. */
function together(ways: Iterable<Found>): Found[] {
  const byNumber = new Map<string, Found>();
  for (const way of ways) {
    const before = byNumber.get(way.number);
    if (!before) byNumber.set(way.number, way);
    else if (before.elsewhere) byNumber.set(way.number, before.reason.includes('；') ? before : { ...before, reason: `${before.reason}；${way.reason}`, effort: Math.min(before.effort, way.effort) });
    else if (way.effort < before.effort) byNumber.set(way.number, way);
  }
  return [...byNumber.values()];
}

/**
 * The sound numbers that a damaged identity number may be, best first, never more than twelve; none where nothing can be
 * said. Damage: digits lost to a number cell, 15 digits, a wrong check digit or birth date, one digit too few or too
 * many, other signs among the digits, nothing written at all. Numbers that contradict the known birth date or sex are
 * offered only where they stand elsewhere or no other number is left.
 */
export function identityCandidates(written: Cell, known: KnownOfPerson, today: string): IdentityCandidate[] {
  const lost = lostNumber(written);
  const before = lost?.kept ?? withoutDropped(cellText(written));
  const cut = lost && lost.from !== lost.to;
  const differs = (number: string): readonly number[] =>
    cut ? Array.from(number.slice(before.length), (_, at) => before.length + at) : before === '' ? [] : differingPlaces(before, number).places;
  const plain = lost?.kept ?? marksOf(cellText(written)).number;
  const all = together(waysTo(written, known, today)).map((found) => judged(found, known, plain));
  const agreed = all.filter(({ contradicts, elsewhere }) => !contradicts || elsewhere);
  const offered = agreed.length > 0 ? agreed : all.toSorted((a, b) => a.effort - b.effort).slice(0, 3);
  const rank = (each: Judged): number => each.effort + (each.contradicts ? 6 : 0) - (each.elsewhere ? 2 : 0);
  return offered
    .toSorted((a, b) => rank(a) - rank(b) || a.number.localeCompare(b.number))
    .slice(0, most)
    .map(({ number, reason, effort, contradicts, firm }): IdentityCandidate => {
      const likely = effort <= 0 || (effort <= 5 && offered.length === 1 && firm);
      const sure: Sureness = contradicts || effort > 6 ? 'weak' : likely ? 'likely' : 'possible';
      return { number, reason, sure, differs: differs(number) };
    });
}
