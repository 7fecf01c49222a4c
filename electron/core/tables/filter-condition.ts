import { sql, type RawBuilder } from 'kysely';
import type { Filter } from '../../../shared/contract/tables.ts';
import type { Period } from '../../../shared/views/period-ticks.ts';
import type { GroupFilter } from '../../../shared/views/view.ts';

export type Condition = RawBuilder<unknown>;

/** A text as LIKE takes it, its own signs escaped by \. */
export const like = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Whether the column's day begins as one of these years, months, days; a blank is never unknown here, so that NOT may stand before it. */
function inPeriods(columnSql: string, periods: readonly Period[]): Condition {
  const column = sql.raw(columnSql);
  const lengths = [...new Set(periods.flatMap((period) => (period === null ? [] : [period.length])))];
  const begins = lengths.map((length) => sql`substr(${column}, 1, ${sql.lit(length)}) IN (${sql.join(periods.filter((period) => period?.length === length))})`);
  const blank = periods.includes(null) ? sql`${column} IS NULL` : sql`0`;
  return begins.length === 0 ? sql`(${blank})` : sql`(${blank} OR coalesce(${sql.join(begins, sql` OR `)}, 0))`;
}

/** One condition of a column's filter. */
export function filterCondition(columnSql: string, filter: Exclude<Filter, GroupFilter>): Condition {
  const column = sql.raw(columnSql);
  switch (filter.test) {
    case 'in': {
      const values = filter.values.filter((value) => value !== null);
      const listed = values.length > 0 ? sql`${column} IN (${sql.join(values)})` : sql`0`;
      return values.length < filter.values.length ? sql`(${column} IS NULL OR ${listed})` : listed;
    }
    case 'notIn': {
      const values = filter.values.filter((value) => value !== null);
      const others = values.length > 0 ? sql`${column} NOT IN (${sql.join(values)})` : sql`1`;
      return values.length < filter.values.length ? sql`(${column} IS NOT NULL AND ${others})` : sql`(${column} IS NULL OR ${others})`;
    }
    case 'inPeriods':
      return inPeriods(columnSql, filter.periods);
    case 'notInPeriods':
      return sql`NOT ${inPeriods(columnSql, filter.periods)}`;
    case 'contains':
      return sql`${column} LIKE ${`%${like(filter.text)}%`} ESCAPE '\\'`;
    case 'notContains':
      return sql`(${column} IS NULL OR ${column} NOT LIKE ${`%${like(filter.text)}%`} ESCAPE '\\')`;
    case 'startsWith':
      return sql`${column} LIKE ${`${like(filter.text)}%`} ESCAPE '\\'`;
    case 'endsWith':
      return sql`${column} LIKE ${`%${like(filter.text)}`} ESCAPE '\\'`;
    case 'equals':
      return sql`${column} IS ${filter.value}`;
    case 'notEquals':
      return sql`${column} IS NOT ${filter.value}`;
    case 'less':
      return sql`${column} < ${filter.value}`;
    case 'lessOrEqual':
      return sql`${column} <= ${filter.value}`;
    case 'greater':
      return sql`${column} > ${filter.value}`;
    case 'greaterOrEqual':
      return sql`${column} >= ${filter.value}`;
    case 'between':
      return sql`${column} BETWEEN ${filter.from} AND ${filter.to}`;
    case 'blank':
      return sql`${column} IS NULL`;
    case 'notBlank':
      return sql`${column} IS NOT NULL`;
  }
}
