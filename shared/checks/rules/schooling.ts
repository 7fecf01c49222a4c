import { ledgerOf } from '../../register/ledgers/index.ts';
import { ofHomes, ofPeople, ofRecords, type Rule } from '../rule.ts';
import { yuan } from '../words.ts';

const yulu = ledgerOf('incomeDetail').fields.find(({ label }) => label.startsWith('雨露计划'))?.key ?? '';
const vocational = /^(中职|高职高专|技师学院)/;

/** Stages as lists of aid say them, and the 在校生状况 that belongs to each. */
const stages: readonly (readonly [said: RegExp, means: RegExp])[] = [
  [/学前|幼儿/, /^学前教育$/],
  [/小学/, /^小学$/],
  [/初中|中学/, /^[七八九]年级$/],
  [/中职|职高|中专/, /^中职/],
  [/高中/, /^普通高中/],
  [/大学|本科|高职|大专|高校/, /^(高职高专|本科|技师学院|大专及以上|硕士)/],
];

/** Of each person, what belongs to it by name or record. */
export const schoolingRules: readonly Rule[] = [
  ofPeople({
    id: 'R055', grade: 'E', title: '义务教育阶段没有上学，也没有原因', why: '义务教育有保障是硬线', remedy: '请到教育局核实；确实不能上学的写明原因', source: '核查程序、信息采集要求', reads: ['schooling', 'birthDate|identityNo'], may: ['dropoutReason'],
    problem: (person, { limits }) =>
      person.aged(limits.schoolAge, limits.schoolAgeEnd) && !person.atSchool && person.blank('dropoutReason') && { field: 'schooling', message: `${person.age ?? ''} 岁，在校生状况：${person.schooling || '空'}，没有写明原因` },
  }),
  ofPeople({
    id: 'R061', grade: 'W', title: '三年在同一个年级', why: '在校生状况没有逐年更新', remedy: '请核对在校生状况', source: '信息采集要求', reads: ['schooling'],
    problem(person, { schoolingBefore }) {
      const before = schoolingBefore.get(person.id);
      return before !== undefined && person.schooling.endsWith('年级') && before.every((each) => each === person.schooling) && { field: 'schooling', message: `连续三年都是${person.schooling}` };
    },
  }),
  ofPeople({
    id: 'R064', grade: 'I', title: '大专以上文化程度没有就业', why: '少见，可能漏填', remedy: '请核实就业情况', source: '核查程序', reads: ['education', 'workArea|workMonths'], may: ['publicPost'],
    problem: (person, { limits }) =>
      /大专|本科/.test(person.text('education')) && person.aged(limits.workAge, limits.workAgeEnd) && !person.works && person.blank('publicPost') && { field: 'workArea', message: `文化程度是${person.text('education')}，没有务工记录` },
  }),
  ofPeople({
    id: 'R065', grade: 'E', title: '享受雨露计划，不是中职、高职学生', why: '雨露计划只补中职、高职、技师学生', remedy: '请到教育局核对', source: '核查程序', reads: ['schooling', 'ledger:studentAid|ledger:incomeDetail'],
    problem(person) {
      if (vocational.test(person.schooling)) return undefined;
      const record = person.records('studentAid').find(({ values }) => /雨露/.test(String(values['studentAid.stage'] ?? ''))) ?? person.records('incomeDetail').find(({ values }) => Number(values[yulu] ?? 0) > 0);
      return record && { field: 'schooling', record, message: `有雨露计划补助，在校生状况：${person.schooling || '空'}` };
    },
  }),
  ofPeople({
    id: 'R066', grade: 'W', title: '因病、因残失学，健康状况却是健康', why: '两处对不上', remedy: '请核对失学原因和健康状况', source: '核查程序', reads: ['dropoutReason', 'health'],
    problem: (person) => /病|残/.test(person.text('dropoutReason')) && person.healthy && { field: 'health', message: `失学或辍学原因是${person.text('dropoutReason')}，健康状况是健康` },
  }),
  ofHomes({
    id: 'R067', grade: 'W', title: '因学致贫，户里没有学生', why: '致贫原因和家庭情况对不上', remedy: '请核对致贫原因和在校生状况', source: '信息采集要求', reads: ['mainCause', 'schooling'],
    problem: (home) => home.cause('因学') && home.present.length > 0 && !home.present.some(({ atSchool }) => atSchool) && { field: 'mainCause', message: '主要致贫原因是因学，成员里没有在校生' },
  }),
  ofRecords({
    id: 'R068', grade: 'W', ledger: 'studentAid', title: '资助学段和在校生状况不符', why: '可能发错了', remedy: '请到教育局核对学段', source: '本办', reads: ['ledger:studentAid', 'schooling'],
    problem({ memberId, values }, { members }) {
      const schooling = members.find(({ id }) => id === memberId)?.schooling ?? '';
      const said = String(values['studentAid.stage'] ?? '');
      const stage = stages.find(([words]) => words.test(said));
      return stage !== undefined && schooling !== '' && !stage[1].test(schooling) && { field: 'schooling', message: `按${said}发的资助，在校生状况是${schooling}` };
    },
  }),
  ofRecords({
    id: 'R069', grade: 'W', ledger: 'studentAid', title: '寄宿补助和是否寄宿不符', why: '寄宿生和走读生标准不同', remedy: '请到教育局核对是否寄宿和金额', source: '明扶贫发〔2020〕1号', reads: ['studentAid.boarder', 'studentAid.amount'],
    problem({ values }, _home, { rate }) {
      const amount = values['studentAid.amount'];
      if (typeof amount !== 'number' || amount === 0) return undefined;
      // A list may be of a year or of a term.
      const is = (...rates: (number | null)[]): boolean => rates.some((each) => amount === each || amount * 2 === each);
      const boards = values['studentAid.boarder'];
      const wrong = (boards === '否' && is(rate('primaryBoarding'), rate('juniorBoarding'))) || (boards === '是' && is(rate('dayPupil')));
      return wrong && { field: 'studentAid.amount', message: `${boards === '是' ? '寄宿生' : '走读生'}，发的是 ${yuan(amount)} 元` };
    },
  }),
];
