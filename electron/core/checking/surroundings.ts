import { limitsIn } from '../../../shared/checks/limits.ts';
import type { Around, Bearer, Sharing } from '../../../shared/checks/rule.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ratesOf } from '../tables/parameter-sets.ts';
import { ruleBookOf } from './rule-book.ts';

/** Of whom a check is: everybody, or the households of these ids. */
export type Whose = readonly string[] | 'all';

const ofThese = (key: string): Readonly<Record<'all' | 'these', string>> => ({
  all: `SELECT ${key} FROM member m WHERE ${key} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1`,
  these: `SELECT ${key} FROM member m WHERE ${key} IS NOT NULL AND m.householdId IN (SELECT value FROM json_each(?1))`,
});

const ofHouseholds = (key: string): Readonly<Record<'all' | 'these', string>> => ({
  all: `SELECT ${key} FROM household h WHERE ${key} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1`,
  these: `SELECT ${key} FROM household h WHERE ${key} IS NOT NULL AND h.id IN (SELECT value FROM json_each(?1))`,
});

const people = (key: string, of: 'all' | 'these'): string =>
  `SELECT ${key} AS key, m.id AS memberId, m.householdId, m.name, coalesce(h.householdNo, '') AS householdNo
   FROM member m JOIN household h ON h.id = m.householdId WHERE ${key} IN (${ofThese(key)[of]}) ORDER BY m.id`;

const households = (key: string, of: 'all' | 'these'): string =>
  `SELECT ${key} AS key, NULL AS memberId, h.id AS householdId, '' AS name, coalesce(h.householdNo, '') AS householdNo FROM household h WHERE ${key} IN (${ofHouseholds(key)[of]}) ORDER BY h.id`;

function sharing(register: RegisterFile, sql: string, whose: Whose): Sharing {
  const rows = register.sql(sql).all(...(whose === 'all' ? [] : [JSON.stringify(whose)])) as (Bearer & { key: string })[];
  const found = new Map<string, Bearer[]>();
  for (const { key, ...bearer } of rows) {
    const bearers = found.get(key);
    if (bearers) bearers.push(bearer);
    else found.set(key, [bearer]);
  }
  return found;
}

/** Village names as the area tree has them, under the short and the full name of the street and of the village, and where no street is written. */
function villagesOf(register: RegisterFile): Set<string> {
  const rows = register
    .sql("SELECT t.name AS town, t.short AS townShort, v.name AS village, v.short AS villageShort FROM area v JOIN area t ON t.code = v.parent WHERE v.level = 'village'")
    .all() as { town: string; townShort: string; village: string; villageShort: string }[];
  return new Set(rows.flatMap((row) => ['', row.town, row.townShort].flatMap((town) => [row.village, row.villageShort].map((village) => `${town} ${village}`))));
}

const helpersInRegister = `
  SELECT DISTINCT e.data ->> '$."helperRoster.name"' AS name FROM entry e
    JOIN member m ON substr(m.identityNo, 1, 18) = substr(e.data ->> '$."helperRoster.identityNo"', 1, 18) WHERE e.ledger = 'helperRoster'
  UNION SELECT DISTINCT p.helperName FROM helper p JOIN member m ON m.memberPhone = p.helperPhone AND m.name = p.helperName
    WHERE ?1 IS NULL OR p.householdId IN (SELECT value FROM json_each(?1))`;

function poorHelpers(register: RegisterFile, whose: Whose): Set<string> {
  const rows = register.sql(helpersInRegister).all(whose === 'all' ? null : JSON.stringify(whose)) as { name: string | null }[];
  return new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])));
}

/** 在校生状况 of the two years before. */
export function schoolingBefore(register: RegisterFile, year: number, households: readonly string[]): Map<string, [string, string]> {
  const rows = register
    .sql(
      `SELECT y.memberId, y.year, y.schooling FROM member m JOIN memberYear y ON y.memberId = m.id AND y.year IN (?1 - 1, ?1 - 2) AND y.schooling IS NOT NULL
       WHERE m.householdId IN (SELECT value FROM json_each(?2))`,
    )
    .all(year, JSON.stringify(households)) as { memberId: string; year: number; schooling: string }[];
  const found = new Map<string, [string, string]>();
  for (const row of rows) {
    let pair = found.get(row.memberId);
    if (!pair) found.set(row.memberId, (pair = ['', '']));
    pair[year - row.year === 1 ? 0 : 1] = row.schooling;
  }
  return found;
}

/** What rules may know beside the household that they look at. */
export function surroundings(register: RegisterFile, { year, today, whose }: { readonly year: number; readonly today: string; readonly whose: Whose }): Around {
  const of = whose === 'all' ? 'all' : 'these';
  return {
    year,
    today,
    day: dayInYear(year, today),
    limits: limitsIn(year, ruleBookOf(register).limits),
    rate: ratesOf(register, dayInYear(year, today)),
    sharingIdentity: sharing(register, people('substr(m.identityNo, 1, 18)', of), whose),
    sharingMemberNo: sharing(register, people('m.memberNo', of), whose),
    sharingPhone: sharing(register, households('h.householdPhone', of), whose),
    sharingCard: sharing(register, households('h.bankCard', of), whose),
    villages: villagesOf(register),
    poorHelpers: poorHelpers(register, whose),
    schoolingBefore: new Map(),
  };
}
