import { birthDateOf, isWholeIdentity } from '../fields/identity-number.ts';
import { textOf, type Values } from './facts.ts';

/** yyyy-MM-dd as it is written down, which tables sort and filter by, else as a whole identity number tells it; '' where neither does. */
export function birthOf(values: Values): string {
  const written = textOf(values, 'birthDate');
  if (written !== '') return written;
  const identity = textOf(values, 'identityNo');
  return isWholeIdentity(identity) ? (birthDateOf(identity) ?? '') : '';
}

/** Full years from a birth to a day, both yyyy-MM-dd; null where nobody can be that old, or where either is not known to the day. */
export function yearsOn(birth: string, day: string): number | null {
  if (birth.length !== 10 || day.length !== 10) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
  return years >= 0 && years < 130 ? years : null;
}

/** Full years on a day, or null without a birth date that can be one. */
export const ageOn = (values: Values, day: string): number | null => yearsOn(birthOf(values), day);

/**
 * The day on which a year's records are looked at: today while the year is running, its last day afterwards. Ages and
 * stages on screens that show a year, and in its check, go by it.
 */
export const dayInYear = (year: number, today: string): string => (Number(today.slice(0, 4)) > year ? `${year}-12-31` : today);
