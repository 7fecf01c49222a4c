import type { CheckResult, FindingRow, RuleCount } from '../../../shared/contract/checking.ts';
import type { Rule } from '../../../shared/checks/rule.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { askRules, ledgersOf } from './ask-rules.ts';
import { askWhole } from './ask-whole.ts';
import { type DataThere, dataThereNow } from './data-there.ts';
import { shippedRules } from './rule-book.ts';
import { schoolingBefore, surroundings } from './surroundings.ts';

/** Households whose rows are in memory at a time. */
const portion = 400;

export interface CheckOptions {
  readonly year: number;
  /** yyyy-MM-dd. */
  readonly today: string;
}

const heldIn = ({ years }: Rule, year: number): boolean => !years || ((years[0] ?? year) <= year && year <= (years[1] ?? year));

/** Whether a rule is asked in a year, and what it lacks. */
export function stateOf(rule: Rule, year: number, there: DataThere): Pick<RuleCount, 'state' | 'lacks'> {
  if (!heldIn(rule, year)) return { state: 'otherYears', lacks: [] };
  const lacks = rule.reads.filter((keys) => !keys.split('|').some((key) => there.has(key)));
  return { state: lacks.length > 0 ? 'noData' : 'asked', lacks };
}

/** Asks every rule of every household, in walking order; within a household by number of the rule. Linear in the rows. */
export async function checkRegister(register: RegisterFile, { year, today }: CheckOptions, job: Job): Promise<CheckResult> {
  const there = dataThereNow(register, year);
  const told = shippedRules.map((rule): RuleCount => ({ rule: rule.id, grade: rule.grade, title: rule.title, why: rule.why, source: rule.source, ...stateOf(rule, year, there) }));
  const asked = shippedRules.filter((_, at) => told[at]?.state === 'asked');
  const around = surroundings(register, { year, today, whose: 'all' });
  const ids = (register.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  const ledgers = ledgersOf(asked);
  const findings: FindingRow[] = [];
  const counts: Record<string, number> = {};
  for (let from = 0; from < ids.length; from += portion) {
    job.tell('正在核对', from, ids.length);
    await breathe(job);
    const some = ids.slice(from, from + portion);
    const near = { ...around, schoolingBefore: schoolingBefore(register, year, some) };
    for (const household of readFacts(register, { year, ids: some, ledgers })) {
      askRules(asked, household, near, (finding) => {
        counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
        findings.push(finding);
      });
    }
  }
  for (const finding of askWhole(register, asked, around)) {
    counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
    findings.push(finding);
  }
  return { findings, counts, rules: told };
}
