import { numberOf, textOf, type MemberFacts } from '../../register/facts.ts';
import { atSchool, canWork, stageOf, type Stage } from '../../register/who.ts';
import { by, ofMember, ofPeople, recordsOf, running, type At, type PlanHome, type Target } from './target.ts';

/** Whether somebody boards, as the lists of the year say; null where none of them tells. */
export function boards(home: PlanHome, member: MemberFacts, at: Pick<At, 'year'>): boolean | null {
  for (const [ledger, key] of [['attendance', 'attendance.boarder'], ['studentAid', 'studentAid.boarder']] as const) {
    for (const { values } of ofMember(home, member, ledger, at)) {
      const said = textOf(values, key);
      if (said !== '') return said === '是';
    }
  }
  return null;
}

const aided = (home: PlanHome, member: MemberFacts, at: At): number =>
  ofMember(home, member, 'studentAid', at).reduce((sum, { values }) => sum + (numberOf(values, 'studentAid.amount') ?? 0), 0);

const aid = (row: string, means: string, meant: (member: MemberFacts, home: PlanHome, at: At) => boolean): Target =>
  ofPeople({
    row, means: `${means}，学生资助名单今年有资助金额的算完成`, ledgers: ['studentAid', 'attendance'], meant,
    why(member, home, at) {
      if (aided(home, member, at) > 0) return null;
      return row === 'S24' && boards(home, member, at) === null ? '没写是否寄宿，也没有资助' : '没有资助';
    },
  });

const at = (...stages: readonly Stage[]) => (member: MemberFacts): boolean => stages.some((stage) => stageOf(member) === stage);
const boarding = (stage: Stage) => (member: MemberFacts, home: PlanHome, when: At): boolean => stageOf(member) === stage && boards(home, member, when) === true;

export const educationAndJobTargets: readonly Target[] = [
  ofPeople({
    row: 'S20', means: '主要致贫原因是因学的户里的在校生，今年的学籍或资助名单上有的算建档', ledgers: ['pupil', 'studentAid'],
    meant: (member, { household }) => textOf(household.values, 'mainCause') === '因学' && atSchool(member),
    why: (member, home, when) => (ofMember(home, member, 'pupil', when).length + ofMember(home, member, 'studentAid', when).length > 0 ? null : '学籍、资助名单上都没有'),
  }),
  aid('S21', '在园幼儿', at('学前')),
  aid('S22', '寄宿的小学生', boarding('小学')),
  aid('S23', '寄宿的初中生', boarding('初中')),
  aid('S24', '不寄宿和没写是否寄宿的小学生、初中生', (member, home, when) => at('小学', '初中')(member) && boards(home, member, when) !== true),
  aid('S25', '普通高中学生', at('高中')),
  aid('S26', '中职学生', at('中职')),
  ofPeople({
    row: 'S27', means: '申请了助学贷款的大学生，已放款的算完成', ledgers: ['studentLoan'],
    meant: (member, home, when) => ofMember(home, member, 'studentLoan', when).some(({ values }) => textOf(values, 'studentLoan.asked') === '是'),
    why: (member, home, when) => (ofMember(home, member, 'studentLoan', when).some(({ values }) => textOf(values, 'studentLoan.granted') === '是') ? null : '申请了，没有放款'),
  }),
  ofPeople({
    row: 'S28', means: '特殊困难学生帮扶台账上的学生，写明帮扶人的算完成', ledgers: ['pupilHelp'],
    meant: (member, home, when) => ofMember(home, member, 'pupilHelp', when).length > 0,
    why: (member, home, when) => (ofMember(home, member, 'pupilHelp', when).some(({ values }) => textOf(values, 'pupilHelp.helper') !== '') ? null : '没有帮扶人'),
  }),
  running({ row: 'S29', means: '教师培训交流台账今年到当天的次数', ledgers: ['teacherWork'], on: { teacherWork: 'teacherWork.on' } }),
  running({ row: 'S30', means: '招聘和招工信息台账今年到当天的次数', ledgers: ['jobFair'], on: { jobFair: 'jobFair.on' } }),
  {
    row: 'S31', unit: '人', means: '有劳动力的人里，就业培训名单今年有的人；领了培训补贴的另列', ledgers: ['training'], dated: false, running: true,
    home(home, when, tally) {
      const trained = new Set(recordsOf(home, 'training', when).flatMap(({ memberId }) => memberId ?? []));
      if (trained.size > 0) tally.see();
      tally.add(0, trained.size);
      tally.read('有劳动力的人', home.here.filter(canWork).length, '人');
      tally.read('领了培训补贴', new Set(recordsOf(home, 'training', when).flatMap(({ memberId, values }) => (memberId !== null && (numberOf(values, 'training.subsidy') ?? 0) > 0 ? [memberId] : []))).size, '人');
    },
  },
  ofPeople({
    row: 'S32', means: '高校毕业生台账上的人，到当天已就业的算完成；没就业的都要帮到位', ledgers: ['graduate'], dated: true,
    meant: (member, home, when) => ofMember(home, member, 'graduate', when).length > 0,
    why: (member, home, when) => (ofMember(home, member, 'graduate', when).some((record) => textOf(record.values, 'graduate.employed') === '是' && (textOf(record.values, 'graduate.jobOn') === '' || by(record, 'graduate.jobOn', when))) ? null : '还没有就业'),
  }),
];
