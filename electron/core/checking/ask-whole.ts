import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { Around, Rule, Whole } from '../../../shared/checks/rule.ts';
import type { RecordFacts } from '../../../shared/register/facts.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';
import { findingOf } from './ask-rules.ts';

const sums = {
  farmland: "SELECT coalesce(h.town, '') AS town, h.village, sum(y.farmland) AS sum FROM householdYear y JOIN household h ON h.id = y.householdId WHERE y.year = ? AND h.village IS NOT NULL GROUP BY 1, 2",
  forest: "SELECT coalesce(h.town, '') AS town, h.village, sum(y.forest) AS sum FROM householdYear y JOIN household h ON h.id = y.householdId WHERE y.year = ? AND h.village IS NOT NULL GROUP BY 1, 2",
} as const;

function whole(register: RegisterFile, { year, today, limits }: Around): Whole {
  const records = new Map<string, readonly RecordFacts[]>();
  const lands = new Map<string, { town: string; village: string; sum: number | null }[]>();
  return {
    year,
    today,
    limits,
    records(ledger) {
      let found = records.get(ledger);
      if (!found) records.set(ledger, (found = readRecords(register, ledger).filter((record) => record.year === year || record.year === null)));
      return found;
    },
    villageSum(field, town, village) {
      if (field !== 'farmland' && field !== 'forest') throw new Error(`No sum of ${field} by village`);
      let rows = lands.get(field);
      if (!rows) lands.set(field, (rows = register.sql(sums[field]).all(year) as { town: string; village: string; sum: number | null }[]));
      return rows.filter((row) => row.village === village && (town === '' || row.town === town)).reduce((sum, row) => sum + (row.sum ?? 0), 0);
    },
  };
}

/** Asks the rules about what belongs to no household: villages, projects. */
export function askWhole(register: RegisterFile, rules: readonly Rule[], around: Around): FindingRow[] {
  const seen = new Map<string, number>();
  const looked = whole(register, around);
  return rules.flatMap((rule) => (rule.ofWhole?.(looked) ?? []).map((problem) => findingOf(rule, problem, null, seen)));
}
