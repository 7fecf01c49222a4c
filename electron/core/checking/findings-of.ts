import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { askRules, ledgersOf } from './ask-rules.ts';
import { dataThere } from './data-there.ts';
import { type CheckOptions, stateOf } from './run-checks.ts';
import { shippedRules } from './rule-book.ts';
import { schoolingBefore, surroundings } from './surroundings.ts';

/** What the rules find in some households as they are now: for the marks of grid and card, after each edit. */
export function findingsOf(register: RegisterFile, households: readonly string[], { year, today }: CheckOptions): FindingRow[] {
  if (households.length === 0) return [];
  const there = dataThere(register, year);
  const asked = shippedRules.filter((rule) => stateOf(rule, year, there).state === 'asked');
  const around = { ...surroundings(register, { year, today, whose: households }), schoolingBefore: schoolingBefore(register, year, households) };
  const findings: FindingRow[] = [];
  for (const household of readFacts(register, { year, ids: households, ledgers: ledgersOf(asked) })) {
    askRules(asked, household, around, (finding) => findings.push(finding));
  }
  return findings;
}
