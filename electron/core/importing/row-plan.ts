import { newId } from '../storage/new-id.ts';
import type { CellRemark, RemarkEffect, Verdict } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { field, storedFields } from '../../../shared/register/vocabulary.ts';
import { cellAddress } from '../../../shared/sheets/cells.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { Draft } from './draft.ts';
import type { ReadRow } from './read-row.ts';
import { registerIndex, type RegisterIndex } from './register-index.ts';

/** The state of one import while it is being planned: the register as it is, and as the rows so far will make it. */
export interface Planning {
  readonly register: RegisterFile;
  readonly index: RegisterIndex;
  readonly draft: Draft;
  /** Id of the yearly record of a household or member, or undefined. */
  yearRow(entity: 'householdYear' | 'memberYear', parent: string, year: number): string | undefined;
  noteYearRow(parent: string, year: number, id: string): void;
  /** Helpers that this import makes, by household and name. */
  readonly helpers: Map<string, string>;
}

export function startPlanning(register: RegisterFile): Planning {
  const planned = new Map<string, string>();
  const queries = {
    householdYear: 'SELECT id FROM householdYear WHERE householdId = ? AND year = ?',
    memberYear: 'SELECT id FROM memberYear WHERE memberId = ? AND year = ?',
  } as const;
  return {
    register,
    index: registerIndex(register),
    draft: new Draft(register),
    helpers: new Map(),
    yearRow(entity, parent, year) {
      const made = planned.get(`${parent}|${year}`);
      if (made !== undefined) return made;
      return (register.sql(queries[entity]).get(parent, year) as { id: string } | undefined)?.id;
    },
    noteYearRow: (parent, year, id) => void planned.set(`${parent}|${year}`, id),
  };
}

/** What a row of a file comes to. */
export interface RowPlan {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  readonly remarks: readonly CellRemark[];
  readonly householdId: string | null;
  readonly memberId: string | null;
}

const keysOf = (entity: Entity): readonly string[] => storedFields(entity).map((entry) => entry.key);
const keys: Record<Entity, readonly string[]> = {
  household: keysOf('household'),
  householdYear: keysOf('householdYear'),
  member: keysOf('member'),
  memberYear: keysOf('memberYear'),
  helper: keysOf('helper'),
};

export function valuesOf(row: ReadRow, entity: Entity): Record<string, Stored> {
  const values: Record<string, Stored> = {};
  for (const key of keys[entity]) {
    const value = row.values[key];
    if (value !== undefined && value !== null) values[key] = value;
  }
  return values;
}

/** Collects the steps and remarks of one row. */
export class RowWork {
  readonly steps: Step[] = [];
  readonly remarks: CellRemark[];
  isNew = false;
  conflict = false;
  readonly #planning: Planning;
  readonly #sheet: Recognised;
  readonly row: ReadRow;
  readonly #sheetId: number;

  constructor(planning: Planning, sheet: Recognised, sheetId: number, row: ReadRow) {
    this.#planning = planning;
    this.#sheet = sheet;
    this.#sheetId = sheetId;
    this.row = row;
    this.remarks = [...row.remarks];
  }

  get origin() {
    return { sheet: this.#sheetId, row: this.row.row };
  }

  /** Address of the cell that holds a field in this row; the row's first cell where the sheet lacks the field. */
  cellOf(key: string): string {
    return cellAddress(this.row.row, this.#sheet.columns.find((column) => column.target === key)?.index ?? 0);
  }

  remark(key: string, effect: RemarkEffect, rule: string, message: string, remedy: string): void {
    const value = this.row.values[key];
    this.remarks.push({ cell: this.cellOf(key), value: value === undefined || value === null ? '' : String(value), rule, message, remedy, effect });
  }

  create(entity: Entity, values: Record<string, Stored>): string {
    const id = newId();
    this.steps.push(this.#planning.draft.create(entity, id, values, this.origin));
    return id;
  }

  /** Proposes values for an existing or planned row: set, same, or kept with a remark. */
  propose(entity: Entity, id: string, values: Readonly<Record<string, Stored>>): void {
    const { draft } = this.#planning;
    for (const key in values) {
      const value = values[key] ?? null;
      const meeting = draft.meet(entity, id, key, value, this.origin);
      if (meeting.outcome === 'same') continue;
      if (meeting.outcome === 'set') {
        this.steps.push(draft.set(entity, id, key, value));
      } else if (meeting.outcome === 'hand') {
        this.keep(entity, id, key, meeting.current, value);
      } else if (meeting.origin.sheet === this.#sheetId && meeting.origin.row !== this.row.row && entity !== 'member' && entity !== 'memberYear') {
        // A household's value stands on every member's row; where the rows differ, the first one speaks.
        this.remark(key, 'flagged', 'ROWS', `与本表第 ${meeting.origin.row} 行同一户的“${field(key).label}”不一致，按第 ${meeting.origin.row} 行`, '请核对同户各行');
      } else {
        this.keep(entity, id, key, meeting.current, value);
      }
    }
  }

  keep(entity: Entity, id: string, key: string, current: Stored, value: Stored): void {
    this.conflict = true;
    this.steps.push(['keep', entity, id, key, current, value]);
  }

  /** Proposes the columns that the vocabulary does not know, merged into what the row already has. */
  proposeExtra(entity: 'household' | 'member', id: string, created: boolean): void {
    const names = Object.keys(this.row.extra);
    if (names.length === 0 || created) return;
    const { draft } = this.#planning;
    const before = draft.value(entity, id, 'extra');
    const had = (typeof before === 'string' ? JSON.parse(before) : {}) as Record<string, string>;
    const merged = JSON.stringify({ ...had, ...this.row.extra });
    if (names.every((name) => had[name] === this.row.extra[name])) return;
    this.steps.push(draft.set(entity, id, 'extra', merged));
  }

  /** The year's record of a household or member: made with its first value, then completed. */
  proposeYear(entity: 'householdYear' | 'memberYear', parent: string, year: number | null, values: Record<string, Stored>): void {
    if (year === null || Object.keys(values).length === 0) return;
    const existing = this.#planning.yearRow(entity, parent, year);
    if (existing !== undefined) return this.propose(entity, existing, values);
    const owner = entity === 'householdYear' ? 'householdId' : 'memberId';
    this.#planning.noteYearRow(parent, year, this.create(entity, { [owner]: parent, year, ...values }));
  }

  refuse(key: string, rule: string, message: string, remedy: string): RowPlan {
    this.remark(key, 'row', rule, message, remedy);
    return this.refused();
  }

  refused(): RowPlan {
    return { verdict: 'refused', steps: [], remarks: this.remarks, householdId: null, memberId: null };
  }

  done(householdId: string, memberId: string | null): RowPlan {
    const writes = this.steps.some(([action]) => action !== 'keep');
    const verdict: Verdict = this.conflict ? 'conflict' : this.isNew ? 'new' : writes ? 'changed' : 'same';
    return { verdict, steps: this.steps, remarks: this.remarks, householdId, memberId };
  }
}
