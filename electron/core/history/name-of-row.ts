import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { mainValues } from '../../../shared/register/ledgers/main-values.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What a row of each kind is called where nothing else is known of it. */
export const rowNames: Readonly<Record<Entity, string>> = { household: '户', householdYear: '户的年度记录', member: '人', memberYear: '人的年度记录', helper: '结对', entry: '台账记录', ownColumn: '自设列' };

type Values = Readonly<Record<string, Stored>>;

/** Whose row it is or was, for messages: "张某", "户 9001", "低保名单 · 张某". Of a row that is gone the log still has the name. */
export function nameOfRow(register: RegisterFile, entity: Entity, id: string): string {
  const row: Values | undefined = register.rows.get(entity, id) ?? lastLogged(register, id);
  if (!row) return rowNames[entity];
  const text = (column: string): string => (typeof row[column] === 'string' ? row[column] : '');
  if (entity === 'member') return text('name');
  if (entity === 'memberYear') return `${nameOfRow(register, 'member', text('memberId'))} ${row['year']} 年`;
  if (entity === 'household') return `户 ${text('householdNo')}`;
  if (entity === 'householdYear') return `${nameOfRow(register, 'household', text('householdId'))} ${row['year']} 年`;
  if (entity === 'ownColumn') return `自设列“${text('ownLabel')}”`;
  if (entity === 'helper') return `帮扶责任人 ${text('helperName')}`;
  const about = text('memberId') !== '' ? nameOfRow(register, 'member', text('memberId')) : text('householdId') !== '' ? nameOfRow(register, 'household', text('householdId')) : '';
  const ledger = ledgerOf(text('ledger'));
  return [ledger.label, about === '' ? (mainValues(ledger, row, 1)[0]?.text ?? '') : about].filter((part) => part !== '').join(' · ');
}

/** The values with which a row came or went last. */
function lastLogged(register: RegisterFile, id: string): Values | undefined {
  const last = register.sql("SELECT action, old, new FROM change WHERE rowId = ? AND action <> 'set' ORDER BY seq DESC LIMIT 1").get(id) as
    | { action: string; old: Stored; new: Stored }
    | undefined;
  return last && (JSON.parse(String(last.action === 'create' ? last.new : last.old)) as Values);
}
