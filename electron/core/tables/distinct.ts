import { sql, type RawBuilder } from 'kysely';
import { mostValues } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { CountedPeriod, DaySearch } from '../../../shared/views/period-ticks.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compileSource, type TableQuery } from './ordered-ids.ts';
import { columnOf, sourceOf } from './sources.ts';

/** What is counted of a column: what is made of its value, which of that, in which order. */
interface Counting {
  readonly of: (column: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly which?: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
}

/** The column's own filters are left out: they are what is being chosen. */
function counted<Value>(register: RegisterFile, asked: TableQuery, field: string, { of, which = sql`1`, order }: Counting): { value: Value; count: number }[] {
  const source = sourceOf(asked.subject);
  const { sql: named } = columnOf(source, field);
  const others = { ...asked, filters: (asked.filters ?? []).filter((filter) => filter.field !== field) };
  const compiled = sql<{ value: Value; count: number }>`SELECT value, count(*) AS count FROM (SELECT ${of(sql.raw(named))} AS value ${compileSource(source, others, named)}) WHERE ${which} GROUP BY value ORDER BY ${order} LIMIT ${mostValues}`;
  return register.all(compiled.compile(query));
}

/** Values of a column with their counts, most frequent first. */
export function distinctValues(register: RegisterFile, asked: TableQuery, field: string): { value: Stored; count: number }[] {
  return counted(register, asked, field, { of: (column) => column, order: sql`count(*) DESC, value` });
}

/** Months of a column of days with their counts; or the days that a search means. The latest come first, the blanks last. */
export function periodCounts(register: RegisterFile, asked: TableQuery, field: string, days?: DaySearch): CountedPeriod[] {
  const order = sql`value DESC NULLS LAST`;
  const { year, month = '__', day = '__' } = days ?? {};
  const which = year?.length === 4 ? sql`value LIKE ${`${year}-${month}-${day}`}` : sql`value LIKE ${`____-${month}-${day}`} AND instr(substr(value, 1, 4), ${year ?? ''}) > 0`;
  const found = counted<string | null>(register, asked, field, days ? { of: (column) => column, which, order } : { of: (column) => sql`substr(${column}, 1, 7)`, order });
  return found.map(({ value, count }) => ({ period: value, count }));
}
