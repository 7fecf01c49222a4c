import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';

const inVillage = "SELECT max(householdNo) AS no FROM household WHERE village = ? AND length(householdNo) = (SELECT length(householdNo) FROM household WHERE village = ?1 AND householdNo NOT GLOB '*[^0-9]*' GROUP BY length(householdNo) ORDER BY count(*) DESC LIMIT 1) AND householdNo NOT GLOB '*[^0-9]*'";
const taken = 'SELECT 1 FROM household WHERE householdNo = ?';

/**
 * Numbers for households that have none yet: one after the other behind the greatest that its village has. A proposal alone: the
 * upper system gives the number in the end. `used` are those that the new rows themselves bear.
 */
export function numberProposer(register: RegisterFile, used: ReadonlySet<string>): (village: Stored | undefined) => string | null {
  const given = new Set(used);
  return (village) => {
    if (typeof village !== 'string') return null;
    const { no } = register.sql(inVillage).get(village) as { no: string | null };
    if (no === null) return null;
    let next = BigInt(no);
    let found: string;
    do {
      next += 1n;
      found = String(next).padStart(no.length, '0');
    } while (given.has(found) || register.sql(taken).get(found) !== undefined);
    given.add(found);
    return found;
  };
}
