import { sql } from 'kysely';
import { mostValues } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compileSource, type TableQuery } from './ordered-ids.ts';
import { columnOf, sourceOf } from './sources.ts';

/** Values of a column with their counts, most frequent first. The column's own filters are left out: they are what is being chosen. */
export function distinctValues(register: RegisterFile, of: TableQuery, field: string): { value: Stored; count: number }[] {
  const source = sourceOf(of.subject);
  const { sql: named } = columnOf(source, field);
  const column = sql.raw(named);
  const others = { ...of, filters: (of.filters ?? []).filter((filter) => filter.field !== field) };
  const compiled = sql<{ value: Stored; count: number }>`SELECT ${column} AS value, count(*) AS count ${compileSource(source, others, named)} GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${mostValues}`;
  return register.all(compiled.compile(query));
}
