import { sql } from 'kysely';
import type { Field } from '../../../shared/register/field.ts';
import { like, type Condition } from './filter-condition.ts';
import type { TableSource } from './sources.ts';

const read = new Set<Field['kind']>(['text', 'name', 'digits', 'identity', 'phone', 'card', 'code']);

/** Name, pinyin or initials. */
function named(alias: 'm' | 'x', inside: string, latin: string): Condition[] {
  const person = sql.raw(alias);
  const name = sql`${person}.name LIKE ${inside} ESCAPE '\\'`;
  return /^[a-z]+$/.test(latin) ? [name, sql`${person}.pinyin LIKE ${`${latin}%`}`, sql`${person}.pinyin LIKE ${`% ${latin}%`}`] : [name];
}

/** Village; with digits also the tail of the identity number, 户编号, phones. */
function numbered(alias: 'm' | 'hd', typed: string, inside: string): Condition[] {
  const person = sql.raw(alias);
  const conditions: Condition[] = [sql`h.village LIKE ${inside} ESCAPE '\\'`];
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
  return conditions;
}

/** A household is found by anybody in it, the head among them. */
const ofItsMembers = (inside: string, latin: string): Condition => sql`h.id IN (SELECT x.householdId FROM member x WHERE ${sql.join(named('x', inside, latin), sql` OR `)})`;

/** What a record itself says in words and numbers that are names. */
function ofItsWords({ columns }: TableSource, typed: string, inside: string): Condition {
  const own = columns.filter(({ field }) => field.entity === 'entry' && read.has(field.kind));
  if (own.length === 0) return sql`0`;
  const any = sql.join(own.map((column) => sql`${sql.raw(column.sql)} LIKE ${inside} ESCAPE '\\'`), sql` OR `);
  // The record as a whole is looked through first: where it lacks the text, no field need be taken out of it. Signs that JSON writes otherwise are looked for at once.
  return /["\\\p{Cc}]/u.test(typed) ? sql`(${any})` : sql`(e.data LIKE ${inside} ESCAPE '\\' AND (${any}))`;
}

/** What the box above a table looks for. */
export function searchCondition(source: TableSource, text: string): Condition {
  const typed = text.trim();
  const inside = `%${like(typed)}%`;
  const latin = typed.toLowerCase().replace(/\s+/g, '');
  const { person, table } = source;
  const conditions = person === null ? [] : [...(person === 'm' ? named(person, inside, latin) : [ofItsMembers(inside, latin)]), ...numbered(person, typed, inside)];
  if (table.ledger) conditions.push(ofItsWords(source, typed, inside));
  return sql`(${sql.join(conditions, sql` OR `)})`;
}
