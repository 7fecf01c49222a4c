import { shippedRules } from '../../../electron/core/checking/rule-book.ts';
import { Home } from '../../../shared/checks/home.ts';
import { limitsIn } from '../../../shared/checks/limits.ts';
import { rateOn } from '../../../shared/register/parameters.ts';
import type { Around, Problem, Whole } from '../../../shared/checks/rule.ts';
import { checkCharacter } from '../../../shared/fields/identity-number.ts';
import type { HouseholdFacts, RecordFacts, Values } from '../../../shared/register/facts.ts';

/** An identity number that nobody can bear; the order's last digit odd for a man. */
export const identity = (order: string, birth = '19500203'): string => {
  const first17 = `990504${birth}${order}`;
  return first17 + checkCharacter(first17);
};
export const his = identity('001');
export const hers = identity('002');

export const around: Around = {
  year: 2020,
  today: '2020-06-30',
  day: '2020-06-30',
  limits: limitsIn(2020),
  rate: rateOn('2020-06-30'),
  sharingIdentity: new Map(),
  sharingMemberNo: new Map(),
  sharingPhone: new Map(),
  sharingCard: new Map(),
  villages: new Set(['试验街道 大峪村', ' 大峪村']),
  poorHelpers: new Set(),
  schoolingBefore: new Map(),
};
export const near = (changes: Partial<Around>): Around => ({ ...around, ...changes });

/** Members are m0, m1, … of the household h. */
export const household = (values: Values, ...members: Values[]): HouseholdFacts => ({
  id: 'h', year: 2020, values, lastYear: {}, helpers: [], records: {},
  members: members.map((each, at) => ({ id: `m${at}`, householdId: 'h', values: { name: `试${at}`, ...each } })),
});

/** The same with more: last year's values, helpers, records by ledger; `of` is the place of the member. */
export interface More {
  readonly year?: number;
  readonly last?: Values;
  readonly helpers?: readonly Values[];
  readonly records?: Readonly<Record<string, readonly { readonly of?: number; readonly year?: number | null; readonly values?: Values }[]>>;
}
export const withMore = (facts: HouseholdFacts, { year = facts.year, last = {}, helpers = [], records = {} }: More): HouseholdFacts => ({
  ...facts,
  year,
  lastYear: last,
  helpers: helpers.map((values, at) => ({ id: `p${at}`, values })),
  records: Object.fromEntries(
    Object.entries(records).map(([ledger, list]) => [
      ledger,
      list.map(({ of, year: own = year, values = {} }, at) => ({
        id: `${ledger}${at}`, memberId: of === undefined ? null : `m${of}`, year: own,
        values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ledger}.${key}`, value])),
      })),
    ]),
  ),
});

export const head: Values = { relation: '户主', sex: '男', identityNo: his, birthDate: '1950-02-03' };
export const spouse: Values = { relation: '配偶', sex: '女', identityNo: hers, birthDate: '1950-02-03' };
export const sound = household({ householdSize: 2, town: '试验街道', village: '大峪村' }, head, spouse);
/** Somebody of an age in June 2020. */
export const aged = (age: number, values: Values = {}): Values => ({ birthDate: `${2020 - age}-01-15`, ...values });

/** Of a year: ages count on its last day, and its limits hold. */
export const inYear = (year: number, changes: Partial<Around> = {}): Around => near({ year, today: `${year}-12-31`, day: `${year}-12-31`, limits: limitsIn(year), ...changes });

/** Records of a ledger about nobody, and what the households of a village have together. */
export function whole(ledger: string, values: Values, sums: Readonly<Record<string, number>> = {}): Whole {
  const record: RecordFacts = { id: 'w0', memberId: null, year: 2020, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ledger}.${key}`, value])) };
  return { year: 2020, today: '2020-06-30', limits: limitsIn(2020), records: (of) => (of === ledger ? [record] : []), villageSum: (field) => sums[field] ?? 0 };
}
export interface WholeCase {
  readonly rule: string;
  readonly why: string;
  readonly wrong: Whole;
  readonly right: Whole;
}
export const ofWhole = (rule: string, why: string, wrong: Whole, right: Whole): WholeCase => ({ rule, why, wrong, right });

/** What breaks a rule, the nearest that does not, and why the one and not the other; each in surroundings of its own where it needs them. */
export interface Case {
  readonly rule: string;
  readonly why: string;
  readonly wrong: HouseholdFacts;
  readonly right: HouseholdFacts;
  readonly around?: Around;
  readonly rightAround?: Around;
}
export const at = (rule: string, why: string, wrong: HouseholdFacts, right: HouseholdFacts, within?: Around, rightWithin?: Around): Case => ({
  rule, why, wrong, right, ...(within ? { around: within } : {}), ...(rightWithin ? { rightAround: rightWithin } : {}),
});
/** A case of one person: the head of a household. */
export const person = (rule: string, why: string, wrong: Values, right: Values, within?: Around, rightWithin?: Around): Case =>
  at(rule, why, household({}, { ...head, ...wrong }), household({}, { ...head, ...right }), within, rightWithin);
/** A case of household values alone. */
export const home = (rule: string, why: string, wrong: Values, right: Values, within?: Around, rightWithin?: Around): Case =>
  at(rule, why, household(wrong, head), household(right, head), within, rightWithin);

export function problemsOf(id: string, facts: HouseholdFacts, within: Around = around): readonly Problem[] {
  const rule = shippedRules().find((each) => each.id === id);
  if (!rule) throw new Error(`No rule ${id}`);
  return rule.problems(new Home(facts, within.day), within);
}
