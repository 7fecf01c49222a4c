import { newId } from '../storage/new-id.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { kindOf, type Entity } from '../../../shared/register/field.ts';
import { shown } from '../../../shared/register/show-value.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnOf } from './columns.ts';
import { tableRow } from './rows.ts';

export interface CellAddress {
  readonly subject: Subject;
  readonly id: string;
  readonly year: number;
  readonly field: string;
}

/** The row of the register behind a cell; `id` undefined where the year's record does not exist yet. */
export function storedCell(register: RegisterFile, cell: CellAddress): { entity: Entity; id: string | undefined; owner: string } {
  const { field } = columnOf(cell.subject, cell.field);
  const { householdId } = tableRow(register, cell.subject, cell.id, cell.year);
  switch (field.entity) {
    case 'household':
      return { entity: 'household', id: householdId, owner: householdId };
    case 'member':
      return { entity: 'member', id: cell.id, owner: cell.id };
    case 'householdYear': {
      const year = register.sql('SELECT id FROM householdYear WHERE householdId = ? AND year = ?').get(householdId, cell.year) as { id: string } | undefined;
      return { entity: 'householdYear', id: year?.id, owner: householdId };
    }
    case 'memberYear': {
      const year = register.sql('SELECT id FROM memberYear WHERE memberId = ? AND year = ?').get(cell.id, cell.year) as { id: string } | undefined;
      return { entity: 'memberYear', id: year?.id, owner: cell.id };
    }
    case 'helper':
    case 'entry':
      throw new Error('Helpers and ledgers are no columns of this grid');
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

/** Writes one cell by hand: one command, one entry in the log. */
export function editCell(register: RegisterFile, edit: CellEdit, today: string): void {
  const { field } = columnOf(edit.subject, edit.field);
  const row = tableRow(register, edit.subject, edit.id, edit.year);
  const person = String(row.values[edit.subject === 'people' ? 'name' : 'headName'] ?? row.values['householdNo'] ?? '');
  const where = `${person} · ${field.label}`;
  if (field.derived) {
    throw new Refusal('VALUE_REFUSED', '户主信息来自户主本人那一行', { where, remedy: '请在“人”里改户主那一行' });
  }
  const reading = kindOf(field).read(edit.text, { today, typed: true });
  if (!reading.ok) throw new Refusal('VALUE_REFUSED', reading.refused.message, { where, remedy: reading.refused.remedy });
  if (reading.flag) throw new Refusal('VALUE_REFUSED', reading.flag.message, { where, remedy: reading.flag.remedy });
  const value = reading.value;
  if (value === null && field.required) throw new Refusal('VALUE_REFUSED', `${field.label}不能空着`, { where, remedy: '请填写' });

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
  mustBeFree(register, field.key, value, cell.id ?? '', where);
  const label = `${where}：${shown(field.key, current)} → ${shown(field.key, value)}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    if (cell.id !== undefined) writer.set(cell.entity, cell.id, field.key, current, value);
    else writer.create(cell.entity, newId(), { [cell.entity === 'householdYear' ? 'householdId' : 'memberId']: cell.owner, year: edit.year, [field.key]: value });
  });
}
