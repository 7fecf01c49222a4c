import type { Step } from '../../../shared/changes/steps.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { BookedEvent } from './event-book.ts';
import { readPlanRow } from './plan-row.ts';
import { planStore } from './plan-store.ts';

/** Which of the values that rows leave to a life event are written by those that are accepted. */
export class CarriedOut {
  readonly #relations = new Set<string>();
  readonly #moves = new Set<string>();
  readonly #made = new Set<string>();
  readonly #homes = new Set<string>();

  constructor(events: readonly BookedEvent[]) {
    for (const { accepted, detail } of events) {
      if (!accepted) continue;
      const { householdId, relations = {}, to, toNo } = detail;
      for (const [id, relation] of Object.entries(relations)) this.#relations.add(`${id}|${relation}`);
      if (to !== undefined) {
        this.#moves.add(`${householdId}|${toNo ?? ''}`);
        this.#made.add(to);
      }
      if (to !== undefined || Object.keys(relations).length > 0) this.#homes.add(householdId);
    }
  }

  has(step: Step): boolean {
    if (step[0] === 'create') return step[4] !== undefined && this.#made.has(step[2]);
    if (step[0] !== 'keep' || step[6] !== 'event') return false;
    const [, , id, column, , value] = step;
    return column === 'relation' ? this.#relations.has(`${id}|${String(value)}`) : column === 'householdNo' && this.#moves.has(`${id}|${String(value)}`);
  }

  /** Once they are carried out, the rows that stay readable tell what was written. */
  tell(register: RegisterFile, batch: number): void {
    const rowsOf = register.sql('SELECT * FROM passingRow WHERE batch = ? AND grouping = ?');
    for (const home of this.#homes) {
      for (const stored of rowsOf.all(batch, home) as Record<string, unknown>[]) {
        const row = readPlanRow(register, stored);
        if (row.steps.some((step) => this.has(step))) planStore.rewrite(register, batch, row.position, row.verdict, row.steps.map((step) => (this.has(step) ? done(step) : step)));
      }
    }
  }
}

function done(step: Step): Step {
  if (step[0] === 'create') return ['create', step[1], step[2], step[3]];
  const [, entity, id, column, old, value] = step;
  return ['set', entity, id, column, old, value];
}
