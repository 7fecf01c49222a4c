import { Refusal } from '../../../shared/contract/errors.ts';
import { calculators } from '../../../shared/plan/aid/index.ts';
import type { AidLine } from '../../../shared/plan/aid/calculator.ts';
import type { AidTable } from '../../../shared/contract/plan.ts';
import { isParameterKey, parameterOn } from '../../../shared/register/parameters.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import type { OnDay } from './plan-figures.ts';
import { planOf } from './plan-of.ts';

/** Works one calculation out for everybody, in walking order. */
export function workOutAid(register: RegisterFile, key: string, { year, day }: OnDay): AidTable {
  const calculator = calculators.find((each) => each.key === key);
  if (!calculator) throw new Refusal('NOT_FOUND', `没有“${key}”这种测算`, { remedy: `可以是 ${calculators.map((each) => each.key).join('、')}` });
  const { parameters } = planOf(register, year);
  const at = { year, day, parameter: (of: string, on: string) => (isParameterKey(of) ? parameterOn(of, on, parameters) : null), windows: () => [] };
  const { title, means, heads, ledgers } = calculator;
  const lacks = calculator.lacks?.(at) ?? '';
  const lines: AidLine[] = lacks !== '' ? [] : readFacts(register, { year, ledgers }).flatMap((household) => calculator.lines({ household, here: household.members.filter(isHere) }, at));
  const sum = (of: 'due' | 'paid' | 'owed'): number => lines.reduce((total, line) => total + (line[of] ?? 0), 0);
  return { key, title, means, heads, year, day, lacks, lines, sums: { due: sum('due'), paid: sum('paid'), owed: sum('owed') } };
}
