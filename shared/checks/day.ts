/** The day as of which ages count in a year's check: today while the year runs, else its last day. */
export const dayOfYear = (year: number, today: string): string => (Number(today.slice(0, 4)) > year ? `${year}-12-31` : today);

/** Whole years between a date of birth and a day, both yyyy-MM-dd; null where the birth is not known to the day. */
export function ageOn(birth: string, day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birth)) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Months from one yyyy-MM or yyyy-MM-dd to another; null where either is not known to the month. */
export function monthsBetween(from: string, to: string): number | null {
  const [one, other] = [/^(\d{4})-(\d{2})/.exec(from), /^(\d{4})-(\d{2})/.exec(to)];
  if (!one || !other) return null;
  return (Number(other[1]) - Number(one[1])) * 12 + Number(other[2]) - Number(one[2]);
}
