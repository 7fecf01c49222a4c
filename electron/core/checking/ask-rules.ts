import { createHash } from 'node:crypto';
import type { FindingRow } from '../../../shared/contract/checking.ts';
import { Home } from '../../../shared/checks/home.ts';
import type { Around, Problem, Rule } from '../../../shared/checks/rule.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { ledgerOfField } from '../../../shared/register/ledgers/index.ts';
import { findField } from '../../../shared/register/vocabulary.ts';

/** The same for the same rule, subject and field for as long as the register lives. */
const idOf = (...parts: readonly string[]): string => createHash('sha1').update(parts.join('|')).digest('hex').slice(0, 12);

/** Ledgers whose records the rules ask for. */
export function ledgersOf(rules: readonly Rule[]): string[] {
  const keys = rules.flatMap(({ reads, may = [] }) => [...reads, ...may]).flatMap((key) => key.split('|'));
  return [...new Set(keys.flatMap((key) => (key.startsWith('ledger:') ? [key.slice('ledger:'.length)] : findField(key)?.entity === 'entry' ? [ledgerOfField(key)] : [])))];
}

/** A problem as it is told: of what rule, of whom, where. */
export function findingOf(rule: Rule, { member, field, message, remedy, record }: Problem, facts: HouseholdFacts | null, seen: Map<string, number>): FindingRow {
  const key = [rule.id, facts?.id ?? '', member?.id ?? '', field, record?.id ?? ''];
  let id = idOf(...key);
  // Two problems of one field: told apart by their order.
  const before = seen.get(id) ?? 0;
  seen.set(id, before + 1);
  if (before > 0) id = idOf(...key, String(before));
  return {
    id,
    rule: rule.id,
    grade: rule.grade,
    household: facts ? textOf(facts.values, 'householdNo') : '',
    householdId: facts?.id ?? null,
    head: facts ? textOf(facts.values, 'headName') : '',
    town: facts ? textOf(facts.values, 'town') : '',
    village: facts ? textOf(facts.values, 'village') : '',
    memberId: member?.id ?? null,
    person: member ? textOf(member.values, 'name') : '',
    field,
    recordId: record?.id ?? null,
    message,
    remedy: remedy ?? rule.remedy,
    reopened: '',
  };
}

/** Asks rules of one household; `tell` gets each finding with the home that was looked at. */
export function askRules(rules: readonly Rule[], facts: HouseholdFacts, around: Around, tell: (finding: FindingRow, rule: Rule, home: Home) => void): void {
  const home = new Home(facts, around.day);
  let seen: Map<string, number> | undefined;
  for (const rule of rules) {
    const problems = rule.problems(home, around);
    if (problems.length === 0) continue;
    seen ??= new Map();
    for (const problem of problems) tell(findingOf(rule, problem, facts, seen), rule, home);
  }
}
