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

/** The ledger's fields by which, with whom it is about, one record is known from another. */
export const keyFields = ({ keys, year }: Ledger): ReadonlySet<string> => new Set([...keys, ...(year === 'none' ? [] : ['year']), ...(typeof year === 'object' ? [year.of] : [])]);

/** Other records of the ledger that are known by the same. */
export const sameEntries = (register: RegisterFile, ledger: string, key: string): string[] =>
  (register.sql('SELECT id FROM entry WHERE ledger = ? AND entryKey = ?').all(ledger, key) as { id: string }[]).map(({ id }) => id);

export function alreadyThere({ label, about, year, keys }: Ledger): { readonly what: string; readonly remedy: string } {
  const by = [...(about === 'nobody' ? [] : [about === 'member' ? '人' : '户']), ...(year === 'none' ? [] : ['年度']), ...keys.map(labelOf)];
  return { what: `“${label}”里已经有这一条：${by.join('、')}都相同`, remedy: '请改原来那一条，或者先核对' };
}

/** A record must be known from the others of its ledger: the next sheet would meet only one of two that are not. */
export function mustBeOnce(register: RegisterFile, ledger: Ledger, record: RowValues, id: string, where: string): void {
  if (!sameEntries(register, ledger.key, entryKey(record)).some((other) => other !== id)) return;
  const { what, remedy } = alreadyThere(ledger);
  throw new Refusal('VALUE_REFUSED', what, { where, remedy });
}
