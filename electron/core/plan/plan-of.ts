import preset2020 from '../../../resources/plans/2020.json' with { type: 'json' };
import { Refusal } from '../../../shared/contract/errors.ts';
import type { ParameterSet } from '../../../shared/register/parameters.ts';
import { planSchema, type Duty, type PlanRow, type YearPlan } from '../../../shared/plan/year-plan.ts';
import { textOf, type RecordFacts } from '../../../shared/register/facts.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';
import { officeCalendar, ownDays, type WorkCalendar } from './work-calendar.ts';
import { parameterSets } from '../tables/parameter-sets.ts';

/** Every plan that ships: one file a year. */
export const shippedPlans: readonly YearPlan[] = [preset2020].map((plan) => planSchema.parse(plan));

/** What an office may set of a row, of a duty; a parameter has its value from a day on. */
export const rowSettings = { title: '内容', number: '数量', quota: '要求', until: '期限', units: '责任单位' } as const;
export const dutySettings = { rule: '周期', least: '次数', on: '日期', title: '内容' } as const;

export interface PlanSetting {
  readonly id: string;
  readonly of: string;
  readonly what: string;
  readonly from: string;
  readonly value: string;
  readonly why: string;
}

/** A year's plan as the office works by it. */
export interface OfficePlan {
  readonly plan: YearPlan;
  readonly settings: readonly PlanSetting[];
  readonly parameters: readonly ParameterSet[];
  /** Working days and holidays as the office has them. */
  readonly calendar: WorkCalendar;
}

const settingOf = ({ id, values }: RecordFacts): PlanSetting => {
  const text = (name: string): string => textOf(values, `planSetting.${name}`);
  return { id, of: text('of'), what: text('what'), from: text('from'), value: text('value'), why: text('why') };
};

function rowWith(row: PlanRow, settings: readonly PlanSetting[]): PlanRow {
  let set = row;
  for (const { of, what, value } of settings) {
    if (of !== row.id) continue;
    if (what === 'number') set = { ...set, number: Number(value) };
    else if (what === 'units') set = { ...set, units: value.split('、') };
    else if (what === 'title' || what === 'quota' || what === 'until') set = { ...set, [what]: value };
  }
  return set;
}

function dutyWith(duty: Duty, settings: readonly PlanSetting[]): Duty {
  let set = duty;
  for (const { of, what, value } of settings) {
    if (of !== duty.key) continue;
    if (what === 'least') set = { ...set, least: Number(value) };
    else if (what === 'rule' || what === 'on' || what === 'title') set = { ...set, [what]: value };
  }
  return set;
}

/** The plan of a year: what ships, with what the office changed. Refuses a year without one. */
export function planOf(register: RegisterFile, year: number): OfficePlan {
  const shipped = shippedPlans.find((each) => each.year === year);
  if (!shipped) throw new Refusal('NOT_FOUND', `还没有 ${year} 年的方案`, { where: `现有 ${shippedPlans.map((each) => each.year).join('、')} 年`, remedy: '请在窗口上方选有方案的年度' });
  const settings = readRecords(register, 'planSetting').filter((record) => record.year === year).map(settingOf);
  return {
    plan: { ...shipped, rows: shipped.rows.map((row) => rowWith(row, settings)), duties: shipped.duties.map((duty) => dutyWith(duty, settings)) },
    settings,
    parameters: parameterSets(register),
    calendar: officeCalendar(ownDays(readRecords(register, 'calendarDay'))),
  };
}
