import { numberOf, textOf, type HouseholdFacts, type MemberFacts } from '../../register/facts.ts';
import { rates2020 } from '../../plan/rates.ts';
import { ageOn, here, is } from '../columns.ts';
import type { Asked, Line } from '../report.ts';

/** Who is meant by the words of the reports; one meaning each, wherever the word stands. */
const several = (key: string, word: string) => ({ values }: MemberFacts): boolean => textOf(values, key).includes(word);

export const isDisabled = several('health', '残疾');
export const isChronic = several('health', '慢性病');
export const isGravelyIll = several('health', '大病');
export const onDibao = is('dibao', '是');
export const onTekun = is('tekun', '是');
export const onSupport = (member: MemberFacts): boolean => onDibao(member) || onTekun(member);
export const medicallyInsured = (member: MemberFacts): boolean => is('residentMedical', '是')(member) || is('employeeMedical', '是')(member);
export const pensionInsured = (member: MemberFacts): boolean => is('residentPension', '是')(member) || is('employeePension', '是')(member);

const able = is('labour', '普通劳动力', '技能劳动力', '弱劳动力或半劳动力');
export const canWork = (member: MemberFacts): boolean => able(member);
export const atWork = (member: MemberFacts): boolean => {
  const area = textOf(member.values, 'workArea');
  return area !== '' && area !== '未务工';
};
export const onPublicPost = ({ values }: MemberFacts): boolean => textOf(values, 'publicPost') !== '';

export const atSchool = ({ values }: MemberFacts): boolean => !['', '非在校生', '学龄前儿童'].includes(textOf(values, 'schooling'));

/** 学前, 小学, 初中, 高中, 中职, 高等; null for who is at none. */
export function stageOf({ values }: MemberFacts): string | null {
  const school = textOf(values, 'schooling');
  if (school === '学前教育') return '学前';
  if (school === '小学') return '小学';
  if (['七年级', '八年级', '九年级'].includes(school)) return '初中';
  if (school.startsWith('普通高中')) return '高中';
  if (school.startsWith('中职')) return '中职';
  return atSchool({ id: '', householdId: '', values }) ? '高等' : null;
}

/** 6–15 full years on the last day of the period. */
export const ofSchoolAge = (member: MemberFacts, _household: HouseholdFacts, { until }: Asked): boolean => {
  const age = ageOn(member, until);
  return age !== null && age >= 6 && age <= 15;
};
export const isOld = (member: MemberFacts, _household: HouseholdFacts, { until }: Asked): boolean => (ageOn(member, until) ?? 0) >= 60;
/** From 16 on and not at school: who is to be insured for old age. */
export const ofPensionAge = (member: MemberFacts, _household: HouseholdFacts, { until }: Asked): boolean => (ageOn(member, until) ?? 0) >= 16 && !atSchool(member);

/** Below the plan's line; an income that is not known is not below it. */
export const isLow = (household: HouseholdFacts): boolean => {
  const income = numberOf(household.values, 'perCapitaIncome');
  return income !== null && income < rates2020.lowIncome;
};
export const isMonitored = ({ values }: HouseholdFacts): boolean => textOf(values, 'monitoredKind') !== '' && textOf(values, 'riskCleared') !== '是';

/** One line a household, a person of it, or none: for lists. */
export const perHousehold = (test: (household: HouseholdFacts, asked: Asked) => boolean = () => true) =>
  function* lines({ household }: { readonly household: HouseholdFacts | null }, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (household && here(household).length > 0 && test(household, asked)) yield { member: null, record: null };
  };

export const perMember = (test: (member: MemberFacts, household: HouseholdFacts, asked: Asked) => boolean = () => true) =>
  function* lines({ household }: { readonly household: HouseholdFacts | null }, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (household) for (const member of here(household)) if (test(member, household, asked)) yield { member, record: null };
  };

/** One line a record of a ledger; of a household's, with the person that it is about. */
export const perRecord = (ledger: string, test: (record: NonNullable<Line['record']>, asked: Asked) => boolean = () => true) =>
  function* lines({ household, record: own }: Pick<Line['unit'], 'household' | 'record'>, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (!household) {
      if (own && test(own, asked)) yield { member: null, record: own };
      return;
    }
    for (const record of household.records[ledger] ?? []) if (test(record, asked)) yield { member: household.members.find(({ id }) => id === record.memberId) ?? null, record };
  };
