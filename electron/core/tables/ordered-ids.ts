import { sql, type RawBuilder } from 'kysely';
import type { Filter, Sort } from '../../../shared/contract/tables.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnOf, rowIdOf, tableFrom } from './columns.ts';

export interface TableQuery {
  readonly subject: Subject;
  readonly year: number;
  readonly search?: string | undefined;
  readonly filters?: readonly Filter[] | undefined;
  readonly sorts?: readonly Sort[] | undefined;
}

type Condition = RawBuilder<unknown>;

const like = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function condition(subject: Subject, filter: Filter): Condition {
  const column = sql.raw(columnOf(subject, filter.field).sql);
  switch (filter.test) {
    case 'in': {
      const values = filter.values.filter((value) => value !== null);
      const listed = values.length > 0 ? sql`${column} IN (${sql.join(values)})` : sql`0`;
      return values.length < filter.values.length ? sql`(${column} IS NULL OR ${listed})` : listed;
    }
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

/** Name, pinyin or initials, tail of the identity number, phone, village, 户编号. */
export function searchCondition(subject: Subject, text: string): Condition {
  const typed = text.trim();
  const inside = `%${like(typed)}%`;
  const latin = typed.toLowerCase().replace(/\s+/g, '');
  const person = subject === 'people' ? sql.raw('m') : sql.raw('hd');
  const conditions: Condition[] = [sql`${person}.name LIKE ${inside} ESCAPE '\\'`, sql`h.village LIKE ${inside} ESCAPE '\\'`];
  if (/^[a-z]+$/.test(latin)) conditions.push(sql`${person}.pinyin LIKE ${`${latin}%`}`, sql`${person}.pinyin LIKE ${`% ${latin}%`}`);
  if (/^[\dx*]+$/i.test(typed) && typed.length >= 3) {
    const upper = typed.toUpperCase();
    conditions.push(
      sql`${person}.identityNo LIKE ${`%${upper}`}`,
      sql`substr(${person}.identityNo, 1, 18) LIKE ${`%${upper}`}`,
      sql`h.householdNo LIKE ${inside}`,
      sql`h.householdPhone LIKE ${inside}`,
      sql`${person}.memberPhone LIKE ${inside}`,
      sql`${person}.memberNo LIKE ${inside}`,
    );
  }
  if (subject === 'households') {
    conditions.push(
      sql`EXISTS (SELECT 1 FROM member x WHERE x.householdId = h.id AND (x.name LIKE ${inside} ESCAPE '\\' OR (${/^[a-z]+$/.test(latin) ? 1 : 0} = 1 AND (x.pinyin LIKE ${`${latin}%`} OR x.pinyin LIKE ${`% ${latin}%`}))))`,
    );
  }
  return sql`(${sql.join(conditions, sql` OR `)})`;
}

/** FROM and WHERE of a table query. The year is always parameter ?1; the compiler numbers the others after it by place. */
export function compileSource(of: TableQuery): RawBuilder<unknown> {
  const conditions = (of.filters ?? []).map((filter) => condition(of.subject, filter));
  if (of.search?.trim()) conditions.push(searchCondition(of.subject, of.search));
  const where = conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``;
  const from = tableFrom[of.subject].split('?1');
  const tables = sql.join(
    from.flatMap((part, at) => (at === 0 ? [sql.raw(part)] : [sql`${of.year}`, sql.raw(part)])),
    sql``,
  );
  return sql`${tables} ${where}`;
}

function compileIds(of: TableQuery) {
  const chosen = (of.sorts ?? []).map(({ field, descending }) => {
    const column = columnOf(of.subject, field);
    // Names sort by pinyin, as Excel does in Chinese.
    const by = field === 'name' ? 'm.pinyin' : field === 'headName' ? 'hd.pinyin' : column.sql;
    return sql.raw(`${by} IS NULL, ${by} ${descending ? 'DESC' : 'ASC'}`);
  });
  const walking = of.subject === 'people' ? "h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.id" : 'h.walkKey, h.householdNo, h.id';
  const order = sql.join([...chosen, sql.raw(walking)]);
  return sql<{ id: string }>`SELECT ${sql.raw(rowIdOf[of.subject])} AS id ${compileSource(of)} ORDER BY ${order}`.compile(query);
}

interface Ordered {
  readonly ids: readonly string[];
  readonly place: ReadonlyMap<string, number>;
}

/** Ids of a table's rows in their order, kept for the last few questions until the register changes. */
export class OrderedIds {
  readonly #kept = new Map<string, Ordered>();
  #revision = -1;

  of(register: RegisterFile, asked: TableQuery): Ordered {
    if (this.#revision !== register.log.revision) {
      this.#kept.clear();
      this.#revision = register.log.revision;
    }
    const key = JSON.stringify([asked.subject, asked.year, asked.search?.trim() ?? '', asked.filters ?? [], asked.sorts ?? []]);
    let found = this.#kept.get(key);
    if (!found) {
      const ids = register.all<{ id: string }>(compileIds(asked)).map(({ id }) => id);
      found = { ids, place: new Map(ids.map((id, at) => [id, at])) };
      if (this.#kept.size >= 4) this.#kept.delete(this.#kept.keys().next().value ?? '');
      this.#kept.set(key, found);
    }
    return found;
  }

  clear(): void {
    this.#kept.clear();
  }
}
