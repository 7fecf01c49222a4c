import { calendarDayOf } from '../../../shared/register/calendar-day.ts';
import type { Host } from '../host.ts';
import { askedDay } from '../past/asked-day.ts';

/** Today where the office is, 2020-06-30: dates of birth and of papers count in its own days. Of a past day asked about, that day. */
export const todayOf = (host: Host): string => askedDay.get()?.day ?? calendarDay(host);

/** The day that it really is. */
export function calendarDay(host: Host): string {
  return calendarDayOf(host.now());
}
