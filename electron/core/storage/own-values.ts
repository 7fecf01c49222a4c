import type { Stored } from '../../../shared/fields/reading.ts';
import { isOwnKey } from '../../../shared/register/own/own-column.ts';

type Values = Readonly<Record<string, Stored>>;

/** A stored row as everybody sees it: the values of the office's own columns, which its table keeps in one JSON column, among the others. */
export function flatRow<T extends Values>(stored: T): T {
  const own = stored['own'];
  if (typeof own !== 'string') return stored;
  const { own: _own, ...row } = stored;
  // The same row under the same keys; only where the values were kept is another matter.
  return { ...row, ...(JSON.parse(own) as Values) } as unknown as T;
}

/** Where a field of an entity's row lies in its table, for a statement; `alias` names the table. */
export function valueSql(key: string, alias = ''): string {
  const table = alias === '' ? '' : `${alias}.`;
  return isOwnKey(key) ? `(${table}own ->> '$."${key}"')` : `${table}"${key}"`;
}

/** What of a row belongs into that JSON column; null for nothing. */
export function ownPart(values: Values): string | null {
  let own: Record<string, Stored> | null = null;
  for (const column in values) {
    const value = values[column];
    if (value !== null && value !== undefined && isOwnKey(column)) (own ??= {})[column] = value;
  }
  return own === null ? null : JSON.stringify(own);
}
