import type { DutyLine } from './judge.ts';

/** The duty clock on a day: what is late, what is due now and soon, and who owes what. */
export interface DutyClock {
  readonly year: number;
  readonly day: string;
  readonly workday: boolean;
  readonly overdue: readonly DutyLine[];
  /** Its window is open and its last working day is today or was before. */
  readonly today: readonly DutyLine[];
  /** Its last working day lies within the next fourteen days. */
  readonly fortnight: readonly DutyLine[];
  readonly people: readonly DutyCount[];
  readonly counts: { readonly done: number; readonly missed: number; readonly excused: number; readonly open: number; readonly later: number };
}

/** What one unit or person owes. */
export interface DutyCount {
  readonly who: string;
  readonly done: number;
  readonly missed: number;
  readonly excused: number;
  readonly open: number;
  readonly later: number;
}

const ahead = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const none = { done: 0, missed: 0, excused: 0, open: 0, later: 0 };
const order = (a: DutyLine, b: DutyLine): number => (a.remind === b.remind ? a.who.localeCompare(b.who, 'zh-CN') : a.remind < b.remind ? -1 : 1);

export function clockOf(lines: readonly DutyLine[], { year, day, workday }: { readonly year: number; readonly day: string; readonly workday: boolean }): DutyClock {
  const counts = { ...none };
  const people = new Map<string, typeof none>();
  for (const { who, state } of lines) {
    counts[state]++;
    const own = people.get(who) ?? { ...none };
    people.set(who, own);
    own[state]++;
  }
  const until = ahead(day, 14);
  const waiting = lines.filter(({ state }) => state === 'open' || state === 'later').toSorted(order);
  return {
    year, day, workday, counts,
    overdue: lines.filter(({ state }) => state === 'missed').toSorted(order),
    today: waiting.filter(({ state, remind }) => state === 'open' && remind <= day),
    fortnight: waiting.filter(({ remind }) => remind > day && remind <= until),
    people: [...people].map(([who, own]) => ({ who, ...own })).toSorted((a, b) => b.missed - a.missed || a.who.localeCompare(b.who, 'zh-CN')),
  };
}
