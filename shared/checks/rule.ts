import type { MemberFacts, RecordFacts } from '../register/facts.ts';
import type { Home } from './home.ts';
import type { Rate } from '../register/parameters.ts';
import type { Limits } from './limits.ts';
import type { Person } from './person.ts';
import type { Grade } from '../wording/grades.ts';

/** Where one row of the register breaks a rule. */
export interface Problem {
  /** The person at fault; absent where the household is. */
  readonly member?: MemberFacts;
  /** Field key, '' where no single field is at fault. */
  readonly field: string;
  /** What is wrong, with the values that show it; never a whole identity number, phone or card. */
  readonly message: string;
  /** What to do, where it differs from the rule's own remedy. */
  readonly remedy?: string;
  /** The record of a ledger that is at fault. */
  readonly record?: RecordFacts;
}

/** Another row that bears the same number. */
export interface Bearer {
  /** Null where the household bears it: a bank card, a phone. */
  readonly memberId: string | null;
  readonly householdId: string;
  readonly name: string;
  /** 户编号 of its household, '' where it has none. */
  readonly householdNo: string;
}

export type Sharing = ReadonlyMap<string, readonly Bearer[]>;

/** What a rule may know beside the household that it looks at. */
export interface Around {
  readonly year: number;
  /** yyyy-MM-dd: the day on which the register is looked at. */
  readonly today: string;
  /** The day as of which ages count: register/age.ts. */
  readonly day: string;
  readonly limits: Limits;
  /** Amounts of the plan that hold on the day. */
  readonly rate: Rate;
  /** Everybody whose identity number has the same first 18 characters; only where there are several. */
  readonly sharingIdentity: Sharing;
  /** Everybody with the same 人编号; only where there are several. */
  readonly sharingMemberNo: Sharing;
  /** Households with the same phone, and with the same bank card; only where there are several. */
  readonly sharingPhone: Sharing;
  readonly sharingCard: Sharing;
  /** "street village" of the register's area tree, short and full names; empty where the tree has no villages. */
  readonly villages: ReadonlySet<string>;
  /** Names of helpers who are themselves in the register, by the identity number of their roster or by name and phone. */
  readonly poorHelpers: ReadonlySet<string>;
  /** 在校生状况 of the two years before, newest first, by member. */
  readonly schoolingBefore: ReadonlyMap<string, readonly [string, string]>;
}

/** What a rule about what stands for itself looks at: ledgers about nobody, and sums over all households. */
export interface Whole {
  readonly year: number;
  readonly today: string;
  readonly limits: Limits;
  /** Records of a ledger of the year and of none. */
  records(ledger: string): readonly RecordFacts[];
  /** The sum of a measure over a village's households, by "street village" and by "village" alone. */
  villageSum(field: string, town: string, village: string): number;
}

interface Said {
  /** Its own key: the number, and where the rule book bundles several conditions under one, which of them: R140-2. */
  readonly id: string;
  readonly grade: Grade;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** Where the rule comes from. */
  readonly source: string;
  /**
   * Field keys, `last:KEY` for last year's, and `ledger:KEY`; `A|B` is either. Without data in any one of them the rule says nothing at all,
   * and the count sheet tells so. An exemption holds while none of them changes.
   */
  readonly reads: readonly string[];
  /** What it reads besides, where it is there. */
  readonly may?: readonly string[];
  /** The years in which it is asked; both ends in it. */
  readonly years?: readonly [from: number | null, until: number | null];
}

/** One rule: a declaration and a test. The engine asks it of every household of the register, once a check. */
export interface Rule extends Said {
  problems(home: Home, around: Around): readonly Problem[];
  /** The same for what belongs to no household. */
  ofWhole?(whole: Whole): readonly Problem[];
}

export const nothing: readonly Problem[] = [];
export const numberOfRule = (id: string): string => id.slice(0, 4);

type Found = Problem | readonly Problem[] | undefined | false | null;
const listed = (found: Found): readonly Problem[] => (!found ? nothing : 'message' in found ? [found] : found);

/** A rule about households. */
export const ofHomes = ({ problem, ...said }: Said & { readonly problem: (home: Home, around: Around) => Found }): Rule => ({
  ...said,
  problems: (home, around) => listed(problem(home, around)),
});

/** A rule about people, asked of each who belongs to the household, or of everybody who was ever entered. */
export function ofPeople({ problem, everybody = false, ...said }: Said & {
  readonly everybody?: boolean;
  readonly problem: (person: Person, around: Around) => Omit<Problem, 'member'> | undefined | false | null;
}): Rule {
  return {
    ...said,
    problems(home, around) {
      let found: Problem[] | undefined;
      for (const member of everybody ? home.members : home.present) {
        const one = problem(member, around);
        if (one) (found ??= []).push({ member, ...one });
      }
      return found ?? nothing;
    },
  };
}

/** A rule about the records of a ledger about people or households. */
export function ofRecords({ ledger, problem, ...said }: Said & {
  readonly ledger: string;
  readonly problem: (record: RecordFacts, home: Home, around: Around) => Omit<Problem, 'record'> | undefined | false | null;
}): Rule {
  return {
    ...said,
    problems(home, around) {
      let found: Problem[] | undefined;
      for (const record of home.records(ledger)) {
        const one = problem(record, home, around);
        if (!one) continue;
        const member = home.members.find(({ id }) => id === record.memberId);
        (found ??= []).push({ record, ...(member ? { member } : {}), ...one });
      }
      return found ?? nothing;
    },
  };
}

/** A rule about what belongs to no household. */
export const ofTheWhole = ({ problem, ...said }: Said & { readonly problem: (whole: Whole) => readonly Problem[] }): Rule => ({
  ...said,
  problems: () => nothing,
  ofWhole: problem,
});
