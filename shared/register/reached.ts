import { textOf, type HouseholdFacts, type MemberFacts, type RecordFacts } from './facts.ts';

export const recordsIn = (household: HouseholdFacts, ...keys: readonly string[]): readonly RecordFacts[] => keys.flatMap((key) => household.records[key] ?? []);

/** Whether an industry project or measure of the year reaches the household. */
export const hasIndustry = (household: HouseholdFacts, year: number): boolean =>
  recordsIn(household, 'benefitProject', 'yield').some((record) => record.year === null || record.year === year) ||
  recordsIn(household, 'measure').some(({ year: of, values }) => (of === null || of === year) && textOf(values, 'measure.class').includes('产业')) ||
  textOf(household.values, 'industryHelp') !== '';

export const contracted = (member: MemberFacts, household: HouseholdFacts): boolean => recordsIn(household, 'doctorContract').some(({ memberId }) => memberId === member.id);
export const rebuilding = (household: HouseholdFacts): readonly RecordFacts[] => recordsIn(household, 'houseRebuild');
export const hasSafeWater = ({ values }: HouseholdFacts): boolean => textOf(values, 'safeWater') === '是';
export const isPaved = ({ values }: HouseholdFacts): boolean => ['水泥路', '沥青路', '硬化路'].includes(textOf(values, 'roadKind'));
export const cases = (household: HouseholdFacts): readonly RecordFacts[] => recordsIn(household, 'medicalClaim', 'treatment');
