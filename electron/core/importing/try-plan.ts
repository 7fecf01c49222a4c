import type { RegisterFile } from '../storage/register-file.ts';
import { applyEvents } from './apply-events.ts';
import { Choices } from './choices.ts';
import { mustBeBatch, writing } from './commit-plan.ts';
import { PlanRun } from './execute-plan.ts';
import { planStore } from './plan-store.ts';

/** More rows than this take too long to be written and taken back while the clerk looks. */
const mostRows = 3000;
/** What ends the trial, so that nothing of it stays. */
class TriedOut extends Error {}

function seenOf<T>(seen: { readonly result: T } | undefined): T {
  if (!seen) throw new Error('The plan was not looked at');
  return seen.result;
}

/**
 * Writes a plan as its commit would, looks at the register as it would be, and takes all of it back. Null where the plan
 * has too many rows. `look` gets the households that were written to.
 */
export async function tryPlan<T>(register: RegisterFile, batch: number, look: (households: readonly string[]) => T): Promise<T | null> {
  // What was written or dropped meanwhile brings nothing more: whoever looks at it is only a moment behind.
  const isOver = (): boolean => mustBeBatch(register, batch).state !== 'planned';
  if (isOver()) return look([]);
  const { n } = register.sql('SELECT count(*) AS n FROM temp.passingRow WHERE batch = ?').get(batch) as { n: number };
  if (n > mostRows) return null;
  return register.exclusively(async () => {
    if (isOver()) return look([]);
    let seen: { readonly result: T } | undefined;
    try {
      register.log.run({ kind: 'import', label: '' }, (writer) => {
        const run = new PlanRun(new Choices(register, batch), writing(register, writer));
        for (const row of planStore.rowsFrom(register, batch, 0, mostRows)) run.row(row);
        applyEvents(register, writer, planStore.events(register, batch), run);
        const touched = register
          .sql(
            `SELECT DISTINCT CASE c.entity WHEN 'household' THEN c.rowId WHEN 'householdYear' THEN y.householdId WHEN 'member' THEN m.householdId WHEN 'memberYear' THEN mm.householdId
               WHEN 'helper' THEN p.householdId ELSE coalesce(em.householdId, e.householdId) END AS id
             FROM change c LEFT JOIN householdYear y ON c.entity = 'householdYear' AND y.id = c.rowId LEFT JOIN member m ON c.entity = 'member' AND m.id = c.rowId
               LEFT JOIN memberYear my ON c.entity = 'memberYear' AND my.id = c.rowId LEFT JOIN member mm ON mm.id = my.memberId
               LEFT JOIN helper p ON c.entity = 'helper' AND p.id = c.rowId LEFT JOIN entry e ON c.entity = 'entry' AND e.id = c.rowId LEFT JOIN member em ON em.id = e.memberId
             WHERE c.command = ?`,
          )
          .all(writer.number) as { id: string | null }[];
        seen = { result: look(touched.flatMap(({ id }) => (id === null ? [] : [id]))) };
        throw new TriedOut();
      });
    } catch (error) {
      if (!(error instanceof TriedOut)) throw error;
    }
    // The trial is taken back: what it saw is all that is left of it.
    return seenOf(seen);
  });
}
