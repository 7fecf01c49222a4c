import { parameterOn, isParameterKey } from '../../../shared/register/parameters.ts';
import type { DutyLine } from '../../../shared/plan/duties/judge.ts';
import type { Window } from '../../../shared/plan/duties/window.ts';
import { targets as every } from '../../../shared/plan/targets/index.ts';
import { Tally } from '../../../shared/plan/targets/tally.ts';
import type { At, PlanHome, Target } from '../../../shared/plan/targets/target.ts';
import { textOf, type RecordFacts } from '../../../shared/register/facts.ts';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts, readRecords } from '../tables/facts.ts';
import { DeedBook } from './deed-book.ts';
import { planOf, type OfficePlan } from './plan-of.ts';
import { windowsOf } from './windows.ts';

/** Households whose rows are in memory at a time. */
const portion = 400;

export interface MeasureOptions {
  readonly year: number;
  /** Each target is counted as of each of these days. */
  readonly days: readonly string[];
  /** Only these rows. */
  readonly rows?: readonly string[] | undefined;
  /** How many of the missing are named. */
  readonly names: number;
  /** Called with each household, in walking order. */
  readonly each?: (home: PlanHome) => void;
}

export interface CountedTarget {
  readonly target: Target;
  readonly at: At;
  readonly tally: Tally;
}

export interface CountedPlan {
  readonly office: OfficePlan;
  /** By row, then by day. */
  readonly counted: readonly CountedTarget[];
  /** Every occurrence of every duty, as it stands on the last of the days. */
  readonly duties: readonly DutyLine[];
}

const aboutNobody = (ledger: string): boolean => findLedger(ledger)?.about === 'nobody';

/** Counts the plan over the register in one pass: households in portions, then what stands for itself, then the duties. */
export function measurePlan(register: RegisterFile, { year, days, rows, names, each }: MeasureOptions): CountedPlan {
  const office = planOf(register, year);
  const { plan, parameters, calendar } = office;
  const windows = new Map<string, readonly Window[]>();
  const windowsFor = (key: string): readonly Window[] => {
    let found = windows.get(key);
    const duty = plan.duties.find((one) => one.key === key);
    if (!found) windows.set(key, (found = duty ? windowsOf(duty, plan, calendar) : []));
    return found;
  };
  const parameter = (key: string, day: string): number | null => (isParameterKey(key) ? parameterOn(key, day, parameters) : null);
  const wanted = every.filter(({ row }) => !rows || rows.includes(row));
  const counted = wanted.flatMap((target): CountedTarget[] => {
    const row = plan.rows.find(({ id }) => id === target.row);
    return row ? days.map((day) => ({ target, at: { year, day, row, parameter, windows: windowsFor }, tally: new Tally(names) })) : [];
  });
  const book = new DeedBook(plan, year);
  const ledgers = new Set(wanted.flatMap((target) => target.ledgers));
  for (const ledger of book.ledgers) ledgers.add(ledger);
  const ofHouseholds = [...ledgers].filter((ledger) => findLedger(ledger) && !aboutNobody(ledger));
  const walking = counted.flatMap(({ target: { home }, at, tally }) => (home ? [{ home, at, tally }] : []));
  const ids = (register.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += portion) {
    for (const household of readFacts(register, { year, ids: ids.slice(from, from + portion), ledgers: ofHouseholds })) {
      const home: PlanHome = { household, here: household.members.every(isHere) ? household.members : household.members.filter(isHere) };
      for (const { home: count, at, tally } of walking) count(home, at, tally);
      book.household(home);
      each?.(home);
    }
  }
  const alone = new Map<string, readonly RecordFacts[]>();
  const records = (ledger: string): readonly RecordFacts[] => {
    let found = alone.get(ledger);
    if (!found) alone.set(ledger, (found = readRecords(register, ledger)));
    return found;
  };
  for (const { target, at, tally } of counted) target.whole?.(records, at, tally);
  for (const ledger of book.ledgers) if (aboutNobody(ledger)) book.records(ledger, records(ledger));
  const marks = records('dutyMark').map(({ id, values }) => ({
    id, duty: textOf(values, 'dutyMark.duty'), who: textOf(values, 'dutyMark.who'), due: textOf(values, 'dutyMark.due'), why: textOf(values, 'dutyMark.why'),
    state: textOf(values, 'dutyMark.state') === '免办' ? ('免办' as const) : ('已办' as const),
  }));
  const judged = (day: string): DutyLine[] => plan.duties.flatMap((duty) => book.judge(duty, { windows: windowsFor(duty.key), marks, day }));
  const byDay = new Map<string, DutyLine[]>();
  for (const { target, at, tally } of counted) {
    if (!target.duties) continue;
    let lines = byDay.get(at.day);
    if (!lines) byDay.set(at.day, (lines = judged(at.day)));
    countDuties(lines, target.duties, tally);
    if (plan.duties.some(({ key, evidence }) => target.duties?.includes(key) && evidence && book.knows(evidence.ledger))) tally.see();
  }
  const last = days.at(-1) ?? '';
  return { office, counted, duties: byDay.get(last) ?? judged(last) };
}

/** Occurrences that are over: how many were done, and which were missed. An excused one is not owed. */
function countDuties(lines: readonly DutyLine[], keys: readonly string[], tally: Tally): void {
  for (const { duty, state, who, title, label, done, least, due, evidence } of lines) {
    if (!keys.includes(duty)) continue;
    if (state === 'excused' || evidence.length > 0) tally.see();
    if (state === 'done') tally.add(1, 1);
    if (state !== 'missed') continue;
    tally.add(1, 0);
    tally.lacks({ who, why: `${label}${title}：应 ${least}，实 ${done}，期限 ${due}` });
  }
}
