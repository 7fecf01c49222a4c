import { here, households, number, people, ratio } from '../columns.ts';
import type { Report } from '../report.ts';
import { isLow } from '../../plan/low-income.ts';
import { atSchool, atWork, canWork, isChronic, isDisabled, isGravelyIll, isMonitored, medicallyInsured, onDibao, onSupport, onTekun } from '../../register/who.ts';
import { isOld, perHousehold, perMember } from './who.ts';

/** Who is in the register, by name and by number. */
export const rosterReports: readonly Report[] = [
  {
    key: 'households', title: '建档立卡户花名册', theme: '花名册', note: '一户一行，报街道、区扶贫办', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'list', key: 'list', title: '户花名册', of: 'households', lines: perHousehold(), means: '登记册里还有人的每一户',
        columns: [
          { field: 'town' }, { field: 'village' }, { field: 'group' }, { field: 'householdNo' }, { field: 'headName' }, { field: 'headIdentityNo' },
          { head: ['在册人口'], said: ({ unit }) => (unit.household ? here(unit.household).length : 0), sensitivity: 'public', width: 16 },
          { field: 'householdKind' }, { field: 'liftState' }, { field: 'liftYear' }, { field: 'mainCause' }, { field: 'perCapitaIncome' },
          { field: 'helperName' }, { field: 'helperUnit' }, { field: 'householdPhone' },
        ],
        sums: ['在册人口'],
      },
    ],
  },
  {
    key: 'people', title: '建档立卡人口花名册', theme: '花名册', note: '一人一行，报街道、区扶贫办', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'list', key: 'list', title: '人口花名册', of: 'households', lines: perMember(), means: '登记册里在册的每一个人；死亡、转出、清退的不算',
        columns: [
          { field: 'town' }, { field: 'village' }, { field: 'householdNo' }, { field: 'headName' }, { field: 'name' }, { field: 'relation' }, { field: 'sex' }, { field: 'birthDate' }, { field: 'identityNo' },
          { field: 'ethnicGroup' }, { field: 'education' }, { field: 'schooling' }, { field: 'health' }, { field: 'labour' }, { field: 'memberPhone' },
        ],
      },
    ],
  },
  {
    key: 'villages', title: '村级情况汇总表', theme: '花名册', note: '各村户数、人数和各类人群', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '村级情况汇总', of: 'households', by: 'village',
        columns: [
          number('households', '建档立卡/户数', '户', households(), '在册还有人的户'),
          number('people', '建档立卡/人数', '人', people(), '在册的人'),
          number('low', '人均纯收入低于6000元/户数', '户', households(isLow), '年人均纯收入低于6000元的户；没有收入的不算'),
          number('lowPeople', '人均纯收入低于6000元/人数', '人', (unit) => (unit.household && isLow(unit.household) ? here(unit.household).length : 0), '上述户的人'),
          number('monitored', '监测对象/户数', '户', households(isMonitored), '有监测类别、风险还没有消除的户'),
          number('dibao', '兜底保障/低保', '人', people(onDibao), '“是否享受低保”为是的人'),
          number('tekun', '兜底保障/特困', '人', people(onTekun), '“是否特困供养人员”为是的人'),
          number('support', '兜底保障/合计', '人', people(onSupport), '低保或特困，一人只算一次'),
          number('disabled', '健康/残疾', '人', people(isDisabled), '填了残疾类别，或健康状况里有“残疾”的人'),
          number('gravely', '健康/大病', '人', people(isGravelyIll), '健康状况里有“患有大病”的人'),
          number('chronic', '健康/慢性病', '人', people(isChronic), '健康状况里有“长期慢性病”的人'),
          number('pupils', '在校生', '人', people(atSchool), '在校生状况为学前教育到大专及以上的人'),
          number('old', '60岁以上', '人', people(isOld), '到期末满60周岁的人'),
        ],
      },
    ],
  },
  {
    key: 'labour', title: '劳动力情况统计表', theme: '花名册', note: '扶贫、人社部门用；附无劳动能力户名单', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '劳动力情况', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('people', '人数', '人', people(), '在册的人'),
          number('able', '有劳动力/户数', '户', households((household) => here(household).some(canWork)), '至少一人是普通、技能或弱（半）劳动力'),
          number('unable', '无劳动力/户数', '户', households((household) => !here(household).some(canWork)), '没有人是普通、技能或弱（半）劳动力'),
          number('unablePeople', '无劳动力/人数', '人', (unit) => (unit.household && !here(unit.household).some(canWork) ? here(unit.household).length : 0), '上述户的人'),
          number('labourers', '劳动力/人数', '人', people(canWork), '普通、技能、弱（半）劳动力'),
          number('working', '劳动力/其中务工', '人', people((member) => canWork(member) && atWork(member)), '其中务工区域有填、不是“未务工”的人'),
          ratio('share', '劳动力/务工率', 'working', 'labourers', '务工 ÷ 劳动力'),
        ],
      },
      {
        kind: 'list', key: 'unable', title: '无劳动能力户名单', of: 'households', lines: perHousehold((household) => !here(household).some(canWork)), means: '没有人是普通、技能或弱（半）劳动力的户',
        columns: [{ field: 'town' }, { field: 'village' }, { field: 'householdNo' }, { field: 'headName' }, { head: ['在册人口'], said: ({ unit }) => (unit.household ? here(unit.household).length : 0), sensitivity: 'public', width: 16 }, { field: 'householdKind' }, { field: 'helperName' }],
      },
    ],
    identities: [{ says: '有劳动力户与无劳动力户合起来应等于总户数', sheet: 'sum', left: ['able', 'unable'], right: ['households'] }],
  },
  {
    key: 'causes', title: '致贫原因统计表', theme: '花名册', note: '按主要致贫原因分', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '致贫原因', of: 'households', by: 'village',
        columns: [
          number('households', '合计/户数', '户', households(), '在册还有人的户'),
          ...['因病', '因残', '因学', '因灾', '缺土地', '缺水', '缺技术', '缺劳力', '缺资金', '交通条件落后', '自身发展动力不足', '因婚', '因丧', '产业扶贫失败', '其他'].map((cause) =>
            number(cause, cause, '户', households(({ values }) => values['mainCause'] === cause), `主要致贫原因为“${cause}”的户`)),
          number('none', '未填', '户', households(({ values }) => (values['mainCause'] ?? '') === ''), '主要致贫原因没有填的户'),
        ],
      },
    ],
    identities: [{ says: '各种致贫原因与未填合起来应等于总户数', sheet: 'sum', left: ['因病', '因残', '因学', '因灾', '缺土地', '缺水', '缺技术', '缺劳力', '缺资金', '交通条件落后', '自身发展动力不足', '因婚', '因丧', '产业扶贫失败', '其他', 'none'], right: ['households'] }],
  },
  {
    key: 'insured', title: '城乡居民医保参保情况统计表', theme: '部门表', note: '医疗部门表；附未参保名单和原因', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '参保情况', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('people', '应参保', '人', people(), '在册的人'),
          number('resident', '已参保/城乡居民', '人', people(({ values }) => values['residentMedical'] === '是'), '参加城乡居民基本医保的人'),
          number('employee', '已参保/城镇职工', '人', people(({ values }) => values['employeeMedical'] === '是' && values['residentMedical'] !== '是'), '只参加城镇职工基本医保的人'),
          number('insured', '已参保/合计', '人', people(medicallyInsured), '参加任何一种基本医保的人'),
          number('missing', '未参保', '人', people((member) => !medicallyInsured(member)), '两种基本医保都不是“是”的人，没填的也算'),
          ratio('share', '参保率', 'insured', 'people', '已参保合计 ÷ 应参保'),
          number('serious', '大病保险', '人', people(({ values }) => values['seriousIllness'] === '是'), '参加大病保险的人'),
          number('all', '全员参保/户数', '户', households((household) => here(household).every(medicallyInsured)), '全家都参加了基本医保的户'),
        ],
      },
      {
        kind: 'list', key: 'missing', title: '未参保人员名单', of: 'households', lines: perMember((member) => !medicallyInsured(member)), means: '两种基本医保都不是“是”的人',
        columns: [{ field: 'town' }, { field: 'village' }, { field: 'headName' }, { field: 'name' }, { field: 'identityNo' }, { field: 'relation' }, { field: 'residentMedical' }, { field: 'employeeMedical' }, { field: 'memberPhone' }, { head: ['未参保原因'], said: () => '', sensitivity: 'public', width: 36 }],
      },
    ],
    identities: [{ says: '城乡居民、城镇职工与未参保合起来应等于应参保', sheet: 'sum', left: ['resident', 'employee', 'missing'], right: ['people'] }],
  },
];
