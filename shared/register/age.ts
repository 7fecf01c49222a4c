import { textOf, type Values } from './facts.ts';

/** yyyy-MM-dd as the identity number tells it, else as it was written down; '' where neither does. */
export function birthOf(values: Values): string {
  const told = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]/.exec(textOf(values, 'identityNo'));
  if (told) {
    const date = `${told[1]}-${told[2]}-${told[3]}`;
    // A number may hold a day that no calendar has; the written date is the better word then.
    if (!Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)) return date;
  }
  return textOf(values, 'birthDate');
}

/** Full years on a day, or null without a birth date that can be one. */
export function ageOn(values: Values, day: string): number | null {
  const birth = birthOf(values);
  if (birth === '') return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
  return years >= 0 && years < 130 ? years : null;
}

/**
 * The day on which a year's records are looked at: today while the year is running, its last day afterwards. Ages and
 * stages on screens that show a year go by it.
 */
export const dayInYear = (year: number, today: string): string => (Number(today.slice(0, 4)) > year ? `${year}-12-31` : today);
