import type { Host } from '../host.ts';
import { askedDay } from '../past/asked-day.ts';

/** Today where the office is, 2020-06-30: dates of birth and of papers count in its own days. Of a past day asked about, that day. */
export const todayOf = (host: Host): string => askedDay.get()?.day ?? calendarDay(host);

/** The day that it really is. */
export function calendarDay(host: Host): string {
  const now = host.now();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
