import { sql, type RawBuilder } from 'kysely';
import type { Filter, Sort } from '../../../shared/contract/tables.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { filterCondition } from './filter-condition.ts';
import { groupCondition } from './group-conditions.ts';
import { searchCondition } from './search-condition.ts';
import { columnOf, fromOf, sourceOf, type ColumnSource, type TableSource } from './sources.ts';

export interface TableQuery {
  readonly subject: Subject;
  readonly year: number;
  readonly search?: string | undefined;
  readonly filters?: readonly Filter[] | undefined;
  readonly sorts?: readonly Sort[] | undefined;
}

/**
 * FROM and WHERE of a table query. `besides` is what its other parts are made of: only tables that something names are joined.
 * The year is always parameter ?1; the compiler numbers the others after it by place.
 */
export function compileSource(source: TableSource, of: TableQuery, besides: string): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = (of.filters ?? []).map((filter) => (filter.test === 'group' ? groupCondition(source, filter, of.year) : filterCondition(columnOf(source, filter.field).sql, filter)));
  if (source.where !== null) conditions.unshift(sql.raw(source.where));
  if (of.search?.trim()) conditions.push(searchCondition(source, of.search));
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  const from = fromOf(source, `${besides} ${where.compile(query).sql}`).split('?1');
  const tables = sql.join(
    from.flatMap((part, at) => (at === 0 ? [sql.raw(part)] : [sql`${of.year}`, sql.raw(part)])),
    sql``,
  );
  return sql`${tables} ${where}`;
}

/** Names sort by pinyin, as Excel does in Chinese. */
function sortedBy({ field, sql: column }: ColumnSource): string {
  if (field.key === 'name') return 'm.pinyin';
  if (field.key === 'headName') return 'hd.pinyin';
  return field.kind === 'name' ? `pinyin_key(${column})` : column;
}

/** Ids of a table's rows in their order, the first `most` where not all are wanted. `walk` is the order of rows that nobody has sorted, where it is to be another than the table's. */
export function orderedIds(register: RegisterFile, of: TableQuery, { walk, most }: { readonly walk?: string; readonly most?: number } = {}): string[] {
  const source = sourceOf(of.subject);
  const chosen = (of.sorts ?? []).map(({ field, descending }) => {
    // Blanks last both ways, without taking the value out of the row twice.
    return `${sortedBy(columnOf(source, field))} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const order = [...chosen, walk ?? source.order].join(', ');
  const compiled = sql<{ id: string }>`SELECT ${sql.raw(source.id)} AS id ${compileSource(source, of, order)} ORDER BY ${sql.raw(order)} LIMIT ${most ?? -1}`.compile(query);
  return register.all<{ id: string }>(compiled).map(({ id }) => id);
}
