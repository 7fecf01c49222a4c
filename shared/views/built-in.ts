import { lowIncomeLine } from '../plan/low-income.ts';
import type { Filter } from '../contract/tables.ts';
import type { RecordSubject } from '../sheets/subject.ts';
import type { GroupKey } from './conditions.ts';
import type { Format } from './view.ts';

/** A view that comes with the program: a group that the year's plan counts, or what a clerk looks for every day. */
export interface BuiltInView {
  readonly key: string;
  readonly subject: RecordSubject;
  readonly label: string;
  /** What is counted, with the figure and section of the plan where it names one. */
  readonly about: string;
  readonly filters: readonly Filter[];
  /** Columns that the view shows after the frozen ones; none: as the table comes. */
  readonly columns?: readonly string[];
  readonly sorts?: readonly { readonly field: string; readonly descending: boolean }[];
  readonly formats?: readonly Format[];
}

const group = (key: GroupKey, of?: string): Filter => ({ field: '', test: 'group', group: key, ...(of === undefined ? {} : { of }) });
const under6000: Filter = { field: 'perCapitaIncome', test: 'less', value: lowIncomeLine };
const isCause: Filter = { field: 'mainCause', test: 'in', values: ['因学'] };

const where = ['town', 'village', 'group'];
const incomes = ['householdSize', 'perCapitaIncome', 'netIncome', 'totalIncome', 'wageIncome', 'businessIncome', 'propertyIncome', 'transferIncome', 'businessCost', 'householdKind', 'mainCause', 'householdPhone'];
const schools = ['relation', 'sex', 'birthDate', 'identityNo', 'schooling', 'education', 'dropoutReason', 'mainCause', 'memberPhone', 'householdPhone'];
const security = ['relation', 'sex', 'birthDate', 'identityNo', 'dibao', 'tekun', 'health', 'disabilityKind', 'labour', 'residentPension', 'residentMedical', 'householdKind'];
const disability = ['relation', 'sex', 'birthDate', 'identityNo', 'disabilityKind', 'disabilityYear', 'health', 'labour', 'dibao', 'tekun', 'memberPhone'];

/** The plan's groups (plan.md, 6.1 D4 and 6.2) and the clerk's own, in the order in which they are listed. */
export const builtInViews: readonly BuiltInView[] = [
  { key: 'under6000', subject: 'households', label: '6000元以下', about: '人均纯收入低于 6000 元（方案：18 户 38 人）', filters: [under6000], columns: [...where, ...incomes], sorts: [{ field: 'perCapitaIncome', descending: false }] },
  { key: 'cause-school', subject: 'households', label: '因学致贫', about: '主要致贫原因是因学（方案：5 户）', filters: [isCause] },
  { key: 'disabled', subject: 'households', label: '残疾人家庭', about: '户里有残疾人（方案：54 户）', filters: [group('disabledHousehold')] },
  { key: 'secured', subject: 'households', label: '低保特困户', about: '户里有人享受低保或特困供养', filters: [group('secured')] },
  {
    key: 'water', subject: 'households', label: '饮水安全', about: '全部户的饮水情况（方案：111 户）；没解决的、没填的标出来', filters: [],
    columns: [...where, 'householdSize', 'safeWater', 'waterDifficulty', 'householdPhone'], sorts: [{ field: 'safeWater', descending: false }],
    formats: [
      { when: { field: 'safeWater', test: 'in', values: ['否'] }, paint: 'red', sign: '✕', wholeRow: true },
      { when: { field: 'safeWater', test: 'blank' }, paint: 'amber', sign: '△', wholeRow: false },
      { when: { field: 'waterDifficulty', test: 'in', values: ['是'] }, paint: 'red', sign: '✕', wholeRow: false },
    ],
  },
  { key: 'water-open', subject: 'households', label: '饮水未解决', about: '是否解决安全饮用水不是“是”，空着的也算', filters: [{ field: 'safeWater', test: 'notEquals', value: '是' }] },
  { key: 'monitored', subject: 'households', label: '监测对象', about: '填了监测对象类别，风险还没有消除', filters: [group('monitored')], columns: [...where, 'monitoredKind', 'riskIdentified', 'riskCleared', 'riskClearedOn', 'relapseCause', 'perCapitaIncome', 'householdSize', 'householdPhone'] },
  { key: 'dangerous', subject: 'households', label: '危房户', about: '是否危房户是“是”', filters: [{ field: 'dangerousHouse', test: 'in', values: ['是'] }], columns: [...where, 'dangerousHouse', 'houseLevel', 'houseArea', 'householdSize', 'householdPhone'] },
  { key: 'changed', subject: 'households', label: '本月有变动', about: '本月 1 日以来改过的户，包括户里的人、帮扶和台账', filters: [group('changedThisMonth')] },
  { key: 'findings', subject: 'households', label: '有疑点', about: '核对规则查出疑点的户，包括户里的人', filters: [group('findings')] },

  { key: 'under6000', subject: 'people', label: '6000元以下', about: '户的人均纯收入低于 6000 元（方案：38 人）', filters: [under6000] },
  { key: 'pupils-of-cause', subject: 'people', label: '因学户学生', about: '主要致贫原因是因学的户里的在校生（方案：11 名）', filters: [isCause, group('atSchool')], columns: [...where, ...schools] },
  { key: 'compulsory', subject: 'people', label: '义务教育阶段学生', about: '小学、七至九年级在校', filters: [group('compulsory')], columns: [...where, ...schools] },
  { key: 'disabled-families', subject: 'people', label: '残疾人家庭成员', about: '户里有残疾人的全部成员（方案：54 户 109 人）', filters: [group('disabledHousehold')], columns: [...where, ...disability] },
  { key: 'disabled', subject: 'people', label: '残疾人', about: '本人有残疾', filters: [group('disabled')], columns: [...where, ...disability] },
  { key: 'secured', subject: 'people', label: '低保特困', about: '本人享受低保或特困供养（方案：174 名）', filters: [group('secured')], columns: [...where, ...security] },
  { key: 'old', subject: 'people', label: '60岁以上', about: '到年底满 60 周岁', filters: [group('ageFrom', '60')], columns: [...where, ...security] },
  { key: 'children', subject: 'people', label: '16岁以下', about: '到年底不满 16 周岁', filters: [group('ageUnder', '16')], columns: [...where, ...schools] },
  { key: 'monitored', subject: 'people', label: '监测对象', about: '监测户的成员，风险还没有消除', filters: [group('monitored')] },
  { key: 'changed', subject: 'people', label: '本月有变动', about: '本月 1 日以来新增、改过的人', filters: [group('changedThisMonth')] },
  { key: 'findings', subject: 'people', label: '有疑点', about: '核对规则查出疑点的人', filters: [group('findings')] },
];

/** A built-in view's id among saved ones. */
export const builtInId = ({ subject, key }: BuiltInView): string => `builtin:${subject}:${key}`;
export const builtInOf = (id: string): BuiltInView | undefined => builtInViews.find((view) => builtInId(view) === id);
