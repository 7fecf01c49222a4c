import { numberOf, textOf } from '../../register/facts.ts';
import { isDisabled, isHere, onDibao, onSupport, onTekun, pensionInsured } from '../../register/who.ts';
import { here, households, number, people, peopleWith, ratio } from '../columns.ts';
import type { Report } from '../report.ts';
import { area, base } from './area-columns.ts';
import { recordsIn, hasSafeWater, isPaved } from '../../register/reached.ts';
import { isOld, ofPensionAge, perHousehold, perMember } from './who.ts';

/** Low-income support, pensions, water, roads, and the disabled. */
export const supportAndLivingReports: readonly Report[] = [
  {
    key: 'support', title: '低保、特困与“双纳入”情况表', theme: '兜底', note: '民政部门表；名单和登记册对不上的附后', period: 'year', ledgers: ['dibaoList', 'tekunList'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '低保、特困', of: 'households', by: 'village',
        columns: [
          ...base,
          number('dibaoHouseholds', '低保/户数', '户', households((household) => here(household).some(onDibao)), '至少一人享受低保的户'),
          number('dibao', '低保/人数', '人', people(onDibao), '“是否享受低保”为是的人'),
          number('tekunHouseholds', '特困/户数', '户', households((household) => here(household).some(onTekun)), '至少一人特困供养的户'),
          number('tekun', '特困/人数', '人', people(onTekun), '“是否特困供养人员”为是的人'),
          number('support', '合计/人数', '人', people(onSupport), '低保或特困，一人只算一次'),
          number('listed', '名单/低保名单', '人', peopleWith('dibaoList'), '本年度低保名单上有的人'),
          number('tekunListed', '名单/特困名单', '人', peopleWith('tekunList'), '本年度特困供养名单上有的人'),
          ratio('share', '兜底率', 'support', 'people', '合计 ÷ 人数'),
        ],
      },
      { kind: 'list', key: 'differ', title: '登记册与民政名单不一致', of: 'households', means: '有名单的年度里，登记册写着享受而名单上没有，或名单上有而登记册没有写的人', lines: perMember((member, household, asked) => {
        const listed = (ledger: string): boolean => recordsIn(household, ledger).some((record) => record.memberId === member.id && record.year === asked.year);
        return onDibao(member) !== listed('dibaoList') || onTekun(member) !== listed('tekunList');
      }), columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'identityNo' }, { field: 'dibao' }, { field: 'tekun' }, { head: ['民政名单'], said: ({ unit, member }, { year }) => ['dibaoList', 'tekunList'].filter((ledger) => unit.household?.records[ledger]?.some((record) => record.memberId === member?.id && record.year === year)).map((ledger) => (ledger === 'dibaoList' ? '低保' : '特困')).join('、') || '没有', sensitivity: 'inside' }, { head: ['差异说明'], said: () => '', sensitivity: 'public', width: 34 }] },
    ],
  },
  {
    key: 'pension', title: '城乡居民养老保险代缴情况表', theme: '兜底', note: '人社部门表；附未参保名单', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '养老保险', of: 'households', by: 'village',
        columns: [
          number('due', '应参保', '人', people(ofPensionAge), '到期末满16周岁、不在校的人'),
          number('insured', '已参保', '人', people((member, household, asked) => ofPensionAge(member, household, asked) && pensionInsured(member)), '其中参加城乡居民或城镇职工基本养老保险的人'),
          number('missing', '未参保', '人', people((member, household, asked) => ofPensionAge(member, household, asked) && !pensionInsured(member)), '其中没有参加的人，没填的也算'),
          ratio('share', '参保率', 'insured', 'due', '已参保 ÷ 应参保'),
          number('old', '60岁以上/参保', '人', people((member, household, asked) => pensionInsured(member) && isOld(member, household, asked)), '到期末满60周岁、参加基本养老保险的人'),
          number('money', '养老保险金', '元', ({ household }) => (household ? (numberOf(household.values, 'pensionMoney') ?? 0) : 0), '户登记的养老保险金'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未参保人员名单', of: 'households', lines: perMember((member, household, asked) => ofPensionAge(member, household, asked) && !pensionInsured(member)), means: '满16周岁、不在校，没有参加基本养老保险的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'identityNo' }, { field: 'birthDate' }, { field: 'labour' }, { head: ['未参保原因'], said: () => '', sensitivity: 'public', width: 34 }] },
    ],
    identities: [{ says: '已参保与未参保合起来应等于应参保', sheet: 'sum', left: ['insured', 'missing'], right: ['due'] }],
  },
  {
    key: 'water', title: '饮水安全情况统计表', theme: '饮水道路', note: '水利部门表；附未达标名单', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '饮水安全', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('safe', '有安全饮水', '户', households(hasSafeWater), '“是否解决安全饮用水”为是的户'),
          number('unsafe', '未达标', '户', households(({ values }) => textOf(values, 'safeWater') === '否'), '“是否解决安全饮用水”为否的户'),
          number('unknown', '未填', '户', households(({ values }) => textOf(values, 'safeWater') === ''), '没有填的户'),
          ratio('share', '达标率', 'safe', 'households', '有安全饮水 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未达标户名单', of: 'households', lines: perHousehold((household) => !hasSafeWater(household)), means: '不是“是”的户，没填的也在内', columns: [...area, { field: 'group' }, { field: 'headName' }, { field: 'safeWater' }, { head: ['原因'], said: () => '', sensitivity: 'public', width: 34 }, { head: ['解决措施'], said: () => '', sensitivity: 'public', width: 34 }] },
    ],
    identities: [{ says: '有安全饮水、未达标与未填合起来应等于户数', sheet: 'sum', left: ['safe', 'unsafe', 'unknown'], right: ['households'] }],
  },
  {
    key: 'roads', title: '道路硬化情况统计表', theme: '饮水道路', note: '交通部门表；附未硬化户', period: 'year', ledgers: [],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '入户路', of: 'households', by: 'village',
        columns: [
          number('households', '户数', '户', households(), '在册还有人的户'),
          number('paved', '已硬化', '户', households(isPaved), '入户路为水泥路、沥青路、硬化路的户'),
          number('unpaved', '未硬化', '户', households(({ values }) => ['泥土路', '砂石路'].includes(textOf(values, 'roadKind'))), '入户路为泥土路、砂石路的户'),
          number('unknown', '未填', '户', households(({ values }) => textOf(values, 'roadKind') === ''), '入户路类型没有填的户'),
          ratio('share', '硬化率', 'paved', 'households', '已硬化 ÷ 户数'),
        ],
      },
      { kind: 'list', key: 'missing', title: '未硬化户名单', of: 'households', lines: perHousehold((household) => !isPaved(household)), means: '入户路没有硬化或没有填的户', columns: [...area, { field: 'group' }, { field: 'headName' }, { field: 'roadKind' }, { field: 'roadDistance' }] },
    ],
    identities: [{ says: '已硬化、未硬化与未填合起来应等于户数', sheet: 'sum', left: ['paved', 'unpaved', 'unknown'], right: ['households'] }],
  },
  {
    key: 'disabled', title: '残疾人情况统计表', theme: '残疾人', note: '残联部门表；方案写54户109人，两种口径都列', period: 'year', ledgers: ['disabledList'],
    sheets: [
      {
        kind: 'summary', key: 'sum', title: '残疾人', of: 'households', by: 'village',
        columns: [
          number('households', '有残疾人/户数', '户', households((household) => here(household).some(isDisabled)), '至少一人填了残疾类别，或健康状况里有“残疾”的户'),
          number('disabled', '残疾/人数', '人', people(isDisabled), '填了残疾类别，或健康状况里有“残疾”的人'),
          number('family', '残疾人家庭/人数', '人', people((_, household) => here(household).some(isDisabled)), '有残疾人的户的全部在册人口'),
          number('listed', '残联名单/人数', '人', ({ household }) => (household ? new Set(recordsIn(household, 'disabledList').flatMap(({ memberId }) => (memberId !== null && household.members.some((member) => member.id === memberId && isHere(member)) ? [memberId] : []))).size : 0), '残联名单上有的在册的人'),
          number('certified', '持残疾人证/人数', '人', people(({ values }) => textOf(values, 'certificate') === '残疾人证' || textOf(values, 'disabilityKind') !== ''), '证件类型是残疾人证，或填了残疾类别的人'),
        ],
      },
      { kind: 'list', key: 'list', title: '残疾人名单', of: 'households', lines: perMember(isDisabled), means: '填了残疾类别，或健康状况里有“残疾”的人', columns: [...area, { field: 'headName' }, { field: 'name' }, { field: 'identityNo' }, { field: 'disabilityKind' }, { field: 'disabilityYear' }, { field: 'dibao' }, { field: 'memberPhone' }] },
    ],
  },
];
