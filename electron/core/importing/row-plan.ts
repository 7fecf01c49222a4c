import type { CellRemark, RemarkEffect, Verdict } from '../../../shared/changes/plan-types.ts';
import { type KeepReason, openReasons, type Step } from '../../../shared/changes/steps.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { cellAddress } from '../../../shared/sheets/cells.ts';
import { newId } from '../storage/new-id.ts';
import type { Origin } from './draft.ts';
import type { Planning } from './planning.ts';
import type { ReadRow } from './read-row.ts';
import type { PlannedSheet } from './planned-sheet.ts';

/** What a row of a file comes to. */
export interface RowPlan {
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  readonly remarks: readonly CellRemark[];
  readonly householdId: string | null;
  readonly memberId: string | null;
  /** What must not come twice in one sheet: the person, the household or the record. */
  readonly subject: string | null;
  /** Of a row that is not taken: whom of the register it names all the same. */
  readonly named?: Named | undefined;
}

export interface Named {
  readonly householdId: string | null;
  readonly memberId: string | null;
}

/** A row's values of one entity; nulls only where a blank is meant to wipe. */
export function valuesOf({ row, sheet }: RowWork, entity: Exclude<Entity, 'entry'>): Record<string, Stored> {
  const values: Record<string, Stored> = {};
  for (const key of sheet.keysOf[entity]) {
    const value = row.values[key];
    if (value !== undefined && (value !== null || row.wiped.has(key))) values[key] = value;
  }
  return values;
}

/**
 * The values of a new row: what is given and what the row of the file says, null for what it leaves blank. All new rows of a sheet have the same
 * keys: objects that get more than a few one by one become slow tables of the engine's.
 */
export function newValues({ row, sheet }: RowWork, entity: Exclude<Entity, 'entry'>, given: Readonly<Record<string, Stored>>): Record<string, Stored> {
  const values = { ...sheet.blankOf[entity] };
  for (const key in given) values[key] = given[key] ?? null;
  for (const key of sheet.keysOf[entity]) {
    const value = row.values[key];
    if (value !== undefined && value !== null) values[key] = value;
  }
  return values;
}

/** Without what would wipe: a new row has nothing to wipe. The same object where there is nothing of the kind. */
export function filled(values: Record<string, Stored>): Record<string, Stored> {
  let wipes = false;
  for (const key in values) if (values[key] === null || values[key] === undefined) wipes = true;
  if (!wipes) return values;
  const kept: Record<string, Stored> = {};
  for (const key in values) if (values[key] !== null && values[key] !== undefined) kept[key] = values[key];
  return kept;
}

/** Collects the steps and remarks of one row. */
export class RowWork {
  readonly steps: Step[] = [];
  readonly remarks: CellRemark[];
  isNew = false;
  conflict = false;
  readonly planning: Planning;
  readonly sheet: PlannedSheet;
  readonly row: ReadRow;
  readonly origin: Origin;

  constructor(planning: Planning, sheet: PlannedSheet, row: ReadRow) {
    this.planning = planning;
    this.sheet = sheet;
    this.row = row;
    this.remarks = [...row.remarks];
    this.origin = { sheet: sheet.id, row: row.row, department: sheet.department, since: sheet.since };
  }

  /** Address of the cell that holds a field in this row; the row's first cell where the sheet lacks the field. */
  cellOf(key: string): string {
    return cellAddress(this.row.row, this.sheet.columnOf.get(key) ?? 0);
  }

  remark(key: string, effect: RemarkEffect, rule: string, message: string, remedy: string): void {
    const value = this.row.values[key];
    this.remarks.push({ cell: this.cellOf(key), value: value === undefined || value === null ? '' : String(value), rule, message, remedy, effect });
  }

  /** `lazy`: made only when something that is taken needs it. */
  create(entity: Entity, values: Record<string, Stored>, lazy = false): string {
    const id = newId();
    this.steps.push(this.planning.draft.create(entity, id, values, this.origin, lazy));
    return id;
  }

  /** Proposes values for an existing or planned row: set, same, or kept with the reason. */
  propose(entity: Entity, id: string, values: Readonly<Record<string, Stored>>): void {
    const { values: standing } = this.planning.draft.row(entity, id);
    for (const key in values) {
      const value = values[key] ?? null;
      if ((standing[key] ?? null) !== value) this.#propose(entity, id, key, value);
    }
  }

  /** The same with all that the row says of such an entity. */
  proposeSaid(entity: Exclude<Entity, 'entry'>, id: string): void {
    const { values: standing } = this.planning.draft.row(entity, id);
    const { values } = this.row;
    for (const key of this.sheet.keysOf[entity]) {
      const value = values[key];
      // Of a household each of its rows says the same.
      if (value === undefined || value === (standing[key] ?? null)) continue;
      if (value !== null || this.row.wiped.has(key)) this.#propose(entity, id, key, value);
    }
  }

  #propose(entity: Entity, id: string, key: string, value: Stored): void {
    const { draft } = this.planning;
    const meeting = draft.meet(entity, id, key, value, this.origin);
    if (meeting.outcome === 'same') return;
    if (meeting.outcome === 'set') this.steps.push(draft.set(entity, id, key, value, meeting.over));
    else if (meeting.why === 'rows' && meeting.origin?.sheet === this.sheet.id && meeting.origin.row !== this.row.row && entity !== 'member' && entity !== 'memberYear' && entity !== 'entry') {
      // A household's value stands on every member's row; where the rows differ, the first one speaks.
      this.remark(key, 'flagged', 'ROWS', `与本表第 ${meeting.origin.row} 行同一户的“${field(key).label}”不一致，按第 ${meeting.origin.row} 行`, '请核对同户各行');
    } else this.keep(entity, id, key, meeting.current, value, meeting.why, meeting.by);
  }

  keep(entity: Entity, id: string, key: string, current: Stored, value: Stored, why: KeepReason, by?: string): void {
    if (openReasons.has(why)) this.conflict = true;
    this.steps.push(by === undefined ? ['keep', entity, id, key, current, value, why] : ['keep', entity, id, key, current, value, why, by]);
  }

  /** Proposes the columns that the vocabulary does not know, merged into what the row already has. */
  proposeExtra(entity: 'household' | 'member' | 'entry', id: string, created: boolean): void {
    if (created || !this.row.extra) return;
    const { extra } = this.row;
    const { draft } = this.planning;
    const before = draft.value(entity, id, 'extra');
    const had = (typeof before === 'string' ? JSON.parse(before) : {}) as Record<string, string>;
    if (Object.keys(extra).every((name) => had[name] === extra[name])) return;
    this.steps.push(draft.set(entity, id, 'extra', JSON.stringify({ ...had, ...extra })));
  }

  /** The row's unknown columns as the value of a new row's `extra`. */
  get extraValue(): { extra?: string } {
    return this.row.extra ? { extra: JSON.stringify(this.row.extra) } : {};
  }

  #makes(id: string): boolean {
    return this.steps.some((step) => step[0] === 'create' && step[2] === id);
  }

  /** The year's record of a household or member: made with its first value, then completed. */
  proposeYear(entity: 'householdYear' | 'memberYear', parent: string, year: number | null, values: Record<string, Stored>): void {
    if (year === null) return;
    const existing = this.planning.yearRow(entity, parent, year);
    if (existing !== undefined) return this.propose(entity, existing, values);
    const fresh: Record<string, Stored> = entity === 'householdYear' ? { householdId: parent, year } : { memberId: parent, year };
    let says = false;
    for (const key in values) {
      const value = values[key] ?? null;
      if (value === null) continue;
      fresh[key] = value;
      says = true;
    }
    if (says) this.planning.noteYearRow(parent, year, this.create(entity, fresh));
  }

  /** The same with all that the row says of the year. */
  proposeYearSaid(entity: 'householdYear' | 'memberYear', parent: string, year: number | null): void {
    if (year === null) return;
    // Whoever comes into being with this row has no year yet.
    const existing = this.#makes(parent) ? undefined : this.planning.yearRow(entity, parent, year);
    if (existing !== undefined) return this.proposeSaid(entity, existing);
    const keys = this.sheet.keysOf[entity];
    if (!keys.some((key) => (this.row.values[key] ?? null) !== null)) return;
    const fresh = newValues(this, entity, entity === 'householdYear' ? { householdId: parent, year } : { memberId: parent, year });
    this.planning.noteYearRow(parent, year, this.create(entity, fresh));
  }

  refuse(key: string, rule: string, message: string, remedy: string): RowPlan {
    this.remark(key, 'row', rule, message, remedy);
    return this.refused();
  }

  /** About nobody of the register: nothing to take, nothing to mend. */
  outside(key: string, message: string): RowPlan {
    this.remark(key, 'outside', 'OUT', message, '不是在册的人和户，不用处理；要看名单与登记册的异同，请用“名单比对”');
    return this.refused();
  }

  refused(named?: Named): RowPlan {
    return { verdict: 'refused', steps: [], remarks: this.remarks, householdId: null, memberId: null, subject: null, named };
  }

  done(householdId: string | null, memberId: string | null, subject: string | null = memberId ?? householdId): RowPlan {
    const writes = this.steps.some((step) => step[0] === 'set' || (step[0] === 'create' && step[4] === undefined));
    const verdict: Verdict = this.conflict ? 'conflict' : this.isNew ? 'new' : writes ? 'changed' : 'same';
    return { verdict, steps: this.steps, remarks: this.remarks, householdId, memberId, subject };
  }
}
