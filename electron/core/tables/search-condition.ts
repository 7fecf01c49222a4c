import { sql } from 'kysely';
import type { Field } from '../../../shared/register/field.ts';
import { like, type Condition } from './filter-condition.ts';
import type { TableSource } from './sources.ts';

const read = new Set<Field['kind']>(['text', 'name', 'digits', 'identity', 'phone', 'card', 'code']);

/** Name, pinyin or initials, village; with digits also the tail of the identity number, 户编号, phones. */
function ofSomebody(alias: 'm' | 'hd', typed: string, inside: string, latin: string): Condition[] {
  const person = sql.raw(alias);
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
  return conditions;
}

/** A household is found by anybody in it. */
function ofItsMembers(inside: string, latin: string): Condition {
  return sql`EXISTS (SELECT 1 FROM member x WHERE x.householdId = h.id AND (x.name LIKE ${inside} ESCAPE '\\' OR (${/^[a-z]+$/.test(latin) ? 1 : 0} = 1 AND (x.pinyin LIKE ${`${latin}%`} OR x.pinyin LIKE ${`% ${latin}%`}))))`;
}

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
  const conditions = source.person === null ? [] : ofSomebody(source.person, typed, inside, latin);
  if (source.person === 'hd') conditions.push(ofItsMembers(inside, latin));
  if (source.table.ledger) conditions.push(ofItsWords(source, typed, inside));
  return sql`(${sql.join(conditions, sql` OR `)})`;
}
