import { Refusal } from '../../../shared/contract/errors.ts';
import type { InspectionFinding } from '../../../shared/contract/inspections.ts';
import type { InspectionResult } from '../../../shared/register/codes/inspection-codes.ts';
import { inspectionOccasions } from '../../../shared/register/codes/inspection-codes.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { openProblems, type Proposal } from '../problems/open-problems.ts';
import { problemRows, saidOf } from '../problems/problem-rows.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { inspectedHousehold } from './inspected-household.ts';
import { currentInspection, inspectionHead, type By } from './inspection-log.ts';
import { topicsOf } from './topics.ts';

export interface Said {
  readonly household: number;
  readonly result: InspectionResult;
  /** Key of a topic, or '' where `about` says it in words. */
  readonly topic: string;
  readonly about: string;
  readonly said: string;
  readonly remark: string;
  readonly inspector: string;
}

/** Under which id a finding stands in the ledger of problems, for as long as the register lives. */
const problemKey = (number: number): string => `inspection/${number}`;

type Stored = Omit<InspectionFinding, 'problem'>;

const lines = `SELECT r.number, r.household, r.at, r.who, r.result, r.about, r.registered, r.said, r.remark, r.inspector, t.reason AS takenBack
  FROM inspectionResult r LEFT JOIN inspectionTakenBack t ON t.result = r.number WHERE r.inspection = ? ORDER BY r.number`;

/** What was found at the doors, in the order in which it was written, what was taken back among it. */
export function findingsOfInspection(register: RegisterFile, inspection: number, today: string): InspectionFinding[] {
  const states = new Map(problemRows(register, today).map(({ values, state }) => [saidOf(values, 'finding'), state === 'closed' ? 'closed' as const : 'open' as const]));
  return (register.sql(lines).all(inspection) as Stored[]).map((row) => ({ ...row, problem: states.get(problemKey(row.number)) ?? 'none' }));
}

/** Writes a line of what was found at a door. What the register says of it is told by the register. */
export function noteFinding(register: RegisterFile, asked: Said, { who, at, today }: By): InspectionFinding {
  const { inspection, year, householdId } = inspectedHousehold(register, asked.household);
  const [facts] = readFacts(register, { year, ids: [householdId] });
  if (!facts) throw new Refusal('NOT_FOUND', '这一户已不在登记册里');
  const where = textOf(facts.values, 'headName');
  const topic = asked.topic === '' ? undefined : topicsOf(facts).find(({ key }) => key === asked.topic);
  if (asked.topic !== '' && !topic) throw new Refusal('NOT_FOUND', '这一户没有这一项', { where, remedy: '请重新选项目' });
  const about = topic?.label ?? asked.about;
  if (asked.result === 'different' && about === '') throw new Refusal('VALUE_REFUSED', '没有写哪一项不一致', { where, remedy: '请选项目，或者写明是什么' });
  if (asked.result === 'different' && asked.said === '') throw new Refusal('VALUE_REFUSED', '没有写实际情况', { where, remedy: '请写入户看到、听到的是什么' });
  if (asked.result === 'notMet' && asked.remark === '') throw new Refusal('VALUE_REFUSED', '没有写为什么没见到人', { where, remedy: '请写原因；要换户的，用“换一户”' });
  const { lastInsertRowid } = register
    .sql('INSERT INTO inspectionResult (inspection, household, at, who, result, topic, about, registered, said, remark, inspector) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(inspection, asked.household, at, who, asked.result, asked.topic, about, topic?.registered ?? '', asked.said, asked.remark, asked.inspector);
  const made = findingsOfInspection(register, inspection, today).find(({ number }) => number === Number(lastInsertRowid));
  if (!made) throw new Error('The line that was written is not there');
  return made;
}

/** Takes a line back; it stays in the log with the reason. */
export function takeBackFinding(register: RegisterFile, finding: number, reason: string, { who, at, today }: By): void {
  const { number: inspection } = currentInspection(register);
  const found = findingsOfInspection(register, inspection, today).find(({ number }) => number === finding);
  if (!found) throw new Refusal('NOT_FOUND', '这次检查里没有这一条', { remedy: '请按 F5 刷新后再看' });
  if (found.takenBack !== null) throw new Refusal('NOT_ALLOWED', '这一条已经撤回了');
  register.sql('INSERT INTO inspectionTakenBack (result, at, who, reason) VALUES (?, ?, ?, ?)').run(finding, at, who, reason);
}

/** What was different becomes problems to be put right: one command; what stands in the ledger already is passed over. */
export function findingsToProblems(register: RegisterFile, { number, findings, values }: { readonly number: number; readonly findings: readonly number[]; readonly values: Readonly<Record<string, string>> }, { who, today }: By): { label: string; made: number; already: number } {
  const head = inspectionHead(register, number);
  const wanted = new Set(findings);
  const households = new Map((register.sql('SELECT number, householdId FROM inspectionHousehold WHERE inspection = ?').all(number) as { number: number; householdId: string }[]).map((each) => [each.number, each.householdId]));
  const chosen = findingsOfInspection(register, number, today).filter((each) => wanted.has(each.number) && each.result === 'different' && each.takenBack === null);
  if (chosen.length < wanted.size) throw new Refusal('VALUE_REFUSED', '有的不是“不一致”，或者已经撤回，不能列入整改', { remedy: '请按 F5 刷新后再选' });
  const facts = new Map(readFacts(register, { year: head.year, ids: [...new Set(chosen.map(({ household }) => households.get(household) ?? ''))] }).map((each) => [each.id, each]));
  const source = inspectionOccasions.find(({ value }) => value === head.occasion)?.source ?? '上级反馈';
  const proposals = chosen.map((each): Proposal => {
    const household = facts.get(households.get(each.household) ?? '');
    if (!household) throw new Refusal('NOT_FOUND', '有的户已不在登记册里，不能列入整改', { where: each.about, remedy: '请不要选这一条' });
    return {
      finding: problemKey(each.number), rule: '', householdId: household.id, town: '', village: '', person: '', whom: textOf(household.values, 'headName'),
      text: [`${each.about}：登记“${each.registered || '空'}”，实际“${each.said}”`, each.remark].filter((part) => part !== '').join('；'),
      posted: '登记情况和入户核查不一致', class: '数据信息', source, foundOn: head.day, foundBy: each.inspector || head.unit,
    };
  });
  return openProblems(register, proposals, values, { today, who });
}
