/** Months from one yyyy-MM or yyyy-MM-dd to another; null where either is not known to the month. */
export function monthsBetween(from: string, to: string): number | null {
  const [one, other] = [/^(\d{4})-(\d{2})/.exec(from), /^(\d{4})-(\d{2})/.exec(to)];
  if (!one || !other) return null;
  return (Number(other[1]) - Number(one[1])) * 12 + Number(other[2]) - Number(one[2]);
}
