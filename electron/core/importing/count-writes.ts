import type { BatchSummary } from '../../../shared/changes/plan-types.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { Choices } from './choices.ts';
import { batchSummary } from './commit-plan.ts';
import { PlanRun } from './execute-plan.ts';
import { planStore } from './plan-store.ts';

const chunk = 1000;

/** What a plan would write as the clerk has chosen so far; kept with the plan's summary. */
export function countWrites(register: RegisterFile, batch: number): BatchSummary {
  const summary = batchSummary(register, batch);
  const writes = { households: 0, people: 0, values: 0 };
  const run = new PlanRun(new Choices(register, batch), {
    create(entity) {
      if (entity === 'household') writes.households++;
      else if (entity === 'member') writes.people++;
      else if (entity === 'entry' || entity === 'helper') writes.values++;
    },
    set: () => void writes.values++,
    decided: () => undefined,
  });
  for (let position = 0; ; position += chunk) {
    const rows = planStore.rowsFrom(register, batch, position, chunk);
    if (rows.length === 0) break;
    for (const row of rows) run.row(row);
  }
  const counted: BatchSummary = { ...summary, writes };
  planStore.finish(register, batch, counted);
  return counted;
}
