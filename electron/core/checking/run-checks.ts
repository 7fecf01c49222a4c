import type { CheckResult, FindingRow } from '../../../shared/contract/checking.ts';
import type { Around, Bearer } from '../../../shared/checks/rule.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';

/** Households whose rows are in memory at a time. */
const portion = 400;

/** Who shares a number with somebody else: `key` is the SQL of the number. */
function sharing(register: RegisterFile, key: string): Map<string, Bearer[]> {
  const rows = register
    .sql(
      `SELECT ${key} AS key, m.id AS memberId, m.householdId, m.name, coalesce(h.householdNo, '') AS householdNo
       FROM member m JOIN household h ON h.id = m.householdId
       WHERE ${key} IN (SELECT ${key} FROM member m WHERE ${key} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1) ORDER BY m.id`,
    )
    .all() as (Bearer & { key: string })[];
  const found = new Map<string, Bearer[]>();
  for (const { key: number, ...bearer } of rows) found.set(number, [...(found.get(number) ?? []), bearer]);
  return found;
}

/** Village names as the area tree has them, under the short and the full name of the street and of the village, and where no street is written. */
function villagesOf(register: RegisterFile): Set<string> {
  const rows = register
    .sql("SELECT t.name AS town, t.short AS townShort, v.name AS village, v.short AS villageShort FROM area v JOIN area t ON t.code = v.parent WHERE v.level = 'village'")
    .all() as { town: string; townShort: string; village: string; villageShort: string }[];
  return new Set(rows.flatMap((row) => ['', row.town, row.townShort].flatMap((town) => [row.village, row.villageShort].map((village) => `${town} ${village}`))));
}

/** Asks every rule of every household, in walking order; within a household by number of the rule. Linear in the rows. */
export async function checkRegister(register: RegisterFile, { year, today }: { year: number; today: string }, job: Job): Promise<CheckResult> {
  const around: Around = {
    year,
    today,
    sharingIdentity: sharing(register, 'substr(m.identityNo, 1, 18)'),
    sharingMemberNo: sharing(register, 'm.memberNo'),
    villages: villagesOf(register),
  };
  const ids = (register.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  const findings: FindingRow[] = [];
  const counts: Record<string, number> = {};
  for (let from = 0; from < ids.length; from += portion) {
    job.tell('正在核对', from, ids.length);
    await breathe(job);
    for (const household of readFacts(register, { year, ids: ids.slice(from, from + portion) })) {
      for (const rule of rules) {
        for (const { member, field, message, remedy } of rule.problems(household, around)) {
          counts[rule.number] = (counts[rule.number] ?? 0) + 1;
          findings.push({
            rule: rule.number,
            grade: rule.grade,
            household: textOf(household.values, 'householdNo'),
            householdId: household.id,
            memberId: member?.id ?? null,
            person: member ? textOf(member.values, 'name') : '',
            field,
            message,
            remedy: remedy ?? rule.remedy,
          });
        }
      }
    }
  }
  return { findings, counts, rules: rules.map(({ number, grade, title, why }) => ({ rule: number, grade, title, why })) };
}
