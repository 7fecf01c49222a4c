import { AsyncLocalStorage } from 'node:async_hooks';
import { endOfDay } from './find-cut.ts';
import type { Past } from './past-registers.ts';

/**
 * Of which day a call asks. It goes with the call through everything that it awaits, so that no procedure need hand it on:
 * what the desk calls the open register and what the office calls today are those of that day.
 */
const asked = new AsyncLocalStorage<Past>();

export const askedDay = {
  /** Null: the call is about the register as it is. */
  get: (): Past | null => asked.getStore() ?? null,
  run: <T>(past: Past, work: () => T): T => asked.run(past, work),
};

/** The moment at which a call is: now, or the last one of the day that it asks of. */
export function askedMoment(now: () => Date): Date {
  const past = asked.getStore();
  return past ? new Date(new Date(endOfDay(past.day)).getTime() - 1) : now();
}
