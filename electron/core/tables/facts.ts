import type { Stored } from '../../../shared/fields/reading.ts';
import type { HelperFacts, HouseholdFacts, MemberFacts, Values } from '../../../shared/register/facts.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { fromOf, sourceOf } from './sources.ts';

const ofHouseholds = sourceOf('households');
const householdColumns = ofHouseholds.columns.map(({ field, sql }) => `${sql} AS "${field.key}"`).join(', ');
const memberColumns = [...storedFields('member').map(({ key }) => `m."${key}"`), ...storedFields('memberYear').map(({ key }) => `my."${key}"`)].join(', ');

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

/** Households in walking order, each with its members (head first), helpers, and last year's record. */
export function readFacts(register: RegisterFile, of: FactsScope): HouseholdFacts[] {
  const scope = of.ids ? scopes.ids : of.village === undefined ? scopes.all : scopes.village;
  const parameters = [of.year, of.ids ? JSON.stringify(of.ids) : (of.village ?? null)] as const;
  const households = register.sql(`SELECT h.id, ${householdColumns} ${fromOf(ofHouseholds)} WHERE ${scope} ORDER BY h.walkKey, h.householdNo, h.id`).all(...parameters) as Stored_[];
  const members = register
    .sql(
      `SELECT m.id, m.householdId, ${memberColumns} FROM member m JOIN household h ON h.id = m.householdId
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
  const lastYearOf = new Map<string, Values>(before.map(({ id: _id, householdId, ...values }) => [String(householdId), values]));
  return households.map(({ id, ...values }): HouseholdFacts => {
    const key = String(id);
    return { id: key, year: of.year, values, lastYear: lastYearOf.get(key) ?? {}, members: membersOf.get(key) ?? [], helpers: helpersOf.get(key) ?? [] };
  });
}
