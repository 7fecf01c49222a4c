import type { Stored } from '../../../shared/fields/reading.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import type { HelperFacts, HouseholdFacts, MemberFacts, RecordFacts, Values } from '../../../shared/register/facts.ts';
import { following } from '../../../shared/register/own/spoken.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { flatRow } from '../storage/own-values.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnSql, fromOf, sourceOf } from './sources.ts';

const householdColumns = following(() => sourceOf('households').columns.map(({ field, sql }) => `${sql} AS "${field.key}"`).join(', '));
const memberColumns = following(() => [...storedFields('member'), ...storedFields('memberYear')].map((field) => `${columnSql(field)} AS "${field.key}"`).join(', '));

/** Which households: the year is ?1, what chooses them ?2. Three texts instead of one with OR, so that an index serves the ids. */
const scopes = {
  all: '?2 IS NULL',
  ids: 'h.id IN (SELECT value FROM json_each(?2))',
  village: 'h.village = ?2',
} as const;

/** A year's facts of all households, of some, or of one village. */
export interface FactsScope {
  readonly year: number;
  /** Only these households. */
  readonly ids?: readonly string[] | undefined;
  readonly village?: string | undefined;
  /** Ledgers whose records come with the households, those of their members among them. */
  readonly ledgers?: readonly string[] | undefined;
}

type Stored_ = Record<string, Stored>;

function grouped<T>(rows: Iterable<Stored_>, make: (row: Stored_) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = String(row['householdId']);
    const group = groups.get(key);
    if (group) group.push(make(row));
    else groups.set(key, [make(row)]);
  }
  return groups;
}

/** The records of ledgers by household and ledger. A record goes with the person that it is about to the household where that person now lives. */
function recordsByHousehold(register: RegisterFile, where: string, parameters: readonly [number, string | null], ledgers: readonly string[]): Map<string, Record<string, RecordFacts[]>> {
  const rows = register
    .sql(
      `SELECT e.id, e.ledger, e.memberId, e.year, e.data, h.id AS householdId FROM entry e LEFT JOIN member m ON m.id = e.memberId
       JOIN household h ON h.id = coalesce(m.householdId, e.householdId)
       WHERE ?1 = ?1 AND e.ledger IN (SELECT value FROM json_each(?3)) AND ${where} ORDER BY e.year DESC NULLS LAST, e.id`,
    )
    .all(...parameters, JSON.stringify(ledgers)) as { id: string; ledger: string; memberId: string | null; year: number | null; data: string; householdId: string }[];
  const found = new Map<string, Record<string, RecordFacts[]>>();
  for (const { id, ledger, memberId, year, data, householdId } of rows) {
    let ofHousehold = found.get(householdId);
    if (!ofHousehold) found.set(householdId, (ofHousehold = {}));
    (ofHousehold[ledger] ??= []).push({ id, memberId, year, values: JSON.parse(data) as Values });
  }
  return found;
}

/** A record by itself, with the household that it is about. */
export interface RecordAlone extends RecordFacts {
  readonly householdId: string | null;
}

/** The records of a ledger one by one, newest year first: projects, sums of money, villages, problems. Of what proves them there is what is still there. */
export function readRecords(register: RegisterFile, ledger: string): RecordAlone[] {
  const rows = register
    .sql('SELECT e.id, e.memberId, e.year, e.data, coalesce(m.householdId, e.householdId) AS householdId FROM entry e LEFT JOIN member m ON m.id = e.memberId WHERE e.ledger = ? ORDER BY e.year DESC NULLS LAST, e.id')
    .all(ledger) as { id: string; memberId: string | null; year: number | null; data: string; householdId: string | null }[];
  const records = rows.map(({ data, ...row }) => ({ ...row, values: JSON.parse(data) as Record<string, Stored> }));
  const { evidence } = ledgerOf(ledger);
  return evidence === null ? records : withProof(register, records, evidence);
}

/** The documents that a list of them names. */
const namedIn = (list: Stored | undefined): string[] => String(list ?? '').split(' ').filter((id) => id !== '');

function withProof(register: RegisterFile, records: readonly (RecordAlone & { readonly values: Record<string, Stored> })[], key: string): RecordAlone[] {
  const named = records.flatMap(({ values }) => namedIn(values[key]));
  const there = new Set(named.length === 0 ? [] : (register.sql("SELECT id FROM entry WHERE ledger = 'document' AND id IN (SELECT value FROM json_each(?))").all(JSON.stringify(named)) as { id: string }[]).map(({ id }) => id));
  return records.map((record) => (named.length === 0 || (record.values[key] ?? null) === null ? record : { ...record, values: { ...record.values, [key]: namedIn(record.values[key]).filter((id) => there.has(id)).join(' ') || null } }));
}

/** Households in walking order, each with its members (head first), helpers, and last year's record. */
export function readFacts(register: RegisterFile, of: FactsScope): HouseholdFacts[] {
  const scope = of.ids ? scopes.ids : of.village === undefined ? scopes.all : scopes.village;
  const parameters = [of.year, of.ids ? JSON.stringify(of.ids) : (of.village ?? null)] as const;
  const households = register.sql(`SELECT h.id, ${householdColumns()} ${fromOf(sourceOf('households'))} WHERE ${scope} ORDER BY h.walkKey, h.householdNo, h.id`).all(...parameters) as Stored_[];
  const members = register
    .sql(
      `SELECT m.id, m.householdId, ${memberColumns()} FROM member m JOIN household h ON h.id = m.householdId
       LEFT JOIN memberYear my ON my.memberId = m.id AND my.year = ?1 WHERE ${scope} ORDER BY m.relation IS NOT '户主', m.id`,
    )
    .all(...parameters) as Stored_[];
  const helpers = register
    .sql(`SELECT p.* FROM helper p JOIN household h ON h.id = p.householdId WHERE ?1 = ?1 AND ${scope} ORDER BY p.helpUntil IS NOT NULL, p.id`)
    .all(...parameters) as Stored_[];
  const before = register
    .sql(`SELECT hy.* FROM householdYear hy JOIN household h ON h.id = hy.householdId WHERE hy.year = ?1 - 1 AND ${scope}`)
    .all(...parameters) as Stored_[];

  const membersOf = grouped(members, ({ id, householdId, ...values }): MemberFacts => ({ id: String(id), householdId: String(householdId), values }));
  const helpersOf = grouped(helpers, ({ id, householdId: _owner, ...values }): HelperFacts => ({ id: String(id), values }));
  const lastYearOf = new Map<string, Values>(before.map(flatRow).map(({ id: _id, householdId, ...values }) => [String(householdId), values]));
  const records = of.ledgers && of.ledgers.length > 0 ? recordsByHousehold(register, scope, parameters, of.ledgers) : null;
  return households.map(({ id, ...values }): HouseholdFacts => {
    const key = String(id);
    return { id: key, year: of.year, values, lastYear: lastYearOf.get(key) ?? {}, members: membersOf.get(key) ?? [], helpers: helpersOf.get(key) ?? [], records: records?.get(key) ?? {} };
  });
}
