import { sql } from 'kysely';
import type { Found } from '../../../shared/contract/tables.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { searchCondition } from './search-condition.ts';
import { sourceOf } from './sources.ts';

interface Hit {
  readonly id: string;
  readonly householdId: string;
  readonly name: string;
  readonly relation: string | null;
  readonly village: string | null;
  readonly group: string | null;
  readonly householdNo: string | null;
}

/** People by name, pinyin, identity number's tail, phone, village or 户编号; heads first among equals. */
export function find(register: RegisterFile, text: string, limit: number): Found[] {
  if (text.trim() === '') return [];
  const typed = text.trim();
  const compiled = sql<Hit>`SELECT m.id, h.id AS householdId, m.name, m.relation, h.village, h."group", h.householdNo
    FROM member m JOIN household h ON h.id = m.householdId WHERE ${searchCondition(sourceOf('people'), typed)}
    ORDER BY m.name IS NOT ${typed}, m.relation IS NOT '户主', h.walkKey, h.householdNo LIMIT ${limit}`.compile(query);
  return register.all<Hit>(compiled).map((hit) => ({
    subject: 'people' as const,
    id: hit.id,
    householdId: hit.householdId,
    title: hit.name,
    detail: [hit.relation, `${hit.village ?? ''}${hit.group ?? ''}`, hit.householdNo ? `户 ${hit.householdNo}` : ''].filter((part) => part).join(' · '),
  }));
}
