import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ByNewId } from './by-new-id.ts';
import { Draft, type DraftRules } from './draft.ts';
import { EventBook } from './event-book.ts';
import { planStore } from './plan-store.ts';
import { registerIndex, type RegisterIndex } from './register-index.ts';

/** The state of one import while it is being planned: the register as it is, and as the rows so far will make it. */
export interface Planning {
  readonly register: RegisterFile;
  readonly rules: DraftRules;
  readonly index: RegisterIndex;
  readonly draft: Draft;
  readonly events: EventBook;
  readonly today: string;
  /** Id of the yearly record of a household or member, or undefined. */
  yearRow(entity: 'householdYear' | 'memberYear', parent: string, year: number): string | undefined;
  noteYearRow(parent: string, year: number, id: string): void;
  /** Id of the ledger's record of that key (entry-store.ts). */
  entry(ledger: string, key: string): string | undefined;
  noteEntry(ledger: string, key: string, id: string): void;
  /** Helpers that this import makes, by household and name. */
  readonly helpers: Map<string, string>;
}

export function startPlanning(register: RegisterFile, batch: number, rules: DraftRules, today: string): Planning {
  const planned = new Map<number, ByNewId<string>>();
  const entries = new Map<string, string>();
  const queries = {
    householdYear: 'SELECT id FROM householdYear WHERE householdId = ? AND year = ?',
    memberYear: 'SELECT id FROM memberYear WHERE memberId = ? AND year = ?',
  } as const;
  const idOf = (sql: string, ...values: Stored[]): string | undefined => (register.sql(sql).get(...values) as { id: string } | undefined)?.id;
  const empty = register.log.revision === 0;
  return {
    register,
    rules,
    index: registerIndex(register),
    draft: new Draft(register, rules, (position) => planStore.stepsAt(register, batch, position)),
    events: new EventBook(),
    today,
    helpers: new Map(),
    yearRow: (entity, parent, year) => planned.get(year)?.get(parent) ?? (empty ? undefined : idOf(queries[entity], parent, year)),
    noteYearRow(parent, year, id) {
      let known = planned.get(year);
      if (!known) planned.set(year, (known = new ByNewId<string>()));
      known.set(parent, id);
    },
    entry: (ledger, key) => entries.get(`${ledger}|${key}`) ?? idOf('SELECT id FROM entry WHERE ledger = ? AND entryKey = ?', ledger, key),
    noteEntry: (ledger, key, id) => void entries.set(`${ledger}|${key}`, id),
  };
}
