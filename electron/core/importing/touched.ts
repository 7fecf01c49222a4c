import type { RegisterFile } from '../storage/register-file.ts';
import type { Choices } from './choices.ts';
import { planStore } from './plan-store.ts';

/** Rows of a plan from one position to another (not included). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** They go in as they stand in the plan. */
  readonly asPlanned: boolean;
}

/**
 * The rows that what was chosen may be about, with all rows of their households: their positions in order. Null where the
 * plan must be gone through row by row: a column was chosen, households wait for being needed, most rows are touched, or
 * something that is not touched hangs on what is.
 */
export function touchedBy(register: RegisterFile, batch: number, choices: Choices, total: number): readonly number[] | null {
  if (register.made.anyLazy(batch)) return null;
  if (!choices.any) return [];
  const groupings = groupingsOf(register, batch, choices);
  if (groupings === null) return null;
  const touched = new Set<number>();
  for (const grouping of groupings) {
    for (const position of planStore.positionsOf(register, batch, grouping)) touched.add(position);
    if (touched.size * 2 > total) return null;
  }
  const positions = [...touched].toSorted((a, b) => a - b);
  return register.made.hangingOn(batch, positions).every((position) => touched.has(position)) ? positions : null;
}

function groupingsOf(register: RegisterFile, batch: number, choices: Choices): Set<string> | null {
  const found = new Set<string>();
  for (const { scope, target } of choices.all()) {
    if (scope === 'column') return null;
    if (scope === 'household') found.add(target);
    else if (scope === 'verdict') for (const grouping of planStore.groupingsWith(register, batch, target)) found.add(grouping);
    else {
      const grouping = planStore.groupingAt(register, batch, Number(target.split('|')[0]));
      if (grouping !== undefined) found.add(grouping);
    }
  }
  return found;
}

/** Cuts rows into stretches that are touched or not; `null`: everything is. */
export function* stretches(from: number, to: number, touched: readonly number[] | null): Generator<Stretch> {
  if (touched === null) {
    yield { from, to, asPlanned: false };
    return;
  }
  let at = from;
  for (const position of touched) {
    if (position < at) continue;
    if (position >= to) break;
    if (position > at) yield { from: at, to: position, asPlanned: true };
    yield { from: position, to: position + 1, asPlanned: false };
    at = position + 1;
  }
  if (at < to) yield { from: at, to, asPlanned: true };
}
