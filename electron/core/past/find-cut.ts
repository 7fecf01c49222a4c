import type { RegisterFile } from '../storage/register-file.ts';

/** Where a day ends in the log. */
export interface Cut {
  /** The last command of the day or before it; 0: none yet. */
  readonly command: number;
  /** When that was, ISO; null where there is none. */
  readonly at: string | null;
  /** Commands that bear a date of the other side: the computer's clock was wrong when they were made. */
  readonly misdated: number;
}

/** The first moment after a day, on this machine's clock. */
export function endOfDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}

/**
 * The log knows its order better than clocks know the time: they run backwards, or a year ahead for an afternoon. So the day
 * ends where the fewest commands contradict it — later ones before it, earlier ones after it; as long as clocks went right, none.
 */
export function findCut(register: RegisterFile, day: string): Cut {
  const end = endOfDay(day);
  const commands = register.sql('SELECT number, at, at < ? AS before FROM command ORDER BY number').all(end) as { number: number; at: string; before: number }[];
  let wrong = commands.reduce((sum, { before }) => sum + before, 0);
  let best: Cut = { command: 0, at: null, misdated: wrong };
  for (const { number, at, before } of commands) {
    wrong += before === 1 ? -1 : 1;
    if (wrong < best.misdated || (wrong === best.misdated && before === 1)) best = { command: number, at, misdated: wrong };
  }
  return best;
}
