import { numberOf, textOf, type HouseholdFacts, type MemberFacts } from '../../register/facts.ts';
import { cases, contracted, hasSafeWater, isPaved, recordsIn } from '../../register/reached.ts';
import { atSchool, isDangerous, isIll, medicallyInsured } from '../../register/who.ts';
import { here, households, householdsWith, inYear, number, people, peopleOf, ratio, records, type OfHousehold, type OfMember } from '../columns.ts';
import { limits } from '../../checks/limits.ts';
import type { Asked, Line, Report, SaidColumn, Weigh } from '../report.ts';
import { area } from './area-columns.ts';
import { ofSchoolAge, perHousehold, perMember, perRecord } from './who.ts';

const ofVillage = (key: string): Weigh => ({ record }) => (record ? (numberOf(record.values, key) ?? 0) : 0);
const isPlain: OfHousehold = ({ values }) => textOf(values, 'liftState') === '一般农户';
const lifted: OfHousehold = ({ values }) => textOf(values, 'liftState').startsWith('已脱贫');

/** What a household takes part in to earn by, each once, with how much of it where a measure says so. */
function industries(household: HouseholdFacts, asked: Asked): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, scale = ''): void => {
    if (name !== '' && !(found.get(name) ?? '')) found.set(name, scale);
  };
  for (const { values } of recordsIn(household, 'measure').filter((record) => inYear(record, asked))) if (textOf(values, 'measure.class').includes('产业')) add(textOf(values, 'measure.name'), textOf(values, 'measure.scale'));
  for (const { values } of recordsIn(household, 'benefitProject').filter((record) => inYear(record, asked))) add(textOf(values, 'benefitProject.name'));
  add(textOf(household.values, 'industryHelp'));
  return found;
}
const industryAt = (at: number): SaidColumn => ({ head: [`产业${at + 1}`], said: ({ unit }, asked) => (unit.household ? ([...industries(unit.household, asked).keys()][at] ?? '') : ''), sensitivity: 'public', width: 38 });
const scales = ({ unit }: Line, asked: Asked): string => (unit.household ? [...industries(unit.household, asked)].flatMap(([name, scale]) => (scale === '' ? [] : [`${name} ${scale}`])).join('；') : '');

const casesOf = (member: MemberFacts, household: HouseholdFacts, asked: Asked): number => cases(household).filter((record) => record.memberId === member.id && inYear(record, asked)).length;
const treated: OfMember = (member, household, asked) => isIll(member) && casesOf(member, household, asked) > 0;
const refundKeys = ['medicalClaim.basic', 'medicalClaim.serious', 'medicalClaim.supplement', 'medicalClaim.relief', 'treatment.basic', 'treatment.serious', 'treatment.commercial', 'treatment.relief'];
const refunded: OfMember = (member, household, asked) =>
  isIll(member) && cases(household).some((record) => record.memberId === member.id && inYear(record, asked) && refundKeys.some((key) => (numberOf(record.values, key) ?? 0) > 0));

const powered = ({ values }: HouseholdFacts, word: string): boolean => textOf(values, 'livingPower') === word;

/** The national standard of the year in fen; 0 before there was one. */
const standard = (year: number): number => (limits.nationalLine.steps.findLast(([from]) => from <= year)?.[1] ?? 0) * 100;

/** What a household that is out of poverty must have, each told as reached, not reached with its reason, or not known. */
interface Guarantee {
  readonly key: string;
  readonly label: string;
  readonly means: string;
  readonly judge: (household: HouseholdFacts, asked: Asked) => { readonly reached: boolean | null; readonly why: string };
}

const names = (of: readonly MemberFacts[]): string => of.map(({ values }) => textOf(values, 'name')).join('、');
const lacking = (of: readonly MemberFacts[], word: string): { reached: boolean; why: string } => (of.length === 0 ? { reached: true, why: '' } : { reached: false, why: `${names(of)}${word}` });
const answered = (values: HouseholdFacts['values'], key: string, reached: boolean, why: string): { reached: boolean | null; why: string } => (textOf(values, key) === '' ? { reached: null, why: '' } : { reached, why: reached ? '' : why });

const guarantees: readonly Guarantee[] = [
  {
    key: 'income', label: '收入', means: '本年人均纯收入不低于国家当年标准；没填的算未填',
    judge({ values }, { year }) {
      const income = numberOf(values, 'perCapitaIncome');
      return income === null ? { reached: null, why: '' } : { reached: income >= standard(year), why: income >= standard(year) ? '' : `人均${(income / 100).toFixed(2)}元` };
    },
  },
  { key: 'school', label: '义务教育', means: '6至15周岁的人都在校', judge: (household, asked) => lacking(here(household).filter((member) => ofSchoolAge(member, household, asked) && !atSchool(member)), '未在校') },
  { key: 'medical', label: '基本医疗', means: '在册的人都参加了基本医保', judge: (household) => lacking(here(household).filter((member) => !medicallyInsured(member)), '未参保') },
  {
    key: 'house', label: '住房安全', means: '不是危房户，危房级别不是C级、D级；两项都没填的算未填',
    judge: (household) => (isDangerous(household) ? { reached: false, why: textOf(household.values, 'houseLevel') || '危房' } : { reached: textOf(household.values, 'dangerousHouse') === '' && textOf(household.values, 'houseLevel') === '' ? null : true, why: '' }),
  },
  { key: 'water', label: '饮水安全', means: '“是否解决安全饮用水”为是', judge: (household) => answered(household.values, 'safeWater', hasSafeWater(household), '未解决安全饮用水') },
  { key: 'road', label: '入户路', means: '入户路是水泥路、沥青路或硬化路', judge: (household) => answered(household.values, 'roadKind', isPaved(household), textOf(household.values, 'roadKind')) },
  { key: 'power', label: '生活用电', means: '“是否通生活用电”为是', judge: (household) => answered(household.values, 'livingPower', powered(household, '是'), '未通电') },
];
const all: OfHousehold = (household, asked) => guarantees.every(({ judge }) => judge(household, asked).reached === true);
const some = (reached: boolean | null): OfHousehold => (household, asked) => guarantees.some(({ judge }) => judge(household, asked).reached === reached);
const told = ({ label, judge }: Guarantee): SaidColumn => ({
  head: [label],
  said({ unit }: Line, asked) {
    if (!unit.household) return null;
    const { reached, why } = judge(unit.household, asked);
    return reached === null ? '未填' : reached ? '达标' : why === '' ? '未达标' : `未达标：${why}`;
  },
  // Reasons name people and what they lack.
  sensitivity: 'inside',
  width: 26,
});

/** Department sheets of a fixed frame (walls-and-forms.md §5.9) that no other report has. */
export const departmentReports: readonly Report[] = [
  {
    key: 'poverty-rate', title: '贫困发生率情况表', theme: '部门表', note: '扶贫部门表；乡村人口取村情况台账', period: 'year', ledgers: ['village'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '贫困发生率', of: { ledger: 'village', afterHouseholds: true }, by: 'village',
        columns: [
          number('rural', '乡村人口数', '人', ofVillage('village.people'), '村情况台账上的总人口数'),
          number('households', '建档立卡/户数', '户', households(), '在册还有人的户'),
          number('people', '建档立卡/人数', '人', people(), '在册的人'),
          number('lifted', '已脱贫/户数', '户', households(lifted), '脱贫属性为已脱贫的户'),
          number('liftedPeople', '已脱贫/人数', '人', peopleOf(lifted), '上述户的在册人口'),
          number('now', '本年脱贫人数', '人', peopleOf(({ values }, { year }) => numberOf(values, 'liftYear') === year), '脱贫年度为本年的户的在册人口'),
          number('back', '返贫人数', '人', peopleOf(({ values }) => textOf(values, 'liftState') === '返贫'), '脱贫属性为返贫的户的在册人口'),
          number('plain', '一般农户人数', '人', peopleOf(isPlain), '脱贫属性为一般农户的户的在册人口'),
          number('poor', '核验时贫困人口', '人', peopleOf((household, asked) => !lifted(household, asked) && !isPlain(household, asked)), '脱贫属性不是已脱贫、一般农户的户的在册人口，没填的也算'),
          ratio('rate', '贫困发生率', 'poor', 'rural', '核验时贫困人口 ÷ 乡村人口数'),
        ],
      },
    ],
    identities: [{ says: '已脱贫、一般农户与核验时贫困人口合起来应等于建档立卡人数', sheet: 'sum', left: ['liftedPeople', 'plain', 'poor'], right: ['people'] }],
  },
  {
    key: 'guarantees', title: '脱贫标准达标情况表', theme: '部门表', note: '收入、三保障、饮水、道路、用电逐户达标与未达标原因', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '达标情况', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          ...guarantees.map(({ key, label, means, judge }) => number(key, `达标户/${label}`, '户', households((household, asked) => judge(household, asked).reached === true), means)),
          number('all', '全部达标', '户', households(all), '各项都达标的户'),
          number('missed', '有未达标', '户', households(some(false)), '至少一项未达标的户'),
          number('unknown', '只有未填', '户', households((household, asked) => !some(false)(household, asked) && some(null)(household, asked)), '没有未达标、但有没填的户'),
          ratio('share', '达标率', 'all', 'households', '全部达标 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'list', title: '逐户达标情况', of: 'households', lines: perHousehold(), means: '在册的每一户，逐项达标或未达标的原因；吃穿由调查人填写', columns: [...area, { field: 'headName' }, { head: ['吃穿'], said: () => '', sensitivity: 'public', width: 18 }, ...guarantees.map(told)] },
    ],
    identities: [{ says: '全部达标、有未达标与只有未填合起来应等于户数', sheet: 'sum', left: ['all', 'missed', 'unknown'], right: ['households'] }],
  },
  {
    key: 'industry-kinds', title: '产业登记表', theme: '产业', note: '逐户登记参与的产业，最多三项', period: 'year', ledgers: ['benefitProject', 'measure'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '特色产业统计', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          ...[1, 2, 3].map((least) => number(`at${least}`, `参与产业的户/${['一项', '两项', '三项'][least - 1]}以上`, '户', households((household, asked) => industries(household, asked).size >= least), `受益项目、产业类措施和到户产业帮扶类型里有${least}项以上不同产业的户`)),
          ratio('share', '覆盖率', 'at1', 'households', '参与一项以上产业的户 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'list', title: '产业登记', of: 'households', lines: perHousehold(), means: '在册的每一户和它参与的产业；规模取帮扶措施台账', columns: [...area, { field: 'headName' }, { head: ['在册人口'], said: ({ unit }) => (unit.household ? here(unit.household).length : 0), sensitivity: 'public', width: 18 }, industryAt(0), industryAt(1), industryAt(2), { head: ['规模'], said: scales, sensitivity: 'public', width: 36 }] },
    ],
  },
  {
    key: 'treatment', title: '患病救治情况表', theme: '健康', note: '医疗部门表；附患病未救治名单', period: 'year', ledgers: ['medicalClaim', 'treatment', 'doctorContract'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '患病救治', of: 'households', by: 'village',
        columns: [
          number('households', '患病/户数', '户', householdsWith(isIll), '至少一人患有大病或长期慢性病的户'),
          number('ill', '患病/人数', '人', people(isIll), '健康状况里有“患有大病”或“长期慢性病”的人'),
          number('treated', '得到救治', '人', people(treated), '其中本年度医保报销或就医台账上有的人'),
          number('refunded', '得到报销', '人', people(refunded), '其中本年度有报销或救助金额的人'),
          number('untreated', '没有救治记录', '人', people((member, household, asked) => isIll(member) && !treated(member, household, asked)), '其中本年度两种台账上都没有的人'),
          ratio('share', '救治率', 'treated', 'ill', '得到救治 ÷ 患病人数'),
        ],
      },
      { kind: 'list', key: 'missing', title: '患病没有救治记录名单', of: 'households', lines: perMember((member, household, asked) => isIll(member) && !treated(member, household, asked)), means: '患病、本年度没有就医记录的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'health' }, { head: ['家庭医生签约'], said: ({ unit, member }) => (unit.household && member ? (contracted(member, unit.household) ? '是' : '否') : ''), sensitivity: 'public', width: 22 }, { field: 'memberPhone' }, { head: ['原因'], said: () => '', sensitivity: 'public', width: 36 }] },
    ],
    identities: [{ says: '得到救治与没有救治记录合起来应等于患病人数', sheet: 'sum', left: ['treated', 'untreated'], right: ['ill'] }],
  },
  {
    key: 'persuasion', title: '控辍保学劝返情况表', theme: '教育', note: '教育部门表；义务教育阶段未在校的人和劝返', period: 'year', ledgers: ['persuasion'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '控辍保学', of: 'households', by: 'village',
        columns: [
          number('due', '应接受义务教育', '人', people(ofSchoolAge), '到期末6至15周岁的人'),
          number('out', '未在校', '人', people((member, household, asked) => ofSchoolAge(member, household, asked) && !atSchool(member)), '其中不在校或没有填的人'),
          number('persuaded', '劝返/人数', '人', ({ household }, asked) => (household ? new Set(recordsIn(household, 'persuasion').filter((record) => inYear(record, asked)).map(({ memberId }) => memberId)).size : 0), '本年度劝返记录上有的人'),
          number('times', '劝返/次数', '次', records('persuasion'), '本年度劝返记录的条数'),
          number('back', '劝返/已返校', '人', ({ household }, asked) => (household ? new Set(recordsIn(household, 'persuasion').filter((record) => inYear(record, asked) && textOf(record.values, 'persuasion.back') === '是').map(({ memberId }) => memberId)).size : 0), '劝返记录写着已返校的人'),
          ratio('rate', '辍学率', 'out', 'due', '未在校 ÷ 应接受义务教育'),
        ],
      },
      { kind: 'list', key: 'list', title: '劝返记录', of: 'households', lines: perRecord('persuasion', inYear), means: '本年度的每一次劝返', columns: [...area, { field: 'name' }, { field: 'persuasion.school' }, { field: 'persuasion.left' }, { field: 'persuasion.guardian' }, { field: 'persuasion.phone' }, { field: 'persuasion.why' }, { field: 'persuasion.on' }, { field: 'persuasion.by' }, { field: 'persuasion.byPhone' }, { field: 'persuasion.manner' }, { field: 'persuasion.said' }, { field: 'persuasion.back' }] },
    ],
  },
  {
    key: 'power', title: '用电情况统计表', theme: '饮水道路', note: '供电部门表；附未接通名单', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '生活用电', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('on', '已通', '户', households((household) => powered(household, '是')), '“是否通生活用电”为是的户'),
          number('off', '未通', '户', households((household) => powered(household, '否')), '“是否通生活用电”为否的户'),
          number('unknown', '未填', '户', households((household) => powered(household, '')), '没有填的户'),
          ratio('share', '接通率', 'on', 'households', '已通 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未接通名单', of: 'households', lines: perHousehold((household) => !powered(household, '是')), means: '不是“是”的户，没填的也在内', columns: [...area, { field: 'group' }, { field: 'headName' }, { field: 'livingPower' }, { head: ['原因'], said: () => '', sensitivity: 'public', width: 40 }] },
    ],
    identities: [{ says: '已通、未通与未填合起来应等于户数', sheet: 'sum', left: ['on', 'off', 'unknown'], right: ['households'] }],
  },
  {
    key: 'village-offices', title: '村级办公场所与公共服务情况表', theme: '部门表', note: '组织部门表；取村情况台账', period: 'year', ledgers: ['village'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '办公场所与公告栏', of: { ledger: 'village' }, by: 'village',
        columns: [
          number('area', '办公场所/面积', '平方米', ofVillage('village.officeArea'), '村办公场所面积'),
          number('boards', '公告栏', '个', ofVillage('village.noticeBoards'), '公告栏个数'),
          number('clinics', '卫生室', '个', ofVillage('village.clinic'), '卫生室个数'),
          number('libraries', '文化（图书）室', '个', ofVillage('village.library'), '文化（图书）室个数'),
          number('toilets', '公共厕所', '个', ofVillage('village.toilets'), '公共卫生厕所个数'),
          number('rubbish', '垃圾集中堆放点', '个', ofVillage('village.rubbish'), '垃圾集中堆放点个数'),
        ],
      },
      { kind: 'list', key: 'list', title: '各村情况', of: { ledger: 'village' }, lines: perRecord('village', inYear), means: '村情况台账上的每一个村', columns: [{ field: 'village.town' }, { field: 'village.name' }, { field: 'village.officeStructure' }, { field: 'village.officeArea' }, { field: 'village.noticeBoards' }, { field: 'village.team' }, { field: 'village.bus' }, { field: 'village.paved' }] },
    ],
  },
];
