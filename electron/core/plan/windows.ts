import type { Window } from '../../../shared/plan/duties/window.ts';
import type { Duty, YearPlan } from '../../../shared/plan/year-plan.ts';
import { occurrences } from './recurrence.ts';
import { countryCalendar, type WorkCalendar } from './work-calendar.ts';

const day = (of: Date): string => of.toISOString().slice(0, 10);
const moved = (from: string, days: number): string => day(new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000));

/** The last working day not after a day, and not before another. */
function lastWorkday(calendar: WorkCalendar, until: string, from: string): string {
  for (let on = until; on >= from; on = moved(on, -1)) if (calendar.isWorkday(on)) return on;
  return until;
}

/** Days off of one holiday with at most so many others between them are one. */
const bridged = 3;

/** The plan's major holidays of its year, each from its first day off to its last. Empty while the calendar does not know the year. */
export function holidaysOf({ year, holidays }: Pick<YearPlan, 'year' | 'holidays'>, calendar = countryCalendar): { readonly label: string; readonly first: string; readonly last: string }[] {
  const found: { label: string; first: string; last: string }[] = [];
  for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = moved(on, 1)) {
    const label = calendar.holidayOn(on);
    if (!holidays.includes(label)) continue;
    const running = found.at(-1);
    if (running?.label === label && moved(running.last, bridged + 1) >= on) running.last = on;
    else found.push({ label, first: on, last: on });
  }
  return found;
}

/** What a window is called: by its length. */
function labelOf(from: string, until: string): string {
  const month = Number(until.slice(5, 7));
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 7) return `${month}月${Number(until.slice(8))}日这周`;
  if (days <= 31) return `${month}月`;
  if (days <= 92) return `${Math.ceil(month / 3)}季度`;
  return days <= 184 ? (month <= 6 ? '上半年' : '下半年') : `${until.slice(0, 4)}年`;
}

/**
 * The occurrences of a duty in the plan's year, in the order of time. Each closes a window that opened the day after the one before
 * closed. What closed before the plan was issued was not owed by it.
 */
export function windowsOf({ rule, on, before, after }: Duty, { year, issuedOn, holidays }: Pick<YearPlan, 'year' | 'issuedOn' | 'holidays'>, calendar = countryCalendar): readonly Window[] {
  const key = JSON.stringify([rule, on, before, after, year, issuedOn, holidays, calendar.key]);
  let found = known.get(key);
  if (!found) known.set(key, (found = workOut({ rule, on, before, after }, { year, issuedOn, holidays }, calendar)));
  return found;
}

/** The same question is asked with every look at the plan. */
const known = new Map<string, readonly Window[]>();

function workOut(duty: { readonly [K in 'rule' | 'on' | 'before' | 'after']: Duty[K] | undefined }, plan: Pick<YearPlan, 'year' | 'issuedOn' | 'holidays'>, calendar: WorkCalendar): readonly Window[] {
  const owed = ({ until }: Window): boolean => until >= plan.issuedOn;
  const first = `${plan.year}-01-01`;
  if (duty.on !== undefined) return [{ from: plan.issuedOn > duty.on ? duty.on : plan.issuedOn, until: duty.on, label: `${Number(duty.on.slice(5, 7))}月${Number(duty.on.slice(8))}日`, remind: lastWorkday(calendar, duty.on, first) }];
  if (duty.rule === 'HOLIDAYS') {
    return holidaysOf(plan, calendar).map(({ label, first: from, last: until }): Window => ({ from: moved(from, -(duty.before ?? 0)), until: moved(until, duty.after ?? 0), label, remind: lastWorkday(calendar, moved(from, -1), first) })).filter(owed);
  }
  let from = first;
  return occurrences(duty.rule ?? '', plan.year).map((until): Window => {
    const window = { from, until, label: labelOf(from, until), remind: lastWorkday(calendar, until, from) };
    from = moved(until, 1);
    return window;
  }).filter(owed);
}
