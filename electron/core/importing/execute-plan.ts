import { takeable, type Step } from '../../../shared/changes/steps.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { Source } from '../storage/commands.ts';
import type { Choices } from './choices.ts';
import type { StoredPlanRow } from './plan-row.ts';

type Values = Readonly<Record<string, Stored>>;

/** What the steps of a plan are carried out on: the register, or a count of what would be written. */
export interface PlanTarget {
  create(entity: Entity, id: string, values: Values, source: Source): void;
  set(entity: Entity, id: string, column: string, old: Stored, value: Stored, source: Source): void;
  /** A value that two departments tell differently, and which of them decided. */
  decided(step: Decision, source: Source): void;
}

export interface Decision {
  readonly entity: Entity;
  readonly id: string;
  readonly column: string;
  readonly winner: string | null;
  readonly loser: string | null;
  readonly stands: Stored;
  readonly dropped: Stored;
}

interface Waiting {
  readonly entity: Entity;
  readonly values: Values;
  readonly source: Source;
}

export type ExecutableRow = Pick<StoredPlanRow, 'position' | 'sheet' | 'row' | 'verdict' | 'grouping' | 'steps'>;

/**
 * Carries out the rows of a plan in their order, as the clerk chose. A household that a skipped row would have made is
 * made all the same when something that is taken needs it; whoever was skipped takes what hangs on them along.
 */
export class PlanRun {
  readonly #choices: Choices;
  readonly #target: PlanTarget;
  readonly #waiting = new Map<string, Waiting>();
  readonly #skipped = new Set<string>();
  /** Values that stand otherwise than the plan's steps say, because of what was chosen before them. */
  readonly #standing = new Map<string, Stored>();

  constructor(choices: Choices, target: PlanTarget) {
    this.#choices = choices;
    this.#target = target;
  }

  row(row: ExecutableRow): void {
    const source = { sheet: row.sheet, row: row.row };
    for (const step of row.steps) {
      if (step[0] === 'create') this.#create(row, step, source);
      else this.#value(row, step, source);
    }
  }

  /** Makes a household that waits for being needed. */
  need(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#target.create(waiting.entity, id, waiting.values, waiting.source);
  }

  /** Whether a row that the plan would have made was not made. */
  isSkipped(id: string): boolean {
    return this.#skipped.has(id);
  }

  #create(row: ExecutableRow, step: Extract<Step, readonly ['create', ...unknown[]]>, source: Source): void {
    const [, entity, id, planned, lazy] = step;
    const skip = this.#choices.row(row) === 'skip';
    const values = this.#choices.any ? this.#taken(row, id, planned) : planned;
    if (entity === 'household' && (skip || lazy)) {
      this.#waiting.set(id, { entity, values, source });
      return;
    }
    const parents = [values['householdId'], values['memberId']].filter((parent) => typeof parent === 'string');
    if (skip || parents.some((parent) => this.#skipped.has(parent))) {
      this.#skipped.add(id);
      return;
    }
    for (const parent of parents) this.need(parent);
    this.#target.create(entity, id, values, source);
  }

  /** Without the values of cells and columns that are left out. */
  #taken(row: ExecutableRow, id: string, values: Values): Values {
    return Object.fromEntries(
      Object.entries(values).filter(([column]) => {
        const field = findField(column);
        const choice = this.#choices.at('cell', `${row.position}|${column}`) ?? this.#choices.column(row.sheet, column);
        const taken = !field || field.required === true || choice !== 'skip';
        if (!taken) this.#standing.set(`${id}|${column}`, null);
        return taken;
      }),
    );
  }

  #value(row: ExecutableRow, step: Extract<Step, readonly ['set' | 'keep', ...unknown[]]>, source: Source): void {
    const [action, entity, id, column, old, value, why] = step;
    if (this.#skipped.has(id)) return;
    const choice = this.#choices.field(row, column);
    const takes = action === 'set' ? choice !== 'skip' : choice === 'take' && takeable.has(step[6]);
    const chosen = this.#choices.any;
    const cell = chosen ? `${id}|${column}` : '';
    const before = chosen && this.#standing.has(cell) ? (this.#standing.get(cell) ?? null) : old;
    if (takes) {
      this.need(id);
      if (before !== value) this.#target.set(entity, id, column, before, value, source);
      if (chosen) this.#standing.set(cell, value);
      if (action === 'set' && why !== undefined) this.#target.decided({ entity, id, column, winner: null, loser: why, stands: value, dropped: before }, source);
      return;
    }
    if (chosen && action === 'set') this.#standing.set(cell, before);
    if (action === 'keep' && step[6] === 'rank') {
      this.#target.decided({ entity, id, column, winner: step[7] ?? '', loser: null, stands: old, dropped: value }, source);
    }
  }
}
