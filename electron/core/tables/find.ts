import { sql } from 'kysely';
import type { Found } from '../../../shared/contract/tables.ts';
import type { Field } from '../../../shared/register/field.ts';
import { findLedger, ledgers } from '../../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../../shared/sheets/subject.ts';
import { query } from '../storage/query-builder.ts';
import { paperOf } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { like } from './filter-condition.ts';
import { searchCondition } from './search-condition.ts';
import { columnOf, sourceOf } from './sources.ts';

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
function findPeople(register: RegisterFile, typed: string, limit: number): Found[] {
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

interface RecordHit {
  readonly id: string;
  readonly title: string | null;
  readonly year: number | null;
}

interface PaperHit {
  readonly id: string;
  readonly ledger: string;
  readonly title: string;
  readonly about: string | null;
}

/** What can be called something; a day or an amount is no name. */
const words = new Set<Field['kind']>(['text', 'name']);

/** Records of a ledger that are about nobody, by what they are called. */
function findRecords(register: RegisterFile, ledger: Ledger, typed: string, limit: number): Found[] {
  const subject = ledgerSubject(ledger.key);
  const source = sourceOf(subject);
  const names = source.table.named.map((key) => columnOf(source, key)).filter(({ field }) => words.has(field.kind)).map((column) => sql.raw(column.sql));
  const inside = `%${like(typed)}%`;
  const any = sql.join(names.map((name) => sql`${name} LIKE ${inside} ESCAPE '\\'`), sql` OR `);
  const compiled = sql<RecordHit>`SELECT e.id, coalesce(${sql.join(names)}, NULL) AS title, e.year FROM entry e WHERE e.ledger = ${ledger.key} AND (${any})
    ORDER BY e.year DESC NULLS LAST, e.id LIMIT ${limit}`.compile(query);
  return register.all<RecordHit>(compiled).map(({ id, title, year }) => ({
    subject,
    id,
    householdId: '',
    title: title ?? '',
    detail: [ledger.label, year === null ? '' : `${year} 年`].filter((part) => part !== '').join(' · '),
  }));
}

/** Papers of records that are about nobody, by what they are called; found is the record with which they lie. */
function findPapers(register: RegisterFile, typed: string, limit: number): Found[] {
  const inside = `%${like(typed)}%`;
  const named = sql.join(['title', 'file', 'kind'].map((key) => sql`${sql.raw(`d.data ->> '$."document.${key}"'`)} LIKE ${inside} ESCAPE '\\'`), sql` OR `);
  const compiled = sql<PaperHit>`SELECT e.id, e.ledger, coalesce(d.data ->> '$."document.title"', d.data ->> '$."document.file"', d.data ->> '$."document.kind"') AS title, d.data ->> '$."document.about"' AS about
    FROM entry d JOIN entry e ON e.id = ${sql.raw(`d.${paperOf}`)} WHERE d.ledger = 'document' AND d.householdId IS NULL AND d.memberId IS NULL AND (${named}) GROUP BY e.id ORDER BY min(d.id) LIMIT ${limit}`.compile(query);
  return register.all<PaperHit>(compiled).flatMap(({ id, ledger, title, about }) => {
    const of = findLedger(ledger);
    return of ? [{ subject: ledgerSubject(of.key), id, householdId: '', title, detail: `材料 · ${about ?? of.label}` }] : [];
  });
}

const standing = ledgers.filter(({ about, place }) => about === 'nobody' && place === 'ledgers');

/** Who is called so, and with `records` what: a third of the places is kept for it, so that many namesakes do not crowd a project out. */
export function find(register: RegisterFile, text: string, limit: number, records: boolean): Found[] {
  const typed = text.trim();
  if (typed === '') return [];
  const found: Found[] = [];
  const room = records ? Math.floor(limit / 3) : 0;
  for (const ledger of standing) {
    if (found.length < room) found.push(...findRecords(register, ledger, typed, room - found.length));
  }
  if (found.length < room) found.push(...findPapers(register, typed, room - found.length).filter(({ id }) => !found.some((other) => other.id === id)));
  return [...findPeople(register, typed, limit - found.length), ...found];
}
