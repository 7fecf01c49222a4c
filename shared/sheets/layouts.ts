import type { LedgerSubject } from '../register/ledgers/ledger.ts';
import { ownFields } from '../register/own/spoken.ts';
import { field as fieldOf } from '../register/vocabulary.ts';
import type { RecordSubject, Subject } from './subject.ts';
import { tableOf } from './table.ts';

/** A sheet as it leaves the register: headers in order, each with the field it carries. */
export interface Layout {
  readonly label: string;
  readonly sheetName: string;
  /** Columns that stay in view at the left. */
  readonly frozen: number;
  readonly columns: readonly (readonly [header: string, field: string])[];
}

const row = (text: string): (readonly [string, string])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' = '))
    .map(([header, field]) => [header ?? '', field ?? ''] as const);

/** Person sheet, full fields: 47 columns (sheets.md §1.2). `#year` is the year of the record. */
export const people47: Layout = {
  label: '人员表（47 列）',
  sheetName: '人员信息',
  frozen: 8,
  columns: row(`
    省 = province
    市 = city
    县 = county
    乡 = town
    村 = village
    户编号 = householdNo
    人口编号 = memberNo
    姓名 = name
    性别 = sex
    出生日期 = birthDate
    证件类型 = certificate
    证件号码 = identityNo
    民族 = ethnicGroup
    户联系电话 = householdPhone
    成员联系电话 = memberPhone
    年度 = #year
    与户主关系 = relation
    文化程度 = education
    在校生状况 = schooling
    劳动技能 = labour
    务工时间（月） = workMonths
    健康状况 = health
    政治面貌 = politics
    务工企业名称 = workFirm
    是否享受低保 = dibao
    是否参加城镇职工基本养老保险 = employeePension
    是否参加大病保险 = seriousIllness
    是否参加新型农村合作医疗（城乡居民基本医疗保险） = residentMedical
    是否参加城乡居民基本养老保险 = residentPension
    失学或辍学原因 = dropoutReason
    是否会讲普通话 = mandarin
    是否参加商业补充医疗保险 = commercialMedical
    是否国外务工 = workAbroad
    产业分类 = industry
    是否接受大病医疗救助 = medicalAid
    是否接受其他健康扶贫 = otherHealthAid
    公益性岗位类型 = publicPost
    公益性岗位(月数) = publicPostMonths
    就业渠道 = jobChannel
    残疾类别 = disabilityKind
    务工所在地 = workPlace
    户主姓名 = headName
    户主证件号码 = headIdentityNo
    是否参加城镇职工基本医疗保险 = employeeMedical
    是否特困供养人员 = tekun
    残疾证办证年度 = disabilityYear
    识别标准 = standard
  `),
};

/** Household sheet: 53 columns (sheets.md §1.3). */
export const households53: Layout = {
  label: '户表（53 列）',
  sheetName: '户信息',
  frozen: 8,
  columns: row(`
    省 = province
    市 = city
    县 = county
    乡 = town
    村 = village
    户编号 = householdNo
    户主编号 = headNo
    户主姓名 = headName
    户主证件号码 = headIdentityNo
    家庭人口数 = householdSize
    是否危房户 = dangerousHouse
    人均纯收入 = perCapitaIncome
    年收入 = totalIncome
    是否解决安全饮用水 = safeWater
    年度 = #year
    村办公电话 = villageOfficePhone
    开户银行名称 = bankName
    银行卡号 = bankCard
    识别标准 = standard
    主要致贫原因 = mainCause
    次要致贫原因 = secondCause
    工资性收入 = wageIncome
    生产经营性收入 = businessIncome
    财产性收入 = propertyIncome
    转移性收入 = transferIncome
    计划生育金 = familyPlanningMoney
    低保金 = dibaoMoney
    五保金 = tekunMoney
    养老保险金 = pensionMoney
    生态补偿金 = ecologyMoney
    其他转移性收入 = otherTransfer
    生产经营性支出 = businessCost
    纯收入 = netIncome
    资产收益扶贫分红收入 = assetDividend
    其他财产性收入 = otherProperty
    耕地面积（亩） = farmland
    水面面积 = waterSurface
    是否加入农民专业合作组织 = cooperative
    退耕还林面积（亩） = returnedForest
    林果面积（亩） = orchard
    牧草地面积 = pasture
    林地面积（亩） = forest
    是否通生产用电 = productionPower
    是否通生活用电 = livingPower
    是否通广播电视 = broadcast
    与村主干路距离 = roadDistance
    入户路类型 = roadKind
    住房面积 = houseArea
    是否有卫生厕所 = toilet
    主要燃料类型 = fuel
    危房级别 = houseLevel
    是否有龙头企业带动 = leadingFirm
    是否有创业致富带头人带动 = entrepreneurLed
  `),
};

export const layouts = { people: people47, households: households53 } as const satisfies Record<RecordSubject, Layout>;

/** By whom a ledger's sheet says whom each row is about: enough to find the person or household again. */
const whom: Readonly<Record<LedgerSubject, readonly string[]>> = {
  member: ['householdNo', 'headName', 'town', 'village', 'name', 'identityNo'],
  household: ['householdNo', 'headName', 'headIdentityNo', 'town', 'village'],
  nobody: [],
};

/** The pairings of households with their helpers, as they come in. */
const helperPairs: Layout = {
  label: '帮扶责任人结对',
  sheetName: '帮扶责任人结对',
  frozen: 2,
  columns: ['householdNo', 'headName', 'helperName', 'helperUnit', 'helperPost', 'helperPhone', 'helpFrom', 'helpUntil', 'stationed'].map((key) => [fieldOf(key).label, key] as const),
};

/** The sheet of a subject, with the columns that the office added, or without them as upstream knows it. A ledger's is made of its own fields under their own headers: it imports again as it is. */
export function layoutOf(subject: Subject, withOwn = true): Layout {
  const { ledger } = tableOf(subject);
  if (subject === 'helpers') return helperPairs;
  if (!ledger) {
    // What the office added stands behind the columns that upstream wants.
    const [layout, entities] = subject === 'people' ? [people47, ['member', 'memberYear']] : [households53, ['household', 'householdYear']];
    const own = ownFields().filter(({ entity }) => entities.includes(entity));
    return own.length === 0 || !withOwn ? layout : { ...layout, columns: [...layout.columns, ...own.map(({ label, key }) => [label, key] as const)] };
  }
  const before = whom[ledger.about];
  const keys = [...before, ...(ledger.year === 'none' ? [] : ['year']), ...ledger.fields.filter(({ own }) => withOwn || !own).map(({ key }) => key)];
  return { label: ledger.label, sheetName: ledger.label, frozen: before.length, columns: keys.map((key) => [fieldOf(key).label, key] as const) };
}
