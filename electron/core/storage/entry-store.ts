import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import type { Statement } from './connection.ts';
import type { Row, RowValues } from './row-store.ts';

const structural = new Set(['id', 'ledger', 'householdId', 'memberId', 'year', 'data', 'entryKey', 'extra', 'revision']);

/** By what a record of a ledger is known again: whom it is about, its year, its ledger's own keys. */
export function entryKey(values: RowValues): string {
  const ledger = ledgerOf(String(values['ledger']));
  const own = ledger.keys.map((key) => values[key] ?? '');
  const year = ledger.year === 'none' ? '' : (values['year'] ?? '');
  return [values['memberId'] ?? values['householdId'] ?? '', year, ...own].join('|');
}

/** Columns of the table beside the id, and what a record has in them. */
export const entryColumns = ['ledger', 'householdId', 'memberId', 'year', 'data', 'entryKey', 'extra'] as const;
export function entryRow(values: RowValues): Readonly<Record<(typeof entryColumns)[number], Stored>> {
  const data: Record<string, Stored> = {};
  for (const column in values) {
    const value = values[column] ?? null;
    if (!structural.has(column) && value !== null) data[column] = value;
  }
  return { ledger: values['ledger'] ?? null, householdId: values['householdId'] ?? null, memberId: values['memberId'] ?? null, year: values['year'] ?? null, data: JSON.stringify(data), entryKey: entryKey(values), extra: values['extra'] ?? null };
}

/** Records of ledgers: one table for all of them, the fields of each in a JSON object. A record reads as a flat row like any other. */
export function entryStore(statement: (sql: string) => Statement) {
  const get = (id: string): Row | undefined => {
    const stored = statement('SELECT * FROM entry WHERE id = ?').get(id) as Record<string, Stored> | undefined;
    if (!stored) return undefined;
    const { data, entryKey: _key, ...row } = stored;
    return { ...row, ...(JSON.parse(String(data)) as Record<string, Stored>) } as Row;
  };
  return {
    get,
    insert(id: string, values: RowValues, revision: number): void {
      const row = entryRow(values);
      statement(`INSERT INTO entry (id, ${entryColumns.join(', ')}, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(id, ...entryColumns.map((column) => row[column]), revision);
    },
    update(id: string, values: RowValues, revision: number): void {
      const row = get(id);
      if (!row) return;
      const { ledger, householdId, memberId, year, data, entryKey: key, extra } = entryRow({ ...row, ...values });
      if (Object.keys(values).some((column) => structural.has(column))) {
        statement('UPDATE entry SET ledger = ?, householdId = ?, memberId = ?, year = ?, data = ?, entryKey = ?, extra = ?, revision = ? WHERE id = ?').run(ledger, householdId, memberId, year, data, key, extra, revision, id);
      } else statement('UPDATE entry SET data = ?, entryKey = ?, revision = ? WHERE id = ?').run(data, key, revision, id);
    },
  };
}
