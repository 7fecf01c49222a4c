import { mostValues, type Filter } from '../contract/tables.ts';
import type { Stored } from '../fields/reading.ts';

/** Ticks of a list of values: these alone, or all but these. All but these also means what a cut list does not show. */
export interface Ticks<Value = Stored> {
  readonly but: boolean;
  readonly values: ReadonlySet<Value>;
}

export const allTicked: Ticks = { but: true, values: new Set() };

export function ticksOf(model: Filter | null): Ticks {
  return model?.test === 'in' || model?.test === 'notIn' ? { but: model.test === 'notIn', values: new Set(model.values) } : allTicked;
}

export const isTicked = ({ but, values }: Ticks, value: Stored): boolean => but !== values.has(value);

export function tick({ but, values }: Ticks, which: readonly Stored[], on: boolean): Ticks {
  const next = new Set(values);
  for (const value of which) {
    if (on === but) next.delete(value);
    else next.add(value);
  }
  return { but, values: next };
}

/** Whether everything in the column is ticked, listed or not. */
export const isAllTicked = ({ but, values }: Ticks<unknown>): boolean => but && values.size === 0;

/** Everything in the column, listed or not. */
export const tickAll = (on: boolean): Ticks => ({ but: on, values: new Set() });

/**
 * The condition that the ticks make; null where they leave nothing out, 'nothing' where they leave everything out. `shown` is what a
 * search left of `listed`: then only what it found counts.
 */
export function conditionOfTicks(field: string, ticks: Ticks, listed: readonly Stored[], shown: readonly Stored[] | null): Filter | null | 'nothing' {
  const cut = listed.length >= mostValues;
  if (shown === null && cut && ticks.but) return ticks.values.size === 0 ? null : { field, test: 'notIn', values: [...ticks.values] };
  const kept = shown ? shown.filter((value) => isTicked(ticks, value)) : ticks.but ? listed.filter((value) => isTicked(ticks, value)) : [...ticks.values];
  if (kept.length === 0) return 'nothing';
  const keptSet = new Set(kept);
  return !cut && listed.length > 0 && listed.every((value) => keptSet.has(value)) ? null : { field, test: 'in', values: kept };
}
