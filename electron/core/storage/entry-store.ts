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

/** Columns of the table, and what a new record has in them. */
export const entryColumns = ['id', 'ledger', 'householdId', 'memberId', 'year', 'data', 'entryKey', 'extra'] as const;
export function entryValues(id: string, values: RowValues): Stored[] {
  const data: Record<string, Stored> = {};
  for (const column in values) {
    const value = values[column] ?? null;
    if (!structural.has(column) && value !== null) data[column] = value;
  }
  return [id, values['ledger'] ?? null, values['householdId'] ?? null, values['memberId'] ?? null, values['year'] ?? null, JSON.stringify(data), entryKey(values), values['extra'] ?? null];
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
      statement(`INSERT INTO entry (${entryColumns.join(', ')}, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(...entryValues(id, values), revision);
    },
    update(id: string, values: RowValues, revision: number): void {
      const row = get(id);
      if (!row) return;
      const [, ledger, householdId, memberId, year, data, key, extra] = entryValues(id, { ...row, ...values });
      if (Object.keys(values).some((column) => structural.has(column))) {
        statement('UPDATE entry SET ledger = ?, householdId = ?, memberId = ?, year = ?, data = ?, entryKey = ?, extra = ?, revision = ? WHERE id = ?').run(ledger, householdId, memberId, year, data, key, extra, revision, id);
      } else statement('UPDATE entry SET data = ?, entryKey = ?, revision = ? WHERE id = ?').run(data, key, revision, id);
    },
  };
}
