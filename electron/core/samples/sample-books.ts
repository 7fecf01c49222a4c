import { kindOf } from '../../../shared/register/field.ts';
import type { Values } from '../../../shared/register/facts.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { households53, people47 } from '../../../shared/sheets/layouts.ts';
import type { InventedMember } from './invent-member.ts';
import type { InventedHousehold, SampleYear } from './invent-register.ts';

/** How a sheet is laid out in its file; each shape is one that reaches the office. */
export type SampleShape =
  /** .xls of 2018–19: one merged title row above, who filled it in below. */
  | 'titled-xls'
  /** .xlsx of the newer system: two title rows, header on row 3, and a <dimension> record that lies. */
  | 'system-xlsx'
  /** .xlsx with the header on row 1. */
  | 'plain-xlsx'
  /** .csv in GBK, every cell ="…". */
  | 'quoted-csv';

export interface SampleBook {
  readonly file: string;
  readonly shape: SampleShape;
  readonly sheet: string;
  /** Rows above the header. */
  readonly titles: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below the table. */
  readonly notes: readonly string[];
}

/** What a column takes from: the member (if the sheet is about people), its household, the helper. */
interface Subject {
  readonly household: InventedHousehold;
  readonly member?: InventedMember;
  readonly order: number;
  readonly year: SampleYear;
}

/** A header and the field below it, or what else stands there. */
type Column = readonly [header: string, field: string | ((subject: Subject) => string)];

const columns = (text: string): Column[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' = '))
    .map(([header, key]) => [header ?? '', key ?? '']);

function valueOf({ household, member, year }: Subject, key: string): string {
  const from: Values = { ...household.values, ...household.years[year], ...household.helper, ...member?.values, ...member?.years[year] };
  return kindOf(field(key)).edit(from[key] ?? null);
}

function cellOf(subject: Subject, [, from]: Column): string {
  if (typeof from !== 'string') return from(subject);
  return from === '#year' ? String(subject.year) : valueOf(subject, from);
}

const table = (list: readonly Column[], subjects: readonly Subject[]): Pick<SampleBook, 'header' | 'rows'> => ({
  header: list.map(([header]) => header),
  rows: subjects.map((subject) => list.map((column) => cellOf(subject, column))),
});

const compact = (key: string) => (subject: Subject): string => valueOf(subject, key).replaceAll('-', '');

/** sheets.md of the field calls this the person list of 2018–19: 27 columns, plain identity numbers. */
const people27: Column[] = [
  ...columns(`
    行政县 = county
    乡镇 = town
    行政村 = village
    自然村 = group
    户编号 = householdNo
    人编号 = memberNo
    姓名 = name`),
  ['证件号码', ({ member }) => member?.plainIdentity ?? ''],
  ...columns(`
    人数 = householdSize
    与户主关系 = relation
    民族 = ethnicGroup
    文化程度 = education
    在校生状况 = schooling
    健康状况 = health
    劳动技能 = labour
    务工状况 = workArea
    务工时间 = workMonths
    参加大病医疗 = seriousIllness
    脱贫属性 = liftState
    脱贫年度 = liftYear
    贫困户属性 = householdKind
    主要致贫原因 = mainCause
    危房户 = dangerousHouse
    饮水安全 = safeWater
    饮水困难 = waterDifficulty
    人均纯收入 = perCapitaIncome
    联系电话 = householdPhone`),
];

/** The person list of the newer system: 32 columns, certificates of disabled people with 20 digits. */
const people32: Column[] = [
  ['序号', ({ order }) => String(order + 1)],
  ['数据日期', () => '20191231'],
  ...columns(`
    县(市、区、旗) = county
    乡(镇) = town
    行政村 = village
    自然村 = group
    户编号 = householdNo
    人编号 = memberNo
    姓名 = name
    证件号码 = identityNo
    人数 = householdSize
    与户主关系 = relation
    民族 = ethnicGroup
    文化程度 = education
    在校生状况 = schooling
    健康状况 = health
    劳动技能 = labour
    务工时间（月） = workMonths
    是否参加大病保险 = seriousIllness
    致贫原因1 = mainCause
    危房户 = dangerousHouse
    是否解决安全饮用水 = safeWater
    人均纯收入 = perCapitaIncome
    户联系电话 = householdPhone
    人联系电话 = memberPhone`),
  ['首次识别时间', compact('firstIdentified')],
  ['人员识别时间', compact('memberIdentified')],
  ...columns(`
    户类型 = liftState
    易返贫致贫户(监测对象)类型 = monitoredKind
    风险是否消除 = riskCleared
    风险识别时间 = riskIdentified
    风险消除时间 = riskClearedOn`),
];

const income: Column[] = columns(`
    县 = county
    乡 = town
    村 = village
    户编号 = householdNo
    户主姓名 = headName
    证件号码 = headIdentityNo
    工资性 = wageIncome
    生产经营性 = businessIncome
    计划生育金 = familyPlanningMoney
    低保金 = dibaoMoney
    特困供养金 = tekunMoney
    养老保险金 = pensionMoney
    生态补偿金 = ecologyMoney
    其他转移性 = otherTransfer
    转移性 = transferIncome
    资产收益扶贫分红 = assetDividend
    其他财产性 = otherProperty
    财产性 = propertyIncome
    生产性支出 = businessCost
    年收入 = totalIncome
    纯收入 = netIncome
    人均纯收入 = perCapitaIncome`);

const helpers: Column[] = columns(`
    乡镇 = town
    行政村 = village
    户主姓名 = headName
    证件号码 = headIdentityNo
    户编号 = householdNo
    单位 = helperUnit
    帮扶责任人 = helperName
    职务 = helperPost
    帮扶人手机号 = helperPhone
    开始时间 = helpFrom
    终止时间 = helpUntil
    是否驻村队员 = stationed
    帮扶类型 = helpKind
    主要帮扶措施 = helpMeasures`);

/** Layout columns with dates as the full sheets write them, yyyyMMdd. */
const layoutColumns = (layout: typeof people47): Column[] => layout.columns.map(([header, key]) => [header, key === 'birthDate' ? compact(key) : key]);

/** The invented register as the provincial workbooks in which it would arrive. */
export function sampleBooks(register: readonly InventedHousehold[]): SampleBook[] {
  const households = (year: SampleYear): Subject[] => register.map((household, order) => ({ household, order, year }));
  const people = (year: SampleYear): Subject[] =>
    register.flatMap((household) => household.members.map((member) => ({ household, member, year }))).map((subject, order) => ({ ...subject, order }));
  const filledIn = ['填报单位：明山区扶贫办（示例）', '注：本表为编造的示例数据，不含任何真实个人信息。'];
  return [
    { file: '2020年度贫困户人员信息.xls', shape: 'titled-xls', sheet: '人员信息', titles: ['明山区2020年度建档立卡贫困户人员信息表'], ...table(people27, people(2020)), notes: filledIn },
    { file: '（人员信息）自定义导出_20191231.xlsx', shape: 'system-xlsx', sheet: 'sheet1', titles: ['人员信息查询结果', '数据截止日期：2019年12月31日'], ...table(people32, people(2019)), notes: [] },
    { file: '户信息全字段_2020.xlsx', shape: 'plain-xlsx', sheet: '户信息', titles: [], ...table(layoutColumns(households53), households(2020)), notes: [] },
    { file: '人员信息全字段_2020.csv', shape: 'quoted-csv', sheet: '', titles: [], ...table(layoutColumns(people47), people(2020)), notes: [] },
    { file: '2019年度家庭收入.xlsx', shape: 'plain-xlsx', sheet: '2019年收入', titles: [], ...table(income, households(2019)), notes: [] },
    { file: '帮扶责任人结对表_2020.xlsx', shape: 'plain-xlsx', sheet: '结对帮扶', titles: [], ...table(helpers, households(2020)), notes: [] },
  ];
}
