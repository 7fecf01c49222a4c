import type { BatchSummary } from '../../../shared/changes/plan-types.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { Brake } from './brake.ts';
import { Choices } from './choices.ts';
import { batchSummary } from './commit-plan.ts';
import { PlanRun } from './execute-plan.ts';
import { planStore } from './plan-store.ts';

const chunk = 1000;

/** What a plan would write as the clerk has chosen so far, and which of it is out of the ordinary; kept with the plan's summary. */
export function countWrites(register: RegisterFile, batch: number): BatchSummary {
  const summary = batchSummary(register, batch);
  const writes = { rows: 0, households: 0, people: 0, values: 0 };
  const made = new Set<string>();
  const brake = new Brake();
  let household: string | null = null;
  let wrote = false;
  const run = new PlanRun(new Choices(register, batch), {
    create(entity, id) {
      wrote = true;
      made.add(id);
      if (entity === 'household') writes.households++;
      else if (entity === 'member') writes.people++;
      else if (entity === 'entry' || entity === 'helper') writes.values++;
    },
    set(_entity, id, column, old) {
      wrote = true;
      writes.values++;
      if (household === null || !made.has(household)) brake.noteChange(household ?? id, column, old);
    },
    decided: () => undefined,
  });
  for (let position = 0; ; position += chunk) {
    const rows = planStore.rowsFrom(register, batch, position, chunk);
    if (rows.length === 0) break;
    for (const row of rows) {
      household = row.householdId;
      wrote = false;
      run.row(row);
      if (wrote) writes.rows++;
    }
  }
  // The other reasons are about the files themselves: no choice changes them.
  const others = summary.brake.filter(({ kind }) => kind !== 'field' && kind !== 'key');
  const counted: BatchSummary = { ...summary, writes, brake: [...brake.fieldReasons(register), ...others] };
  planStore.finish(register, batch, counted);
  return counted;
}
