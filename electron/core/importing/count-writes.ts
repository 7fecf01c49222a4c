import type { BatchSummary } from '../../../shared/changes/plan-types.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { fieldReasons } from './brake.ts';
import { Choices, type ChoiceScope } from './choices.ts';
import { batchSummary } from './commit-plan.ts';
import { PlanRun, type ExecutableRow } from './execute-plan.ts';
import type { StoredPlanRow } from './plan-row.ts';
import { planStore } from './plan-store.ts';

const chunk = 1000;

/** What some rows of a plan would write: sums, and households by field in which a value that was there becomes another. */
interface Count {
  readonly writes: { rows: number; households: number; people: number; values: number };
  readonly fields: Map<string, number>;
  /** A household waits in the row of another one: no household can be counted alone. */
  entangled: boolean;
}

const nothing = (): Count => ({ writes: { rows: 0, households: 0, people: 0, values: 0 }, fields: new Map(), entangled: false });

/** Counts rows as the choices have it. Rows of one household must come together or in the order of the files. */
class Counter {
  readonly count = nothing();
  readonly #made = new Set<string>();
  readonly #changed = new Map<string, Set<string>>();
  readonly #run: PlanRun;
  #row: ExecutableRow & Pick<StoredPlanRow, 'householdId'> | null = null;
  #wrote = false;

  constructor(choices: Choices) {
    const { writes } = this.count;
    this.#run = new PlanRun(choices, {
      create: (entity, id) => {
        this.#wrote = true;
        this.#made.add(id);
        if (entity === 'household') writes.households++;
        else if (entity === 'member') writes.people++;
        else if (entity === 'entry' || entity === 'helper') writes.values++;
      },
      set: (_entity, id, column, old) => {
        this.#wrote = true;
        writes.values++;
        const household = this.#row?.householdId ?? null;
        if (old !== null && column !== 'extra' && (household === null || !this.#made.has(household))) this.#note(household ?? id, column);
      },
      decided: () => undefined,
    });
  }

  add(row: ExecutableRow & Pick<StoredPlanRow, 'householdId'>): void {
    this.#row = row;
    this.#wrote = false;
    this.#run.row(row);
    if (row.steps.some((step) => step[0] === 'create' && step[4] !== undefined)) this.count.entangled = true;
    if (this.#wrote) this.count.writes.rows++;
  }

  #note(household: string, column: string): void {
    let households = this.#changed.get(column);
    if (!households) this.#changed.set(column, (households = new Set()));
    households.add(household);
    this.count.fields.set(column, households.size);
  }
}

function countAll(register: RegisterFile, batch: number): Count {
  const counter = new Counter(new Choices(register, batch));
  for (let position = 0; ; position += chunk) {
    const rows = planStore.rowsFrom(register, batch, position, chunk);
    if (rows.length === 0) return counter.count;
    for (const row of rows) counter.add(row);
  }
}

function countGroup(register: RegisterFile, batch: number, grouping: string): Count {
  const counter = new Counter(new Choices(register, batch));
  for (const row of planStore.rowsOf(register, batch, grouping)) counter.add(row);
  return counter.count;
}

/** The last count of a plan, so that a choice about one household costs that household. */
const counted = new WeakMap<RegisterFile, Count & { readonly batch: number }>();

function told(register: RegisterFile, batch: number, { writes, fields, entangled }: Count): BatchSummary {
  if (entangled) counted.delete(register);
  else counted.set(register, { batch, writes, fields, entangled });
  const summary = batchSummary(register, batch);
  // The other reasons are about the files themselves: no choice changes them.
  const others = summary.brake.filter(({ kind }) => kind !== 'field' && kind !== 'key');
  const renewed: BatchSummary = { ...summary, writes: { ...writes }, brake: [...fieldReasons(register, fields), ...others] };
  planStore.finish(register, batch, renewed);
  return renewed;
}

/** What a plan would write as the clerk has chosen so far, and which of it is out of the ordinary; kept with the plan's summary. */
export const countWrites = (register: RegisterFile, batch: number): BatchSummary => told(register, batch, countAll(register, batch));

/** Notes a choice by `apply` and counts again: of a row, cell or household only that household. */
export function countAgain(register: RegisterFile, batch: number, scope: ChoiceScope, target: string, apply: () => void): BatchSummary {
  const before = counted.get(register);
  const grouping = scope === 'household' ? target : scope === 'row' || scope === 'cell' ? planStore.groupingAt(register, batch, Number(target.split('|')[0])) : undefined;
  if (before?.batch !== batch || grouping === undefined) {
    apply();
    return countWrites(register, batch);
  }
  const was = countGroup(register, batch, grouping);
  apply();
  const is = countGroup(register, batch, grouping);
  const writes = { ...before.writes };
  for (const key of ['rows', 'households', 'people', 'values'] as const) writes[key] += is.writes[key] - was.writes[key];
  const fields = new Map(before.fields);
  for (const column of new Set([...was.fields.keys(), ...is.fields.keys()])) fields.set(column, (fields.get(column) ?? 0) + (is.fields.get(column) ?? 0) - (was.fields.get(column) ?? 0));
  return told(register, batch, { writes, fields, entangled: false });
}

/** After a plan is made its own count stands until the first choice. */
export const noteCount = (register: RegisterFile, batch: number, writes: Count['writes'], fields: ReadonlyMap<string, number>): void =>
  void counted.set(register, { batch, writes: { ...writes }, fields: new Map(fields), entangled: false });
