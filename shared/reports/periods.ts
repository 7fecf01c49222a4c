import type { Asked, PeriodKind } from './report.ts';

const shapes: Readonly<Record<PeriodKind, RegExp>> = { year: /^\d{4}$/, quarter: /^\d{4}-Q[1-4]$/, month: /^\d{4}-(0[1-9]|1[0-2])$/, day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ };
const two = (part: number): string => String(part).padStart(2, '0');
/** The last day of a month, by the calendar alone. */
const lastDay = (year: number, month: number): string => `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

export const isPeriod = (kind: PeriodKind, period: string): boolean => shapes[kind].test(period);

/** The period of that kind in which a day lies. */
export function periodOf(kind: PeriodKind, day: string): string {
  const [year = '', month = ''] = day.split('-');
  if (kind === 'year') return year;
  if (kind === 'month') return `${year}-${month}`;
  return kind === 'day' ? day : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** First and last day of a period. */
export function daysOf(kind: PeriodKind, period: string): { readonly from: string; readonly until: string } {
  const year = Number(period.slice(0, 4));
  if (kind === 'day') return { from: period, until: period };
  if (kind === 'year') return { from: `${year}-01-01`, until: `${year}-12-31` };
  if (kind === 'month') return { from: `${period}-01`, until: lastDay(year, Number(period.slice(5))) };
  const quarter = Number(period.slice(-1));
  return { from: `${year}-${two(quarter * 3 - 2)}-01`, until: lastDay(year, quarter * 3) };
}

export const asked = (kind: PeriodKind, period: string, today: string): Asked => ({ period, year: Number(period.slice(0, 4)), ...daysOf(kind, period), today });

/** The period before. */
export function before(kind: PeriodKind, period: string): string {
  const { from } = daysOf(kind, period);
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return periodOf(kind, day.toISOString().slice(0, 10));
}

/** 2020年, 2020年1季度, 2020年3月, 2020年3月31日. */
export function periodLabel(kind: PeriodKind, period: string): string {
  const [year = '', part = '', day = ''] = period.split('-');
  if (kind === 'year') return `${year}年`;
  if (kind === 'quarter') return `${year}年${part.slice(1)}季度`;
  return `${year}年${Number(part)}月${kind === 'day' ? `${Number(day)}日` : ''}`;
}
