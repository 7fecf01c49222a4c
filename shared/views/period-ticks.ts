import type { Filter } from '../contract/tables.ts';
import type { Ticks } from './value-ticks.ts';

/** 2020, 2020-03, 2020-03-15: a stretch of time by how its days begin; null: no day at all. */
export type Period = string | null;

type PeriodTicks = Ticks<Period>;

export interface CountedPeriod {
  readonly period: Period;
  readonly count: number;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The months of a year, the days of a month, by the calendar. A day has no parts. */
function partsOf(period: string): readonly string[] {
  if (period.length === 4) return Array.from({ length: 12 }, (_, at) => `${period}-${two(at + 1)}`);
  if (period.length > 7) return [];
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, at) => `${period}-${two(at + 1)}`);
}

export const yearOf = (period: string): string => period.slice(0, 4);

const outerOf = (period: string): string | null => (period.length > 4 ? period.slice(0, -3) : null);
const within = (outer: string, period: Period): boolean => period !== null && (period === outer || period.startsWith(`${outer}-`));

/** Whether a period lies wholly in one of these. */
export const covered = (periods: ReadonlySet<Period>, period: Period): boolean =>
  period === null ? periods.has(null) : [4, 7, 10].some((length) => periods.has(period.slice(0, length)));

function put(periods: Set<Period>, period: Period): void {
  if (covered(periods, period)) return;
  if (period === null) return void periods.add(null);
  for (const inner of periods) if (within(period, inner)) periods.delete(inner);
  periods.add(period);
  const outer = outerOf(period);
  if (outer !== null && partsOf(outer).every((part) => periods.has(part))) put(periods, outer);
}

function take(periods: Set<Period>, period: Period): void {
  if (period === null) return void periods.delete(null);
  for (const inner of periods) if (within(period, inner)) periods.delete(inner);
  if (!covered(periods, period)) return;
  const outer = outerOf(period);
  if (outer === null) return;
  // The wider period goes and its other parts stay.
  take(periods, outer);
  for (const part of partsOf(outer)) if (part !== period) periods.add(part);
}

/** Ticks or unticks whole periods: a year takes its months and days with it. */
export function tickPeriods({ but, values }: PeriodTicks, which: readonly Period[], on: boolean): PeriodTicks {
  const next = new Set(values);
  for (const period of which) (on === but ? take : put)(next, period);
  return { but, values: next };
}

export type Tick = 'all' | 'some' | 'none';

/** How much of a period is ticked; `listed` are the narrower ones that are known to be filled: empty ones beside them do not count. */
export function tickOf(ticks: PeriodTicks, period: Period, listed: readonly string[] = []): Tick {
  if (covered(ticks.values, period)) return ticks.but ? 'none' : 'all';
  if (period === null || ![...ticks.values].some((inner) => within(period, inner))) return ticks.but ? 'all' : 'none';
  const parts = new Set(listed.map((part) => tickOf(ticks, part)));
  const [only] = parts;
  return parts.size === 1 && only !== undefined ? only : 'some';
}

/** What of the ticks lies in these periods, as the periods that are ticked. */
function tickedWithin({ but, values }: PeriodTicks, found: readonly Period[]): Set<Period> {
  const kept = new Set<Period>();
  for (const period of found) {
    if (but !== covered(values, period)) put(kept, period);
    const narrower = period === null || covered(values, period) ? [] : [...values].filter((inner) => within(period, inner));
    for (const inner of narrower) (but ? take : put)(kept, inner);
  }
  return kept;
}

/** The ticks that a condition of the column stands for. */
export function periodTicksOf(model: Filter | null): PeriodTicks {
  if (model?.test === 'inPeriods' || model?.test === 'notInPeriods') return { but: model.test === 'notInPeriods', values: new Set(model.periods) };
  if (model?.test === 'in' || model?.test === 'notIn') return { but: model.test === 'notIn', values: new Set(model.values.map((value) => (value === null ? null : String(value)))) };
  return { but: true, values: new Set() };
}

/**
 * The condition that the ticks make; null where they leave nothing out, 'nothing' where they leave everything out. `listed` are the
 * months that hold anything, and null; `found` what a search left: then only that counts.
 */
export function conditionOfPeriods(field: string, ticks: PeriodTicks, listed: readonly Period[], found: readonly Period[] | null): Filter | null | 'nothing' {
  const only = found && tickedWithin(ticks, found);
  const values = only ?? ticks.values;
  const but = only === null && ticks.but;
  const states = new Set(listed.map((period) => tickOf({ but, values }, period)));
  if (values.size === 0 || states.size === 1) {
    if (states.has('none') || (values.size === 0 && !but)) return 'nothing';
    if (!states.has('some')) return null;
  }
  return { field, test: but ? 'notInPeriods' : 'inPeriods', periods: [...values].toSorted((one, other) => (one ?? '').localeCompare(other ?? '')) };
}

/** What of a day a search names, each part as it is stored; the year may be typed in part. */
export interface DaySearch {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** Reads 2020, 2020年3月, 202003, 3月, 3月15日, 15日, 2020-3-15 as what is looked for; undefined for anything else. */
export function readDaySearch(typed: string): DaySearch | undefined {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  const said = run ?? /^(?:(\d{1,4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?$/.exec(text) ?? /^(\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?$/.exec(text);
  if (text === '' || !said) return undefined;
  const [, year, month, day] = said;
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month: month.padStart(2, '0') }), ...(day === undefined ? {} : { day: day.padStart(2, '0') }) };
}

/** The years or months of a list that a search without a day means. */
export function foundAmong(months: readonly Period[], { year = '', month }: DaySearch): readonly string[] {
  const meant = months.filter((period): period is string => period !== null && (year.length === 4 ? yearOf(period) === year : yearOf(period).includes(year)) && (month === undefined || period.slice(5) === month));
  return month === undefined ? [...new Set(meant.map(yearOf))] : meant;
}

/** 2020年, 2020年3月, 2020年3月15日. */
export function periodWords(period: Period): string {
  if (period === null) return '（空白）';
  const [year = '', month, day] = period.split('-');
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}
