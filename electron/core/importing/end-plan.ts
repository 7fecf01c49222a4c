import type { RegisterFile } from '../storage/register-file.ts';
import { wholeSteps } from './plan-row.ts';
import { grouped, rowColumns } from './plan-store.ts';

/** Tables that hold a plan only until it is executed or discarded (passing-plan.ts). What was chosen stays beside the rows that stay readable. */
const passing = ['passingRow', 'passingAbsent', 'passingGroup', 'planEvent', 'planTop'] as const;

const absentColumns = 'batch, position, householdId, memberId, householdNo, name, village';

/** Takes a plan out of the connection's memory; at once where there is no other. */
function forget(register: RegisterFile, batch: number): void {
  for (const table of passing) {
    if (register.sql(`SELECT 1 FROM ${table} WHERE batch <> ? LIMIT 1`).get(batch) === undefined) register.sql(`DELETE FROM ${table}`).run();
    else register.sql(`DELETE FROM ${table} WHERE batch = ?`).run(batch);
  }
}

/** How a plan ends. */
export const endPlan = {
  /** It was executed. What was refused, kept or remarked on, and who was absent, stays readable in the register. */
  sweep(register: RegisterFile, batch: number): void {
    register.sql(`INSERT INTO main.planRow (${rowColumns}) SELECT ${rowColumns} FROM passingRow WHERE batch = ? AND (remarked = 1 OR decided > 0 OR verdict NOT IN ('new', 'changed', 'same'))`).run(batch);
    const whole = register.sql('UPDATE main.planRow SET steps = ? WHERE batch = ? AND position = ?');
    for (const { position, steps } of register.sql('SELECT position, steps FROM main.planRow WHERE batch = ?').all(batch) as { position: number; steps: string }[]) {
      if (steps.includes('"made"') || steps.includes('"lazy"')) whole.run(JSON.stringify(wholeSteps(steps, () => register.made.read(batch, position, position + 1).get(position) ?? [])), batch, position);
    }
    register.sql(`INSERT INTO main.planAbsent (${absentColumns}) SELECT ${absentColumns} FROM passingAbsent WHERE batch = ?`).run(batch);
    register.sql(grouped('main.planGroup', 'main.planRow')).run(batch);
    forget(register, batch);
  },
  discard(register: RegisterFile, batch: number): void {
    register.together(() => {
      register.sql('DELETE FROM planChoice WHERE batch = ?').run(batch);
      forget(register, batch);
      register.sql("UPDATE importBatch SET state = 'discarded' WHERE number = ? AND state IN ('planning', 'planned')").run(batch);
    });
    register.made.forget(batch);
  },
  /** What a crash left half-planned, and previews that were never committed, go when the register is opened. */
  tidy(register: RegisterFile): void {
    const left = register.sql("SELECT number FROM importBatch WHERE state IN ('planning', 'planned')").all() as { number: number }[];
    for (const { number } of left) endPlan.discard(register, number);
  },
};
