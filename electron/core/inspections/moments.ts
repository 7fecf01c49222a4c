import { calendarDayOf } from '../../../shared/register/calendar-day.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** 2020-06-30 09:05, on the machine's clock. */
export function momentText(iso: string): string {
  const time = new Date(iso);
  return `${calendarDayOf(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
