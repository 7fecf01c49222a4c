import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { askRules, ledgersOf } from './ask-rules.ts';
import { type DataThere, dataThere } from './data-there.ts';
import { Excusing, readExemptions } from './exemptions.ts';
import { askedRules, type CheckOptions } from './run-checks.ts';
import { schoolingBefore, surroundings } from './surroundings.ts';
import { excusedLine, valuesRead } from './values-read.ts';

/** A finding, and its values as an exemption keeps them. */
export interface Looked {
  readonly finding: FindingRow;
  readonly line: string;
}

/** Everything that the rules find in some households as they are now, excused or not; `lines`: with the values. */
export function lookAt(register: RegisterFile, households: readonly string[], { year, today }: CheckOptions, there: DataThere): (Looked & { readonly excused: boolean })[] {
  if (households.length === 0) return [];
  const asked = askedRules(register, year, there);
  const around = { ...surroundings(register, { year, today, whose: households }), schoolingBefore: schoolingBefore(register, year, households) };
  const excusing = new Excusing(readExemptions(register, households), today);
  const found: (Looked & { excused: boolean })[] = [];
  for (const household of readFacts(register, { year, ids: households, ledgers: ledgersOf(asked) })) {
    askRules(asked, household, around, (finding, rule, home) => {
      const line = excusedLine(valuesRead(rule, finding, home));
      const { excused, reopened } = excusing.judge(finding, () => line);
      found.push({ finding: reopened === '' ? finding : { ...finding, reopened }, line, excused });
    });
  }
  return found;
}

/** What the rules find in some households as they are now: for the marks of grid and card, after each edit. */
export function findingsOf(register: RegisterFile, households: readonly string[], options: CheckOptions): FindingRow[] {
  return lookAt(register, households, options, dataThere(register, options.year)).filter(({ excused }) => !excused).map(({ finding }) => finding);
}
