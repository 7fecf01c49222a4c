import type { CheckResult, FindingRow, RuleCount } from '../../../shared/contract/checking.ts';
import type { Home } from '../../../shared/checks/home.ts';
import { numberOfRule, type Rule } from '../../../shared/checks/rule.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { askRules, ledgersOf } from './ask-rules.ts';
import { askWhole } from './ask-whole.ts';
import { type DataThere, dataThereNow } from './data-there.ts';
import { Excusing, readExemptions } from './exemptions.ts';
import { ruleBookOf, type RuleBook } from './rule-book.ts';
import { schoolingBefore, surroundings } from './surroundings.ts';
import { excusedLine, valuesRead, type ValueRead } from './values-read.ts';

/** Households that are looked at between two breaths, their rows in memory: other calls wait for no longer than that. */
const portion = 60;

export interface CheckOptions {
  readonly year: number;
  /** yyyy-MM-dd. */
  readonly today: string;
}

export interface CheckMore {
  /** Only these rules, by key or number. */
  readonly rules?: readonly string[] | undefined;
  /** Called with each finding that stands and the values that its rule read. */
  readonly each?: (finding: FindingRow, values: () => ValueRead[]) => void;
}

const heldIn = ({ years }: Rule, year: number): boolean => !years || ((years[0] ?? year) <= year && year <= (years[1] ?? year));

/** In which years a rule is asked, in words. */
function yearsSaid({ years: [from, until] = [null, null] }: Rule): string {
  if (from !== null && until !== null) return `${from} 至 ${until} 年才查`;
  return from !== null ? `${from} 年起才查` : `只查到 ${until} 年`;
}

/** Whether a rule is asked in a year, and what it lacks. */
export function stateOf(rule: Rule, year: number, there: DataThere, book: RuleBook): Pick<RuleCount, 'state' | 'lacks' | 'note'> {
  const off = book.off.get(rule.id);
  if (off !== undefined) return { state: 'off', lacks: [], note: off };
  const fault = book.own.find((own) => own.rule.id === rule.id)?.fault ?? '';
  if (fault !== '') return { state: 'faulty', lacks: [], note: fault };
  if (!heldIn(rule, year)) return { state: 'otherYears', lacks: [], note: yearsSaid(rule) };
  const lacks = rule.reads.filter((keys) => !keys.split('|').some((key) => there.has(key)));
  return { state: lacks.length > 0 ? 'noData' : 'asked', lacks, note: '' };
}

/** The rules that are asked of a register in a year. */
export const askedRules = (register: RegisterFile, year: number, there: DataThere): Rule[] => {
  const book = ruleBookOf(register);
  return book.rules.filter((rule) => stateOf(rule, year, there, book).state === 'asked');
};

/** Asks every rule of every household, in walking order; within a household by number of the rule. Linear in the rows. */
export async function checkRegister(register: RegisterFile, { year, today }: CheckOptions, job: Job, { rules: only, each }: CheckMore = {}): Promise<CheckResult> {
  const there = dataThereNow(register, year);
  const book = ruleBookOf(register);
  const wanted = only ? book.rules.filter(({ id }) => only.includes(id) || only.includes(numberOfRule(id))) : book.rules;
  const told = wanted.map((rule): RuleCount => ({ rule: rule.id, grade: rule.grade, title: rule.title, why: rule.why, source: rule.source, ...stateOf(rule, year, there, book) }));
  const asked = wanted.filter((_, at) => told[at]?.state === 'asked');
  const around = surroundings(register, { year, today, whose: 'all' });
  const excusing = new Excusing(readExemptions(register, 'all'), today);
  const ids = (register.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  const ledgers = ledgersOf(asked);
  const findings: FindingRow[] = [];
  const exempted: FindingRow[] = [];
  const counts: Record<string, number> = {};
  const take = (finding: FindingRow, values: () => ValueRead[]): void => {
    const { excused, reopened } = excusing.judge(finding, () => excusedLine(values()));
    if (excused) return void exempted.push(finding);
    counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
    const standing = reopened === '' ? finding : { ...finding, reopened };
    findings.push(standing);
    each?.(standing, values);
  };
  for (let from = 0; from < ids.length; from += portion) {
    job.tell('正在核对', from, ids.length);
    await breathe(job);
    const some = ids.slice(from, from + portion);
    const near = { ...around, schoolingBefore: schoolingBefore(register, year, some) };
    for (const household of readFacts(register, { year, ids: some, ledgers })) {
      askRules(asked, household, near, (finding, rule, home: Home) => take(finding, () => valuesRead(rule, finding, home)));
    }
  }
  for (const finding of askWhole(register, asked, around)) take(finding, () => [{ label: '问题', text: finding.message, reduced: finding.message, secret: false }]);
  return { year, day: around.day, findings, counts, rules: told, exempted, exemptions: excusing.list() };
}
