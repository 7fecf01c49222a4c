import { newId } from '../storage/new-id.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { kindOf, type Entity, type Field } from '../../../shared/register/field.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { shown } from '../../../shared/register/show-value.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { rowName } from '../../../shared/sheets/table.ts';
import { lockOf } from '../../../shared/sheets/table-lock.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { mustBeOnce, yearOfDate } from './entry-rules.ts';
import { tableRow } from './rows.ts';
import { columnOf, sourceOf } from './sources.ts';

export interface CellAddress {
  readonly subject: Subject;
  readonly id: string;
  readonly year: number;
  readonly field: string;
}

interface StoredCell {
  readonly entity: Entity;
  /** Undefined where the year's record does not exist yet, or where the record is about nobody who could have the value. */
  readonly id: string | undefined;
  readonly owner: string;
}

/** The row of the register behind a cell. */
export function storedCell(register: RegisterFile, cell: CellAddress): StoredCell {
  const { field } = columnOf(sourceOf(cell.subject), cell.field);
  const { householdId, memberId } = tableRow(register, cell.subject, cell.id, cell.year);
  switch (field.entity) {
    case 'household':
      return { entity: 'household', id: householdId || undefined, owner: householdId };
    case 'member':
      return { entity: 'member', id: memberId, owner: memberId ?? '' };
    case 'householdYear': {
      const year = register.sql('SELECT id FROM householdYear WHERE householdId = ? AND year = ?').get(householdId, cell.year) as { id: string } | undefined;
      return { entity: 'householdYear', id: year?.id, owner: householdId };
    }
    case 'memberYear': {
      const year = register.sql('SELECT id FROM memberYear WHERE memberId = ? AND year = ?').get(cell.id, cell.year) as { id: string } | undefined;
      return { entity: 'memberYear', id: year?.id, owner: cell.id };
    }
    case 'entry':
      return { entity: 'entry', id: cell.id, owner: cell.id };
    case 'ownColumn':
    case 'helper':
      return { entity: 'helper', id: cell.id, owner: cell.id };
  }
}

export interface CellEdit extends CellAddress {
  readonly text: string;
  /** Revision that the writer had before the eyes. */
  readonly base: number;
}

/** A number that must not be borne twice: who else has it. */
function mustBeFree(register: RegisterFile, field: string, value: Stored, id: string, where: string): void {
  if (value === null) return;
  const sql =
    field === 'identityNo'
      ? 'SELECT name FROM member WHERE substr(identityNo, 1, 18) = ? AND id <> ? LIMIT 1'
      : field === 'memberNo'
        ? 'SELECT name FROM member WHERE memberNo = ? AND id <> ? LIMIT 1'
        : field === 'householdNo'
          ? "SELECT coalesce((SELECT m.name FROM member m WHERE m.householdId = h.id AND m.relation = '户主'), '另一户') AS name FROM household h WHERE h.householdNo = ? AND h.id <> ? LIMIT 1"
          : null;
  if (sql === null) return;
  const other = register.sql(sql).get(field === 'identityNo' ? identityKey(String(value)) : value, id) as { name: string } | undefined;
  if (other) throw new Refusal('VALUE_REFUSED', `这个号码已经是 ${other.name} 的`, { where, remedy: '请核对证件；确是同一人时，请先处理重复登记' });
}

/** What a person typed, read by the field's kind; refused where it is no value of it, or nothing where something must be. */
export function readTyped(field: Field, text: string, today: string, where: string): Stored {
  const reading = kindOf(field).read(text, { today, typed: true });
  if (!reading.ok) throw new Refusal('VALUE_REFUSED', reading.refused.message, { where, remedy: reading.refused.remedy });
  if (reading.flag) throw new Refusal('VALUE_REFUSED', reading.flag.message, { where, remedy: reading.flag.remedy });
  if (reading.value === null && field.required) throw new Refusal('VALUE_REFUSED', `${field.label}不能空着`, { where, remedy: '请填写' });
  return reading.value;
}

/** The year that goes with a new value of a record, where that is another one than before. */
function yearWith(register: RegisterFile, ledger: Ledger, id: string, column: string, value: Stored, where: string): { from: Stored; to: number } | null {
  if (column === 'year' && value === null) throw new Refusal('VALUE_REFUSED', '年度不能空着', { where, remedy: '请填写' });
  const { id: _id, revision: _revision, ...record } = register.rows.get('entry', id) ?? { id, revision: 0 };
  const next: Record<string, Stored> = { ...record, [column]: value };
  const from = record['year'] ?? null;
  const to = yearOfDate(ledger, next);
  if (to !== null) next['year'] = to;
  mustBeOnce(register, ledger, next, id, where);
  return to === null || to === from ? null : { from, to };
}

/** Writes one cell by hand: one command. */
export function editCell(register: RegisterFile, edit: CellEdit, today: string): void {
  const source = sourceOf(edit.subject);
  const { table } = source;
  const { field } = columnOf(source, edit.field);
  const row = tableRow(register, edit.subject, edit.id, edit.year);
  const where = [...(table.ledger ? [table.title] : []), rowName(table, row.values), field.label].join(' · ');
  const lock = lockOf(table, field);
  if (lock) throw new Refusal('VALUE_REFUSED', lock.what, { where, remedy: lock.remedy });
  const value = readTyped(field, edit.text, today, where);

  const cell = storedCell(register, edit);
  const current = cell.id === undefined ? null : (register.rows.get(cell.entity, cell.id)?.[field.key] ?? null);
  if (cell.id !== undefined) {
    const { command } = register
      .sql("SELECT max(command) AS command FROM change WHERE rowId = ? AND (field = ? OR action <> 'set')")
      .get(cell.id, field.key) as { command: number | null };
    if (command !== null && command > edit.base && current !== value) {
      throw new Refusal('STALE', `这一格已被改为“${shown(field.key, current)}”，您填的是“${shown(field.key, value)}”`, { where, remedy: '请看过新值后再改' });
    }
  }
  if (current === value) return;
  if (cell.entity !== 'entry') mustBeFree(register, field.key, value, cell.id ?? '', where);
  const year = table.ledger && cell.id !== undefined ? yearWith(register, table.ledger, cell.id, field.key, value, where) : null;
  const label = `${where}：${shown(field.key, current)} → ${shown(field.key, value)}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    if (cell.id === undefined) return writer.create(cell.entity, newId(), { [cell.entity === 'householdYear' ? 'householdId' : 'memberId']: cell.owner, year: edit.year, [field.key]: value });
    writer.set(cell.entity, cell.id, field.key, current, value);
    if (year) writer.set('entry', cell.id, 'year', year.from, year.to);
  });
}
