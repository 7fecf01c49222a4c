import { textOf, numberOf, type HouseholdFacts, type MemberFacts, type RecordFacts } from '../register/facts.ts';
import { isHere } from '../register/who.ts';
import type { Asked, BlankColumn, Item, NumberColumn, NumberUnit, RatioColumn, Unit, Weigh } from './report.ts';

export type OfHousehold = (household: HouseholdFacts, asked: Asked) => boolean;
export type OfMember = (member: MemberFacts, household: HouseholdFacts, asked: Asked) => boolean;

/** Who is counted: those who are still there. */
export const here = (household: HouseholdFacts): readonly MemberFacts[] => household.members.filter(isHere);

const ofHousehold = (weigh: (household: HouseholdFacts, asked: Asked) => number): Weigh => (unit, asked) => (unit.household ? weigh(unit.household, asked) : 0);

/** One for each household that has somebody and is meant. */
export const households = (test: OfHousehold = () => true): Weigh => ofHousehold((household, asked) => (here(household).length > 0 && test(household, asked) ? 1 : 0));
export const people = (test: OfMember = () => true): Weigh => ofHousehold((household, asked) => here(household).filter((member) => test(member, household, asked)).length);
export const householdsWith = (test: OfMember): Weigh => households((household, asked) => here(household).some((member) => test(member, household, asked)));
/** Everybody of the households that are meant. */
export const peopleOf = (test: OfHousehold): Weigh => ofHousehold((household, asked) => (test(household, asked) ? here(household).length : 0));
/** A number of the household's. */
export const amount = (key: string, test: OfHousehold = () => true): Weigh => ofHousehold((household, asked) => (test(household, asked) ? (numberOf(household.values, key) ?? 0) : 0));

/** Records of a ledger that belong to the year or, where a date says so, to the period. */
export type OfRecord = (record: RecordFacts, asked: Asked) => boolean;
export const recordsOf = (unit: Unit, ledger: string): readonly RecordFacts[] => (unit.record ? (unit.ledger === ledger ? [unit.record] : []) : (unit.household?.records[ledger] ?? []));
export const inYear = (record: RecordFacts, asked: Asked): boolean => record.year === null || record.year === asked.year;
/** Whether a date or month of the record lies in the period. */
export const inPeriod = (key: string) => ({ values }: RecordFacts, { from, until }: Asked): boolean => {
  const day = textOf(values, key);
  return day !== '' && day >= from.slice(0, day.length) && day <= until.slice(0, day.length);
};
/** … or before it, in the same year. */
export const untilPeriod = (key: string) => ({ values }: RecordFacts, { year, until }: Asked): boolean => {
  const day = textOf(values, key);
  return day >= String(year) && day <= until.slice(0, day.length);
};

export const records = (ledger: string, test: OfRecord = inYear): Weigh => (unit, asked) => recordsOf(unit, ledger).filter((record) => test(record, asked)).length;
export const sumOf = (ledger: string, key: string, test: OfRecord = inYear): Weigh => (unit, asked) => recordsOf(unit, ledger).reduce((sum, record) => (test(record, asked) ? sum + (numberOf(record.values, key) ?? 0) : sum), 0);
/** Different people of whom there is a record. */
export const peopleWith = (ledger: string, test: OfRecord = inYear): Weigh => (unit, asked) => new Set(recordsOf(unit, ledger).flatMap((record) => (record.memberId !== null && test(record, asked) ? [record.memberId] : []))).size;
export const householdsWithRecord = (ledger: string, test: OfRecord = inYear): Weigh => (unit, asked) => (recordsOf(unit, ledger).some((record) => test(record, asked)) ? 1 : 0);

const heads = (head: string): readonly string[] => head.split('/');

/** A number column; `head` with "/" between the rows of heads. */
export const number = (key: string, head: string, unit: NumberUnit, weigh: Weigh, means: string): NumberColumn => ({ kind: 'number', key, head: heads(head), unit, means, weigh });
export const ratio = (key: string, head: string, part: string, whole: string, means: string): RatioColumn => ({ kind: 'ratio', key, head: heads(head), part, whole, means });
export const blank = (key: string, head: string): BlankColumn => ({ kind: 'blank', key, head: heads(head) });

export const item = (group: string, key: string, label: string, unit: NumberUnit, of: Pick<Item, 'target' | 'month' | 'total'> & { readonly plan?: readonly string[]; readonly from?: readonly string[] }, means: string): Item => ({ group, key, label, unit, means, plan: of.plan ?? [], from: of.from ?? [], target: of.target, month: of.month, total: of.total });
