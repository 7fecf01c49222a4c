import { sql } from 'kysely';
import type { Found, HouseholdCard } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { searchCondition } from './ordered-ids.ts';
import { tableRow } from './rows.ts';

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
    FROM member m JOIN household h ON h.id = m.householdId WHERE ${searchCondition('people', typed)}
    ORDER BY m.name IS NOT ${typed}, m.relation IS NOT '户主', h.walkKey, h.householdNo LIMIT ${limit}`.compile(query);
  return register.all<Hit>(compiled).map((hit) => ({
    subject: 'people' as const,
    id: hit.id,
    householdId: hit.householdId,
    title: hit.name,
    detail: [hit.relation, `${hit.village ?? ''}${hit.group ?? ''}`, hit.householdNo ? `户 ${hit.householdNo}` : ''].filter((part) => part).join(' · '),
  }));
}

/** One household with everybody in it, for the card beside the grid. */
export function householdCard(register: RegisterFile, householdId: string, year: number): HouseholdCard {
  const household = tableRow(register, 'households', householdId, year);
  const members = register.sql("SELECT id FROM member WHERE householdId = ? ORDER BY relation IS NOT '户主', id").all(householdId) as { id: string }[];
  const helpers = register.sql('SELECT * FROM helper WHERE householdId = ? ORDER BY helpUntil IS NOT NULL, id').all(householdId) as Record<string, Stored>[];
  const years = register.sql('SELECT * FROM householdYear WHERE householdId = ? ORDER BY year DESC').all(householdId) as Record<string, Stored>[];
  return {
    household,
    members: members.map(({ id }) => tableRow(register, 'people', id, year)),
    helpers: helpers.map(({ id, householdId: owner, revision, ...values }) => ({ id: String(id), householdId: String(owner), revision: Number(revision), values })),
    years: years.map(({ id: _id, householdId: _owner, revision: _revision, year: of, ...values }) => ({ year: Number(of), values })),
  };
}
