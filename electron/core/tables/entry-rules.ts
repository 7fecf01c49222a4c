import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { entryKey } from '../storage/entry-store.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { RowValues } from '../storage/row-store.ts';

/** The year that a date of the record tells, where the ledger goes by one; null where it tells none. */
export function yearOfDate({ year }: Ledger, values: Readonly<Record<string, Stored>>): number | null {
  if (typeof year !== 'object') return null;
  const date = values[year.of];
  return typeof date === 'string' && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null;
}

/** A record must be known from the others of its ledger: the next sheet would meet only one of two that are not. */
export function mustBeOnce(register: RegisterFile, ledger: Ledger, record: RowValues, id: string, where: string): void {
  const other = register.sql('SELECT 1 FROM entry WHERE ledger = ? AND entryKey = ? AND id <> ? LIMIT 1').get(ledger.key, entryKey(record), id);
  if (!other) return;
  const by = [...(ledger.about === 'nobody' ? [] : [ledger.about === 'member' ? '人' : '户']), ...(ledger.year === 'none' ? [] : ['年度']), ...ledger.keys.map(labelOf)];
  throw new Refusal('VALUE_REFUSED', `“${ledger.label}”里已经有这一条：${by.join('、')}都相同`, { where, remedy: '请改原来那一条，或者先核对' });
}
