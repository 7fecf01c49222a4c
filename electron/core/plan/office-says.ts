import { Refusal } from '../../../shared/contract/errors.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import { isParameterKey, parameters } from '../../../shared/register/parameters.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { findKeyed, writeKeyed } from '../tables/keyed-record.ts';
import { dutySettings, planOf, rowSettings } from './plan-of.ts';
import { occurrences } from './recurrence.ts';

export interface Saying {
  readonly year: number;
  /** A row, a duty, or a parameter. */
  readonly of: string;
  readonly what: string;
  /** Of a parameter: from which day on. */
  readonly from: string;
  /** Null: as the plan has it. */
  readonly value: string | null;
  readonly why: string;
}

const numbers = new Set(['number', 'least', 'value']);
const days = new Set(['until', 'on']);
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && plainKinds.date.read(text, { today: '9999-12-31' }).ok;

/** What is set, in the clerk's words; refuses what cannot be set. */
function nameOf(register: RegisterFile, { year, of, what, from }: Saying): string {
  const { plan } = planOf(register, year);
  if (isParameterKey(of)) {
    if (what !== 'value') throw new Refusal('WRONG_USAGE', `“${parameters[of].label}”只能改数值`);
    if (!isDay(from)) throw new Refusal('VALUE_REFUSED', '标准要写明从哪一天起', { where: parameters[of].label, remedy: '请写成 2020-07-01 这样' });
    return `${parameters[of].label}，${from} 起`;
  }
  const row = plan.rows.find(({ id }) => id === of);
  const duty = plan.duties.find(({ key }) => key === of);
  const words: Readonly<Record<string, string>> = row ? rowSettings : duty ? dutySettings : {};
  const word = words[what];
  if (word === undefined) throw new Refusal('NOT_FOUND', `方案里没有“${of}”的“${what}”可改`, { remedy: '请在任务里选一条再改' });
  return `${of} ${(row ?? duty)?.title ?? ''}：${word}`;
}

function mustFit({ year, what, value }: Saying, where: string): void {
  if (value === null) return;
  if (value.trim() === '') throw new Refusal('VALUE_REFUSED', '改成什么还没有写', { where, remedy: '请填写，或者恢复方案原文' });
  if (numbers.has(what) && !(Number(value) >= 0)) throw new Refusal('VALUE_REFUSED', `“${value}”不是数`, { where, remedy: '请写数字' });
  if (days.has(what) && !isDay(value)) throw new Refusal('VALUE_REFUSED', `“${value}”不是日期`, { where, remedy: '请写成 2020-09-30 这样' });
  if (what !== 'rule') return;
  try {
    occurrences(value, year);
  } catch {
    throw new Refusal('VALUE_REFUSED', `“${value}”不是周期的写法`, { where, remedy: '例如每月 5 日：FREQ=MONTHLY;BYMONTHDAY=5' });
  }
}

/** The office changes its plan, or takes a change back: one command, with what says so. */
export function sayOfPlan(register: RegisterFile, saying: Saying): void {
  const name = nameOf(register, saying);
  mustFit(saying, name);
  const { year, of, what, from, value, why } = saying;
  const keys = { of, what, from: from === '' ? null : from };
  if (value === null) {
    const there = findKeyed(register, 'planSetting', keys, year);
    if (!there) throw new Refusal('NOT_FOUND', '这一条没有改过', { where: name });
    register.log.run({ kind: 'settings', label: `恢复方案原文：${name}` }, (writer) => writer.remove('entry', there.id));
    return;
  }
  if (why.trim() === '') throw new Refusal('VALUE_REFUSED', '改方案要写明依据', { where: name, remedy: '请写文号或来源' });
  register.log.run({ kind: 'settings', label: `改方案 ${name} → ${value}` }, (writer) => void writeKeyed(register, writer, 'planSetting', keys, { value: value.trim(), why: why.trim() }, year));
}

export interface SayDay {
  readonly day: string;
  /** Null: as the country's calendar has it. */
  readonly kind: '放假' | '上班' | null;
  /** Of which holiday a day off is one; '' for none. */
  readonly holiday: string;
  readonly why: string;
}

/** The office says of a day that it is worked or not, with what says so; or that is taken back. One command. */
export function sayOfDay(register: RegisterFile, { day, kind, holiday, why }: SayDay): void {
  const year = Number(day.slice(0, 4));
  if (kind === null) {
    const there = findKeyed(register, 'calendarDay', { day }, year);
    if (!there) throw new Refusal('NOT_FOUND', '这一天没有改过', { where: day });
    register.log.run({ kind: 'settings', label: `恢复日历：${day}` }, (writer) => writer.remove('entry', there.id));
    return;
  }
  if (why.trim() === '') throw new Refusal('VALUE_REFUSED', '改日历要写明依据', { where: day, remedy: '请写放假通知的文号' });
  register.log.run({ kind: 'settings', label: `改日历：${day} ${kind}${holiday === '' ? '' : `（${holiday}）`}` }, (writer) => void writeKeyed(register, writer, 'calendarDay', { day }, { kind, holiday: kind === '放假' ? holiday.trim() : null, why: why.trim() }, year));
}

export interface MarkDuty {
  readonly duty: string;
  readonly who: string;
  readonly due: string;
  /** Null: as its evidence has it. */
  readonly state: '已办' | '免办' | null;
  readonly why: string;
}

/** One occurrence of a duty is said to be done, with its proof, or excused, with the reason; or that is taken back. */
export function markDuty(register: RegisterFile, { duty, who, due, state, why }: MarkDuty, today: string): void {
  const year = Number(due.slice(0, 4));
  const found = planOf(register, year).plan.duties.find(({ key }) => key === duty);
  if (!found) throw new Refusal('NOT_FOUND', '方案里没有这项职责', { where: duty });
  const where = `${who}，${found.title}，${due}`;
  const keys = { duty, who, due };
  if (state === null) {
    const there = findKeyed(register, 'dutyMark', keys, year);
    if (!there) throw new Refusal('NOT_FOUND', '这一次没有记过', { where });
    register.log.run({ kind: 'edit', label: `取消职责记录：${where}` }, (writer) => writer.remove('entry', there.id));
    return;
  }
  if (why.trim() === '') throw new Refusal('VALUE_REFUSED', state === '已办' ? '记已办要写依据' : '记免办要写理由', { where, remedy: state === '已办' ? '请写文号、纪要或照片在哪里' : '请写清为什么这一次不用办' });
  register.log.run({ kind: 'edit', label: `${state}：${where}` }, (writer) => void writeKeyed(register, writer, 'dutyMark', keys, { state, on: today, why: why.trim() }, year));
}
