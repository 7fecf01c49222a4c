import { lastDayOf, periodWords, stepWords, type CycleStep } from '../../../shared/cycle/month.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { planOf } from '../plan/plan-of.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { writeKeyed } from '../tables/keyed-record.ts';
import { dispatchKind } from './month-of.ts';

export interface StepDone {
  readonly period: string;
  readonly step: Exclude<CycleStep, 'collect'>;
  readonly on: string;
  readonly by: string;
  /** What was decided, or what else is to be said. */
  readonly note: string;
  /** Of the report: which groups; absent: all of them. */
  readonly groups?: readonly string[] | undefined;
}

/** Writes down that a step of a month was done, in the ledger that proves it: one command. */
export function stepDone(register: RegisterFile, { period, step, on, by, note, groups }: StepDone, today: string): { label: string } {
  const where = `${periodWords(period)}${stepWords[step]}`;
  const year = Number(period.slice(0, 4));
  const { plan } = planOf(register, year);
  if (by.trim() === '') throw new Refusal('VALUE_REFUSED', step === 'dispatch' ? '没有写主持人' : '没有写经办人', { where, remedy: '请写姓名' });
  if (on > today) throw new Refusal('VALUE_REFUSED', '办理日期还没有到', { where: on, remedy: '请写今天或以前的日期' });
  if (on < `${period}-01`) throw new Refusal('VALUE_REFUSED', '办理日期在这个月以前', { where: on, remedy: `请写 ${period}-01 以后的日期` });
  if (step === 'dispatch' && (note.trim() === '' || on > lastDayOf(period))) {
    throw note.trim() === '' ? new Refusal('VALUE_REFUSED', '没有写议定事项', { where, remedy: '请写会上定了什么、谁办、什么时候办完' }) : new Refusal('VALUE_REFUSED', '调度会要在当月开', { where: on, remedy: `请写 ${lastDayOf(period)} 以前的日期` });
  }
  const strange = groups?.find((group) => !plan.sixGroups.includes(group));
  if (strange !== undefined) throw new Refusal('NOT_FOUND', `方案里没有“${strange}”`, { remedy: `可以是${plan.sixGroups.join('、')}` });
  const reported = groups ?? plan.sixGroups;
  const label = `记${where}已办${step === 'report' && reported.length < plan.sixGroups.length ? `：${reported.join('、')}` : ''}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    const paper = (group: string, kind: string): void => void writeKeyed(register, writer, 'monthlyPaper', { group, kind, month: period }, { on, by: by.trim(), remark: note.trim() }, year);
    if (step === 'check') writeKeyed(register, writer, 'cycleStep', { period, step: stepWords.check }, { on, by: by.trim(), note: note.trim() }, year);
    else if (step === 'report') for (const group of reported) paper(group, '月报告');
    else if (step === 'bulletin') paper('区扶贫办', '月通报');
    else writeKeyed(register, writer, 'meeting', { unit: '区扶贫办', kind: dispatchKind, on }, { topic: `${periodWords(period)}“五个一批”调度`, leader: by.trim(), decided: note.trim() }, year);
  });
  return { label };
}
