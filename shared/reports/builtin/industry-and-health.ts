import { textOf } from '../../register/facts.ts';
import { isChronic, isDangerous, isGravelyIll } from '../../register/who.ts';
import { here, households, householdsWithRecord, inYear, number, people, ratio, sumOf } from '../columns.ts';
import type { Report } from '../report.ts';
import { area, base } from './area-columns.ts';
import { hasIndustry, contracted, rebuilding, cases } from '../../register/reached.ts';
import { perHousehold, perMember, perRecord } from './who.ts';

/** Industry, health and housing. */
export const industryAndHealthReports: readonly Report[] = [
  {
    key: 'industry', title: '产业项目覆盖与收益统计表', theme: '产业', note: '附没有产业项目覆盖的户', period: 'year', ledgers: ['measure', 'benefitProject', 'yield'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '产业覆盖', of: 'households', by: 'village',
        columns: [
          ...base,
          number('covered', '产业覆盖/户数', '户', households((household, { year }) => hasIndustry(household, year)), '受益项目、收益分配、产业类措施里有，或登记了到户产业帮扶类型的户'),
          number('coveredPeople', '产业覆盖/人数', '人', people((_, household, { year }) => hasIndustry(household, year)), '上述户的在册人口'),
          ratio('share', '产业覆盖/覆盖率', 'coveredPeople', 'people', '覆盖人数 ÷ 人数'),
          number('income', '收益分配', '元', sumOf('yield', 'yield.total'), '收益分配表本年度的合计收益'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未覆盖户名单', of: 'households', lines: perHousehold((household, { year }) => !hasIndustry(household, year)), means: '没有产业项目覆盖的户', columns: [...area, { field: 'householdNo' }, { field: 'headName' }, { head: ['在册人口'], said: ({ unit }) => (unit.household ? here(unit.household).length : 0), sensitivity: 'public', width: 16 }, { field: 'helperName' }, { head: ['未覆盖原因'], said: () => '', sensitivity: 'public', width: 40 }] },
    ],
  },
  {
    key: 'health', title: '健康扶贫情况统计表', theme: '健康', note: '签约、大病、慢病、费用；附未签约名单', period: 'year', ledgers: ['doctorContract', 'medicalClaim', 'treatment', 'medicalRelief'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '健康扶贫', of: 'households', by: 'village',
        columns: [
          ...base,
          number('contract', '家庭医生签约/人数', '人', people(contracted), '签约名单上有的人'),
          ratio('contractShare', '家庭医生签约/签约率', 'contract', 'people', '签约 ÷ 人数'),
          number('gravely', '大病', '人', people(isGravelyIll), '健康状况里有“患有大病”的人'),
          number('chronic', '慢性病', '人', people(isChronic), '健康状况里有“长期慢性病”的人'),
          number('stays', '就医报销/人次', '人次', ({ household }, asked) => (household ? cases(household).filter((record) => inYear(record, asked)).length : 0), '医保报销和就医台账本年度的行'),
          number('cost', '就医报销/总费用', '元', (unit, asked) => sumOf('medicalClaim', 'medicalClaim.total')(unit, asked) + sumOf('treatment', 'treatment.total')(unit, asked), '两种台账的总费用'),
          number('own', '就医报销/个人自付', '元', (unit, asked) => sumOf('medicalClaim', 'medicalClaim.own')(unit, asked) + sumOf('treatment', 'treatment.own')(unit, asked), '两种台账的自付金额'),
          number('relief', '医疗救助', '元', sumOf('medicalRelief', 'medicalRelief.amount'), '医疗救助名单本年度的救助金额'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未签约人员名单', of: 'households', lines: perMember((member, household) => !contracted(member, household)), means: '签约名单上没有的在册的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'sex' }, { field: 'health' }, { field: 'memberPhone' }] },
    ],
  },
  {
    key: 'housing', title: '住房安全与危房改造进度表', theme: '住房', note: '住建部门表；周会商、月报告用', period: 'month', ledgers: ['houseRebuild'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '住房安全', of: 'households', by: 'village',
        columns: [
          ...base.slice(0, 1),
          number('safe', '安全住房/户数', '户', households((household) => !isDangerous(household)), '不是危房户、危房级别不是C级D级的户；没填的算在这里，见“未填”'),
          number('dangerous', '危房/户数', '户', households(isDangerous), '是危房户，或危房级别为C级、D级'),
          number('unknown', '未填/户数', '户', households(({ values }) => textOf(values, 'dangerousHouse') === '' && textOf(values, 'houseLevel') === ''), '住房安全没有填的户'),
          number('task', '改造/任务', '户', householdsWithRecord('houseRebuild', () => true), '危房改造台账上有的户'),
          number('finished', '改造/已竣工', '户', householdsWithRecord('houseRebuild', ({ values }, { until }) => textOf(values, 'houseRebuild.finishedOn') !== '' && textOf(values, 'houseRebuild.finishedOn') <= until), '到期末已竣工的户'),
          number('moved', '改造/已入住', '户', householdsWithRecord('houseRebuild', ({ values }, { until }) => textOf(values, 'houseRebuild.movedOn') !== '' && textOf(values, 'houseRebuild.movedOn') <= until), '到期末已入住的户'),
          ratio('share', '改造/竣工率', 'finished', 'task', '已竣工 ÷ 任务'),
          number('paid', '改造/补助', '元', sumOf('houseRebuild', 'houseRebuild.paid', () => true), '实际补助之和'),
        ],
      },
      { kind: 'list', key: 'list', title: '改造户名单', of: 'households', lines: perRecord('houseRebuild'), means: '危房改造台账上的每一条', columns: [...area, { field: 'headName' }, { field: 'houseRebuild.oldStructure' }, { field: 'houseRebuild.manner' }, { field: 'houseRebuild.state' }, { field: 'houseRebuild.finishedOn' }, { field: 'houseRebuild.movedOn' }, { field: 'houseRebuild.paid' }], sums: ['houseRebuild.paid'] },
      { kind: 'list', key: 'missing', title: '危房未改造户名单', of: 'households', lines: perHousehold((household) => isDangerous(household) && rebuilding(household).length === 0), means: '是危房、改造台账上没有的户', columns: [...area, { field: 'headName' }, { field: 'houseLevel' }, { field: 'houseArea' }, { head: ['解决措施'], said: () => '', sensitivity: 'public', width: 40 }] },
    ],
    identities: [{ says: '安全住房户与危房户合起来应等于总户数', sheet: 'sum', left: ['safe', 'dangerous'], right: ['households'] }],
  },
];
