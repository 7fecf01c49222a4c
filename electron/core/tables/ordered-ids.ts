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

/** Ids of a table's rows in their order. `walk` is the order of rows that nobody has sorted, where it is to be another than the table's. */
export function orderedIds(register: RegisterFile, of: TableQuery, walk?: string): string[] {
  const source = sourceOf(of.subject);
  const chosen = (of.sorts ?? []).map(({ field, descending }) => {
    // Blanks last both ways, without taking the value out of the row twice.
    return `${sortedBy(columnOf(source, field))} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const order = [...chosen, walk ?? source.order].join(', ');
  const compiled = sql<{ id: string }>`SELECT ${sql.raw(source.id)} AS id ${compileSource(source, of, order)} ORDER BY ${sql.raw(order)}`.compile(query);
  return register.all<{ id: string }>(compiled).map(({ id }) => id);
}

export interface Ordered {
  readonly ids: readonly string[];
  /** Place of a row; undefined where the answer does not have it. */
  readonly place: { get(id: string): number | undefined };
}

interface Answer extends Ordered {
  readonly key: string;
  readonly revision: number;
}

/** Answers kept: those of now, and the ones before them that a page may still show. */
const mostKept = 8;

function answerTo(register: RegisterFile, asked: TableQuery, key: string): Answer {
  const ids = orderedIds(register, asked);
  let places: Map<string, number> | undefined;
  const place = { get: (id: string): number | undefined => (places ??= new Map(ids.map((each, at) => [each, at]))).get(id) };
  return { key, revision: register.log.revision, ids, place };
}

const keyOf = (asked: TableQuery): string => JSON.stringify([asked.subject, asked.year, asked.search?.trim() ?? '', asked.filters ?? [], asked.sorts ?? []]);

/** The same, kept for the last few questions; as it was before the last writes, too, for a page that has not read again. */
export class OrderedIds {
  readonly #kept: Answer[] = [];

  #keep(answer: Answer): Answer {
    const at = this.#kept.indexOf(answer);
    if (at !== -1) this.#kept.splice(at, 1);
    this.#kept.push(answer);
    if (this.#kept.length > mostKept) this.#kept.shift();
    return answer;
  }

  of(register: RegisterFile, asked: TableQuery): Ordered {
    const key = keyOf(asked);
    return this.#keep(this.#kept.find((answer) => answer.key === key && answer.revision === register.log.revision) ?? answerTo(register, asked, key));
  }

  /** The newest answer that was given up to a revision: what a page of that revision shows. Undefined where it is no longer known. */
  at(register: RegisterFile, asked: TableQuery, revision: number): Ordered | undefined {
    if (revision > register.log.revision) return undefined;
    const key = keyOf(asked);
    const given = this.#kept.filter((answer) => answer.key === key && answer.revision <= revision).toSorted((a, b) => b.revision - a.revision)[0];
    if (given) return this.#keep(given);
    return revision === register.log.revision ? this.of(register, asked) : undefined;
  }

  clear(): void {
    this.#kept.length = 0;
  }
}
