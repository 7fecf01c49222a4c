import { isLow } from '../../plan/low-income.ts';
import { textOf } from '../../register/facts.ts';
import { atSchool, atWork, canWork, medicallyInsured, onDibao, onPublicPost, onTekun, pensionInsured } from '../../register/who.ts';
import { householdsWithRecord, inPeriod, item, people, peopleWith, records, sumOf, untilPeriod } from '../columns.ts';
import type { Report } from '../report.ts';
import { recordsIn, hasIndustry, contracted } from '../../register/reached.ts';
import { ofPensionAge } from './who.ts';

export const fiveGroupsReport: Report = {
  key: 'five-groups', title: '“五个一批”工作月报表', theme: '五个一批', note: '六个专项，每项目标、本月、累计；问题和下步打算在这里写', period: 'month',
  ledgers: ['measure', 'benefitProject', 'yield', 'doctorContract', 'medicalClaim', 'treatment', 'houseRebuild', 'studentAid', 'training', 'dibaoList', 'tekunList', 'insured', 'medicalRelief'],
  sheets: [
    {
      kind: 'items', key: 'items', title: '“五个一批”进展',
      items: [
        item('产业扶贫', 'industry', '产业项目覆盖人数', '人', { from: ['yield'], plan: ['S05'], target: people(), month: null, total: people((_, household, { year }) => hasIndustry(household, year)) }, '受益项目、收益分配、产业类措施里有的户的在册人口；按年度算，不分月'),
        item('产业扶贫', 'yield', '产业收益分配', '元', { from: ['yield'], plan: ['S08'], target: null, month: null, total: sumOf('yield', 'yield.total') }, '收益分配表本年度的合计收益'),
        item('产业扶贫', 'stacked', '6000元以下叠加扶持人数', '人', { from: ['benefitProject', 'measure'], plan: ['S09'], target: people((_, household) => isLow(household)), month: null, total: people((_, household, { year }) => isLow(household) && recordsIn(household, 'benefitProject', 'measure').filter((record) => record.year === null || record.year === year).length >= 2) }, '6000元以下户里有两项以上项目或措施的人'),
        item('健康扶贫', 'medical', '参加基本医保', '人', { plan: ['S10'], target: people(), month: null, total: people(medicallyInsured) }, '参加城乡居民或城镇职工基本医保的人'),
        item('健康扶贫', 'serious', '参加大病保险', '人', { plan: ['S10'], target: people(), month: null, total: people(({ values }) => values['seriousIllness'] === '是') }, '参加大病保险的人'),
        item('健康扶贫', 'contract', '家庭医生签约', '人', { from: ['doctorContract'], plan: ['S12'], target: people(), month: peopleWith('doctorContract', inPeriod('doctorContract.on')), total: people(contracted) }, '签约名单上有的人；本月按签约时间'),
        item('健康扶贫', 'stays', '报销住院人次', '人次', { from: ['medicalClaim'], plan: ['S15'], target: null, month: records('medicalClaim', inPeriod('medicalClaim.leftOn')), total: records('medicalClaim', untilPeriod('medicalClaim.leftOn')) }, '医保报销名单上的行，按出院日期'),
        item('健康扶贫', 'relief', '医疗救助金额', '元', { from: ['medicalRelief'], plan: ['S15'], target: null, month: sumOf('medicalRelief', 'medicalRelief.amount', inPeriod('medicalRelief.on')), total: sumOf('medicalRelief', 'medicalRelief.amount', untilPeriod('medicalRelief.on')) }, '医疗救助名单的救助金额，按救助时间'),
        item('危房改造', 'rebuild', '危房改造竣工', '户', { from: ['houseRebuild'], plan: ['S18', 'S67'], target: householdsWithRecord('houseRebuild', () => true), month: householdsWithRecord('houseRebuild', inPeriod('houseRebuild.finishedOn')), total: householdsWithRecord('houseRebuild', ({ values }, { until }) => textOf(values, 'houseRebuild.finishedOn') !== '' && textOf(values, 'houseRebuild.finishedOn') <= until) }, '危房改造台账上有的户，按竣工日期'),
        item('危房改造', 'moved', '搬入安全住房', '户', { from: ['houseRebuild'], plan: ['S68'], target: householdsWithRecord('houseRebuild', () => true), month: householdsWithRecord('houseRebuild', inPeriod('houseRebuild.movedOn')), total: householdsWithRecord('houseRebuild', ({ values }, { until }) => textOf(values, 'houseRebuild.movedOn') !== '' && textOf(values, 'houseRebuild.movedOn') <= until) }, '危房改造台账上有的户，按入住日期'),
        item('教育扶贫', 'pupils', '在校生', '人', { plan: ['S20'], target: null, month: null, total: people(atSchool) }, '在校生状况为学前教育到大专及以上的人'),
        item('教育扶贫', 'aid', '教育资助金额', '元', { from: ['studentAid'], plan: ['S21', 'S22', 'S23', 'S24', 'S25', 'S26'], target: null, month: null, total: sumOf('studentAid', 'studentAid.amount') }, '学生资助名单本年度的资助金额'),
        item('教育扶贫', 'aided', '受资助学生', '人', { from: ['studentAid'], plan: ['S20'], target: people(atSchool), month: null, total: peopleWith('studentAid') }, '学生资助名单本年度有的人'),
        item('就业扶贫', 'working', '务工人数', '人', { plan: ['S30'], target: people(canWork), month: null, total: people((member) => canWork(member) && atWork(member)) }, '有劳动力并在务工的人'),
        item('就业扶贫', 'training', '就业培训', '人', { from: ['training'], plan: ['S31'], target: null, month: null, total: peopleWith('training') }, '就业培训名单本年度有的人，一人只算一次'),
        item('就业扶贫', 'posts', '公益性岗位', '人', { plan: ['S31'], target: null, month: null, total: people(onPublicPost) }, '填了公益性岗位类型的人'),
        item('低保兜底', 'dibao', '享受低保', '人', { plan: ['S33'], target: null, month: peopleWith('dibaoList', inPeriod('dibaoList.since')), total: people(onDibao) }, '“是否享受低保”为是的人；本月按低保名单的享受起始月'),
        item('低保兜底', 'tekun', '特困供养', '人', { plan: ['S33'], target: null, month: null, total: people(onTekun) }, '“是否特困供养人员”为是的人'),
        item('低保兜底', 'pension', '参加基本养老保险', '人', { plan: ['S36'], target: people(ofPensionAge), month: null, total: people((member, household, asked) => ofPensionAge(member, household, asked) && pensionInsured(member)) }, '满16周岁、不在校的人里参加基本养老保险的'),
      ],
    },
  ],
};
