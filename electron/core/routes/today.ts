import type { Host } from '../host.ts';

/** Today where the office is, 2020-06-30: dates of birth and of papers count in its own days. */
export function todayOf(host: Host): string {
  const now = host.now();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
