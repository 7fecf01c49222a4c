import { numberOf, textOf, type MemberFacts } from '../../register/facts.ts';
import { stageOf, type Stage } from '../../register/who.ts';
import { boards } from '../targets/education-and-jobs.ts';
import { by, ofMember as recordsOfMember, type PlanHome } from '../targets/target.ts';
import { fen, ofMember, type AidAt, type AidLine, type Calculator } from './calculator.ts';

const paidTo = (home: PlanHome, member: MemberFacts, at: AidAt): number =>
  recordsOfMember(home, member, 'studentAid', at).reduce((sum, { values }) => sum + (numberOf(values, 'studentAid.amount') ?? 0), 0);

/** Months until the day in which the child was there, each once. */
const monthsThere = (home: PlanHome, member: MemberFacts, at: AidAt): string[] => [
  ...new Set(recordsOfMember(home, member, 'attendance', at).flatMap((record) => (textOf(record.values, 'attendance.present') === '是' && by(record, 'attendance.month', at) ? [textOf(record.values, 'attendance.month')] : []))),
];

const yearly: Partial<Readonly<Record<Stage, string>>> = { 高中: 'seniorAid', 中职: 'vocationalAid' };

function line(home: PlanHome, member: MemberFacts, at: AidAt): AidLine | null {
  const stage = stageOf(member);
  if (stage === null || stage === '高等') return null;
  const paid = paidTo(home, member, at);
  const end = `${at.year}-12-31`;
  if (stage === '学前') {
    const months = monthsThere(home, member, at);
    if (months.length === 0) return ofMember(home, member, { by: '在园幼儿', paid, note: '没有出勤登记，算不出应发；方案按月1200元（通常是按年），请核对' });
    // Each month at the rate that held on its first day.
    const due = months.reduce((sum, month) => sum + (fen(at, 'kindergartenMonth', `${month}-01`) ?? 0), 0);
    return ofMember(home, member, { by: `在园幼儿，出勤 ${months.length} 个月`, due, paid, note: '方案按月1200元（通常是按年），标准可以在“标准”里改' });
  }
  const rate = yearly[stage];
  if (rate !== undefined) return ofMember(home, member, { by: `${stage}生`, due: fen(at, rate, end), paid });
  const boarding = boards(home, member, at);
  if (boarding === null) return ofMember(home, member, { by: `${stage}生`, paid, note: '没写是否寄宿，算不出应发' });
  const key = !boarding ? 'dayPupil' : stage === '小学' ? 'primaryBoarding' : 'juniorBoarding';
  return ofMember(home, member, { by: `${boarding ? '寄宿' : '非寄宿'}${stage}生`, due: fen(at, key, end), paid, note: boarding ? '' : '方案没有写750元是哪个学段，请教育局明确' });
}

export const educationAid: Calculator = {
  key: 'education', title: '学生资助应发、已发、欠发', heads: ['应发', '已发', '欠发'], ledgers: ['studentAid', 'attendance'],
  means: '幼儿按实际出勤月，每月一份；小学、初中按是否寄宿，高中、中职按年；标准按“标准”里当时的数；已发是学生资助名单今年的资助金额',
  lines: (home, at) => home.here.flatMap((member) => line(home, member, at) ?? []),
};
