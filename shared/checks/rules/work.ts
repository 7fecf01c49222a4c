import { yearsOn } from '../../register/age.ts';
import type { RecordFacts } from '../../register/facts.ts';
import { labelOf } from '../../register/show-value.ts';
import { atWork } from '../../register/who.ts';
import type { Person } from '../person.ts';
import { ofHomes, ofPeople, ofRecords, type Rule } from '../rule.ts';
import { yuan } from '../words.ts';

const period = (record: RecordFacts, end: 'from' | 'until'): string => String(record.values[`workPeriod.${end}`] ?? '');
const wanted = ['workPeriod.firm', 'workPeriod.industry', 'workPeriod.channel', 'workPeriod.wage', 'workPeriod.direct'] as const;
const workColumns = 'workArea|workMonths';
const unable = new Set(['无劳动力', '丧失劳动力']);
const placed = (person: Person): boolean => !person.blank('workPlace') || atWork(person);
const kinds = (person: Person): string[] => person.text('publicPost').split(/[、，,;；/]/).filter((each) => each.trim() !== '');

/** Labour and work. */
export const workRules: readonly Rule[] = [
  ofPeople({
    id: 'R088', grade: 'W', title: '无劳动力、丧失劳动力却在务工', why: '两处对不上', remedy: '请核对劳动技能和务工情况', source: '核查程序、信息采集要求', reads: ['labour', workColumns],
    problem: (person) => unable.has(person.text('labour')) && person.works && { field: 'labour', message: `劳动技能是${person.text('labour')}，有务工记录` },
  }),
  ofPeople({
    id: 'R089', grade: 'W', title: '在校生有务工记录', why: '两处对不上', remedy: '请核对在校生状况和务工情况', source: '核查程序', reads: ['schooling', workColumns],
    problem: (person) => person.atSchool && person.works && { field: 'workArea', message: `在校生状况是${person.schooling}，有务工记录` },
  }),
  ofPeople({
    id: 'R090', grade: 'E', title: '未满 16 岁务工', why: '不得使用童工', remedy: '请核实出生日期和务工情况', source: '核查程序', reads: ['birthDate|identityNo', 'workArea|workMonths|ledger:workPeriod'],
    problem(person, { limits }) {
      const least = limits.workAge ?? 0;
      if (person.age !== null && person.age < least && person.works) return { field: 'workArea', message: `${person.age} 岁，有务工记录` };
      const early = person.records('workPeriod').find((record) => (yearsOn(person.text('birthDate'), period(record, 'from')) ?? least) < least);
      return early && { field: 'workPeriod.from', record: early, message: `${period(early, 'from')} 开始务工时未满 ${least} 岁` };
    },
  }),
  ofPeople({
    id: 'R091', grade: 'W', title: '特困供养人员在务工', why: '特困供养人员一般没有劳动能力', remedy: '请到民政局核对', source: '核查程序', reads: ['tekun', workColumns],
    problem: (person) => person.yes('tekun') && person.works && { field: 'tekun', message: '是特困供养人员，有务工记录' },
  }),
  ofPeople({
    id: 'R093-1', grade: 'W', title: '有务工地没有务工月数', why: '只填了一半', remedy: '请填写务工时间', source: '信息采集要求、核查程序', reads: ['workMonths', 'workArea|workPlace'],
    problem: (person) => placed(person) && (person.number('workMonths') ?? 0) === 0 && { field: 'workMonths', message: `务工地是${person.text('workPlace') || person.text('workArea')}，务工时间：${person.blank('workMonths') ? '空' : '0'}` },
  }),
  ofPeople({
    id: 'R093-2', grade: 'W', title: '有务工月数没有务工地', why: '只填了一半', remedy: '请填写务工区域和所在地', source: '信息采集要求、核查程序', reads: ['workMonths', 'workArea|workPlace'],
    problem: (person) => person.some('workMonths') && !placed(person) && { field: 'workArea', message: `务工 ${person.number('workMonths') ?? ''} 个月，务工区域：${person.text('workArea') || '空'}` },
  }),
  ofHomes({
    id: 'R094', grade: 'W', title: '有工资性收入，没有人务工', why: '收入说不清来源', remedy: '请核对务工情况和工资性收入', source: '信息采集要求、核查程序', reads: ['wageIncome', workColumns], may: ['publicPost'],
    problem: (home) => home.some('wageIncome') && home.present.length > 0 && !home.present.some((person) => person.works || !person.blank('publicPost') || placed(person)) && { field: 'wageIncome', message: `工资性收入 ${yuan(home.number('wageIncome') ?? 0)} 元，成员里没有务工和公益岗位记录` },
  }),
  ofHomes({
    id: 'R095', grade: 'W', title: '有人务工，工资性收入是 0', why: '收入漏算', remedy: '请核对工资性收入', source: '信息采集要求、核查程序', reads: ['wageIncome', workColumns],
    problem(home) {
      const workers = home.present.filter(({ works }) => works);
      return home.zero('wageIncome') && workers.length > 0 && { field: 'wageIncome', message: `${workers.map(({ name }) => name).join('、')}在务工，工资性收入是 0` };
    },
  }),
  ofPeople({
    id: 'R096', grade: 'W', title: '务工时间重叠', why: '一个人不会同时在两处务工', remedy: '请核对各段务工的起止时间', source: '核查程序', reads: ['workPeriod.from', 'workPeriod.until'],
    problem(person) {
      const periods = person.records('workPeriod').filter((record) => period(record, 'from') !== '').toSorted((a, b) => (period(a, 'from') < period(b, 'from') ? -1 : 1));
      const late = periods.find((record, at) => {
        const before = periods[at - 1];
        return before !== undefined && period(before, 'until') > period(record, 'from');
      });
      return late && { field: 'workPeriod.from', record: late, message: `${period(late, 'from')} 开始的一段，和前一段的结束时间重叠` };
    },
  }),
  ofRecords({
    id: 'R097', grade: 'W', ledger: 'workPeriod', title: '还没返回，结束时间已填或在以后', why: '两处对不上', remedy: '请核对是否返回和结束时间', source: '核查程序', reads: ['workPeriod.returned', 'workPeriod.until'],
    problem(record, _home, { today }) {
      const until = period(record, 'until');
      if (until === '') return undefined;
      if (record.values['workPeriod.returned'] === '否') return { field: 'workPeriod.until', message: `写的没有返回，结束时间是 ${until}` };
      return until > today && { field: 'workPeriod.until', message: `结束时间 ${until} 还没到` };
    },
  }),
  ofRecords({
    id: 'R098', grade: 'W', ledger: 'workPeriod', title: '务工月收入不可信', why: '多半是单位写错', remedy: '请核对月收入', source: '核查程序', reads: ['workPeriod.wage'],
    problem({ values }, _home, { limits }) {
      const wage = values['workPeriod.wage'];
      return typeof wage === 'number' && (wage < (limits.monthWageLeast ?? 0) || wage > (limits.monthWageMost ?? Infinity)) && { field: 'workPeriod.wage', message: `务工月收入 ${yuan(wage)} 元` };
    },
  }),
  ofRecords({
    id: 'R099', grade: 'W', ledger: 'workPeriod', title: '务工信息不全', why: '企业、行业、就业渠道、月收入、点对点都要填', remedy: '请补全务工信息', source: '核查程序', reads: ['ledger:workPeriod'],
    problem({ values }) {
      const missing = wanted.filter((key) => (values[key] ?? null) === null);
      return missing.length > 0 && { field: missing[0] ?? '', message: `没有填写${missing.map(labelOf).join('、')}` };
    },
  }),
  ofPeople({
    id: 'R100', grade: 'W', title: '务工地没有写到县', why: '地点太粗', remedy: '请把务工所在地写到县（市、区）', source: '核查程序', reads: ['workPlace'],
    problem: (person) => !person.blank('workPlace') && !/[县区旗]|[市州盟].+市|自治州.+市/.test(person.text('workPlace').replace(/自治区|特区/, '')) && { field: 'workPlace', message: `务工所在地是${person.text('workPlace')}` },
  }),
  ofRecords({
    id: 'R102-3', grade: 'W', ledger: 'publicPost', title: '公益岗位没有聘用时间', why: '只填了一半', remedy: '请填写聘用时间', source: '核查程序', reads: ['ledger:publicPost'],
    problem: ({ values }) => (values['publicPost.from'] ?? null) === null && { field: 'publicPost.from', message: `${String(values['publicPost.kind'] ?? '公益岗位')}没有聘用时间` },
  }),
  ofPeople({
    id: 'R103', grade: 'W', title: '一个人有三种以上公益岗位', why: '一人不应占多个岗位', remedy: '请到人社局核对', source: '核查程序', reads: ['publicPost'],
    problem: (person, { limits }) => kinds(person).length >= (limits.postKindsMost ?? Infinity) && { field: 'publicPost', message: `公益性岗位有 ${kinds(person).length} 种：${person.text('publicPost')}` },
  }),
  ofHomes({
    id: 'R105', grade: 'W', title: '有公益岗位，公益性岗位收入是 0', why: '收入漏算', remedy: '请核对公益性岗位收入', source: '核查程序', reads: ['publicPost', 'publicPostIncome'],
    problem(home) {
      const holders = home.present.filter((person) => !person.blank('publicPost'));
      return home.zero('publicPostIncome') && holders.length > 0 && { field: 'publicPostIncome', message: `${holders.map(({ name }) => name).join('、')}有公益岗位，公益性岗位收入是 0` };
    },
  }),
];
