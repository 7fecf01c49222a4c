import { ageOn } from '../../register/age.ts';
import type { HouseholdFacts, MemberFacts } from '../../register/facts.ts';
import { atSchool } from '../../register/who.ts';
import { here, type OfMember } from '../columns.ts';
import type { Asked, Line } from '../report.ts';

/** Whom the reports mean by the end of their period, and lines of them; who is meant by a word as such: register/who.ts. */
const aged = (test: (age: number) => boolean): OfMember => ({ values }, _household, { until }) => {
  const age = ageOn(values, until);
  return age !== null && test(age);
};

/** 6–15 full years on the last day of the period. */
export const ofSchoolAge = aged((age) => age >= 6 && age <= 15);
export const isOld = aged((age) => age >= 60);
const grown = aged((age) => age >= 16);
/** From 16 on and not at school: who is to be insured for old age. */
export const ofPensionAge: OfMember = (member, household, asked) => grown(member, household, asked) && !atSchool(member);

/** One line a household, a person of it, or none: for lists. */
export const perHousehold = (test: (household: HouseholdFacts, asked: Asked) => boolean = () => true) =>
  function* lines({ household }: { readonly household: HouseholdFacts | null }, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (household && here(household).length > 0 && test(household, asked)) yield { member: null, record: null };
  };

export const perMember = (test: (member: MemberFacts, household: HouseholdFacts, asked: Asked) => boolean = () => true) =>
  function* lines({ household }: { readonly household: HouseholdFacts | null }, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (household) for (const member of here(household)) if (test(member, household, asked)) yield { member, record: null };
  };

/** One line a record of a ledger; of a household's records, with the person that each is about. */
export const perRecord = (ledger: string, test: (record: NonNullable<Line['record']>, asked: Asked) => boolean = () => true) =>
  function* lines({ household, record: own }: Pick<Line['unit'], 'household' | 'record'>, asked: Asked): Generator<Omit<Line, 'unit'>> {
    if (own) {
      if (test(own, asked)) yield { member: null, record: own };
      return;
    }
    if (household) for (const record of household.records[ledger] ?? []) if (test(record, asked)) yield { member: household.members.find(({ id }) => id === record.memberId) ?? null, record };
  };
