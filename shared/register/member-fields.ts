import { ethnicGroup } from './codes/ethnic-groups.ts';
import { certificate, disabilityKind, education, health, labour, memberState, politics, relation, schooling, sex, workArea } from './codes/person-codes.ts';
import { fieldsOf } from './field.ts';

/** Under which the sheets carry an identity number, besides 证件号码. */
export const identityHeaders: readonly string[] = [
  '身份证号', '身份证号码', '公民身份证号或残疾证号', '身份证号或残疾证号', '身份证号（或残疾证号）', '身份证号码或残疾证号', '身份证号码（或残疾证号）', '身份证号（残疾证号）',
  '身份证号码（残疾证号）', '身份证/残疾证号', '公民身份号码', '公民身份证号', '证件号', '身份证',
];

const person = fieldsOf('member', '个人');
const state = fieldsOf('memberYear', '教育健康');
const work = fieldsOf('memberYear', '务工就业');
const secured = fieldsOf('memberYear', '保障');

/** What does not change with the year: sheets.md §1.1, §1.2. */
export const memberFields = [
  person('memberNo', '人编号', 'digits', { also: ['人口编号', '个人编号', 'AAB001'] }),
  person('name', '姓名', 'name', { also: ['成员姓名', '家庭成员姓名', '贫困人姓名', '学生姓名', 'AAB002'], secret: 'public', required: true }),
  person('certificate', '证件类型', certificate, { also: ['AAB018'] }),
  person('identityNo', '证件号码', 'identity', {
    also: [...identityHeaders, 'AAB004'],
  }),
  person('sex', '性别', sex, { also: ['AAB003'], secret: 'public', width: 12 }),
  person('birthDate', '出生日期', 'date', { also: ['生日', '出生年月日', 'AAB005'] }),
  person('ethnicGroup', '民族', ethnicGroup, { also: ['AAB007'], secret: 'public', width: 16 }),
  person('relation', '与户主关系', relation, { also: ['AAB006', '家庭关系'], secret: 'public' }),
  person('politics', '政治面貌', politics, { also: ['AAK033'] }),
  person('memberPhone', '成员联系电话', 'phone', { also: ['人联系电话', '家庭成员联系电话', '本人联系电话', 'AAB031'] }),
  person('memberIdentified', '人员识别时间', 'month'),
  person('memberState', '有效状态', memberState, { also: ['成员状态', '生存状态', 'AAB015'] }),
  person('disabilityKind', '残疾类别', disabilityKind),
  person('disabilityYear', '残疾证办证年度', 'year'),
  person('joinReason', '增加原因', 'text'),
  person('leaveReason', '减少原因', 'text'),
] as const;

/** One record a person and year: sheets.md §1.1, §1.2. */
export const memberYearFields = [
  state('education', '文化程度', education, { also: ['AAB008'] }),
  state('schooling', '在校生状况', schooling, { also: ['在校生情况', 'AAB009'], width: 28 }),
  state('dropoutReason', '失学或辍学原因', 'text', { also: ['义务教育阶段未上学原因', '失学原因'] }),
  state('health', '健康状况', health, { also: ['健康情况', 'AAB017'], width: 28 }),
  state('mandarin', '是否会讲普通话', 'yesNo', { also: ['普通话', 'AAB065'] }),
  work('labour', '劳动技能', labour, { also: ['劳动能力', 'AAB010'], width: 28 }),
  work('workArea', '务工区域', workArea, { also: ['务工状况', '务工情况'], width: 34 }),
  work('workPlace', '务工所在地', 'text', { also: ['上年务工所在地'] }),
  work('workMonths', '务工时间', 'count', { also: ['务工时间(月)', '年内务工时间(月数)', '务工月数', 'AAB012'], unit: '月' }),
  work('workFirm', '务工企业名称', 'text', { also: ['务工企业', 'AAB029'] }),
  work('workAbroad', '是否国外务工', 'yesNo'),
  work('industry', '产业分类', 'text', { also: ['所属行业'] }),
  work('jobChannel', '就业渠道', 'text'),
  work('publicPost', '公益性岗位类型', 'text', { also: ['公益性岗位', '公益岗位类型'] }),
  work('publicPostMonths', '公益性岗位月数', 'count', { also: ['公益岗位月数', '公益性岗位(月数)'], unit: '月' }),
  secured('dibao', '是否享受低保', 'yesNo', { also: ['是否享受农村居民最低生活保障', '享受低保政策情况', 'AAB030'] }),
  secured('tekun', '是否特困供养人员', 'yesNo', { also: ['享受特困供养政策情况', '是否特困供养'] }),
  secured('residentMedical', '是否参加城乡居民基本医疗保险', 'yesNo', {
    also: [
      '是否参加新型农村合作医疗(城乡居民基本医疗保险)',
      '是否参加新型农村合作医疗',
      '是否参加新农合',
      '新农合',
      '新型农村合作医疗',
      '城乡居民基本医疗保险',
      'AAB013',
    ],
  }),
  secured('employeeMedical', '是否参加城镇职工基本医疗保险', 'yesNo', { also: ['城镇职工基本医疗保险', '职工医保'] }),
  secured('seriousIllness', '是否参加大病保险', 'yesNo', { also: ['参加大病医疗', '大病保险', '是否参加大病医疗', 'AAB022'] }),
  secured('commercialMedical', '是否参加商业补充医疗保险', 'yesNo', { also: ['商业补充医疗保险', 'AAB067'] }),
  secured('medicalAid', '是否接受大病医疗救助', 'yesNo', { also: ['是否接受医疗救助'] }),
  secured('otherHealthAid', '是否接受其他健康扶贫', 'yesNo'),
  secured('residentPension', '是否参加城乡居民基本养老保险', 'yesNo', { also: ['新型养老', '城乡居民基本养老保险', 'AAB014'] }),
  secured('employeePension', '是否参加城镇职工基本养老保险', 'yesNo', { also: ['城镇职工养老', '城镇职工基本养老保险', 'AAB021'] }),
  secured('accidentInsurance', '是否享受人身意外保险补贴', 'yesNo', { also: ['意外保险', 'AAB066'] }),
] as const;
