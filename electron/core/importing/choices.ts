import type { Choice } from '../../../shared/changes/plan-types.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export const choiceScopes = ['cell', 'row', 'household', 'column', 'verdict'] as const;
export type ChoiceScope = (typeof choiceScopes)[number];

/** The row of the plan that a choice is looked up for. */
export interface Chosen {
  readonly position: number;
  readonly grouping: string;
  readonly sheet: number;
  readonly verdict: string;
}

/** The clerk's word on a plan: the narrower one holds — cell, row, household, column, verdict. */
export class Choices {
  readonly #by = new Map<string, Choice>();

  constructor(register: RegisterFile, batch: number) {
    const rows = register.sql('SELECT scope, target, choice FROM planChoice WHERE batch = ?').all(batch) as { scope: ChoiceScope; target: string; choice: Choice }[];
    for (const { scope, target, choice } of rows) this.#by.set(`${scope}|${target}`, choice);
  }

  get any(): boolean {
    return this.#by.size > 0;
  }

  *all(): Generator<{ readonly scope: string; readonly target: string }> {
    for (const key of this.#by.keys()) {
      const bar = key.indexOf('|');
      yield { scope: key.slice(0, bar), target: key.slice(bar + 1) };
    }
  }

  at(scope: ChoiceScope, target: string | number): Choice | null {
    return this.#by.get(`${scope}|${target}`) ?? null;
  }

  /** For a row as a whole. */
  row({ position, grouping, verdict }: Chosen): Choice | null {
    if (!this.any) return null;
    return this.at('row', position) ?? this.at('household', grouping) ?? this.at('verdict', verdict);
  }

  /** For one value of a row. */
  field(row: Chosen, field: string): Choice | null {
    if (!this.any) return null;
    return this.at('cell', `${row.position}|${field}`) ?? this.at('row', row.position) ?? this.at('household', row.grouping) ?? this.at('column', `${row.sheet}|${field}`) ?? this.at('verdict', row.verdict);
  }

  column(sheet: number, field: string): Choice | null {
    return this.any ? this.at('column', `${sheet}|${field}`) : null;
  }
}

/** Notes a choice, or takes it back with null. */
export function choose(register: RegisterFile, batch: number, scope: ChoiceScope, target: string, choice: Choice | null): void {
  if (choice === null) register.sql('DELETE FROM planChoice WHERE batch = ? AND scope = ? AND target = ?').run(batch, scope, target);
  else {
    register
      .sql('INSERT INTO planChoice (batch, scope, target, choice) VALUES (?, ?, ?, ?) ON CONFLICT (batch, scope, target) DO UPDATE SET choice = excluded.choice')
      .run(batch, scope, target, choice);
  }
}
