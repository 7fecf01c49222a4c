import type { Duplicate, Twin } from '../../../shared/contract/trash.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { shown } from '../../../shared/register/show-value.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';

const pairs = `SELECT 'number' AS why, a.id AS one, b.id AS other FROM member a JOIN member b ON substr(b.identityNo, 1, 18) = substr(a.identityNo, 1, 18) AND b.id > a.id
    WHERE length(a.identityNo) >= 15
  UNION ALL
  SELECT 'name', a.id, b.id FROM member a JOIN household ha ON ha.id = a.householdId
    JOIN member b ON b.name = a.name AND b.birthDate = a.birthDate AND b.id > a.id JOIN household hb ON hb.id = b.householdId
    WHERE ha.town IS hb.town AND (a.identityNo IS NULL OR b.identityNo IS NULL OR substr(a.identityNo, 1, 18) <> substr(b.identityNo, 1, 18))
  ORDER BY 1 DESC, 2, 3 LIMIT 500`;

function twin(register: RegisterFile, id: string): Twin {
  const row: Readonly<Record<string, Stored>> = register.rows.get('member', id) ?? {};
  const household: Readonly<Record<string, Stored>> = register.rows.get('household', String(row['householdId'])) ?? {};
  const count = (sql: string): number => (register.sql(sql).get(id) as { n: number }).n;
  return {
    memberId: id,
    householdId: String(row['householdId'] ?? ''),
    householdNo: String(household['householdNo'] ?? ''),
    village: String(household['village'] ?? ''),
    revision: register.log.revision,
    values: Object.fromEntries(storedFields('member').map(({ key }) => [key, row[key] === null || row[key] === undefined ? '' : shown(key, row[key])])),
    years: count('SELECT count(*) AS n FROM memberYear WHERE memberId = ?'),
    records: count('SELECT count(*) AS n FROM entry WHERE memberId = ?'),
  };
}

/** People who may be in the register twice: by the same number, or by name and birth date in one 乡镇 under different numbers. */
export function duplicatesOf(register: RegisterFile): Duplicate[] {
  const found = register.sql(pairs).all() as { why: Duplicate['why']; one: string; other: string }[];
  return found.map(({ why, one, other }) => ({ why, one: twin(register, one), other: twin(register, other) }));
}
