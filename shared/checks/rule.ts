import type { HouseholdFacts, MemberFacts } from '../register/facts.ts';

/** E: wrong, must be put right. W: probably wrong, somebody must look. I: for information. */
export type Grade = 'E' | 'W' | 'I';

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
}

/** Another row that bears the same number. */
export interface Bearer {
  readonly memberId: string;
  readonly householdId: string;
  readonly name: string;
  /** 户编号 of its household, '' where it has none. */
  readonly householdNo: string;
}

/** What a rule may know beside the household that it looks at. */
export interface Around {
  readonly year: number;
  /** yyyy-MM-dd. */
  readonly today: string;
  /** Everybody whose identity number has the same first 18 characters; only where there are several. */
  readonly sharingIdentity: ReadonlyMap<string, readonly Bearer[]>;
  /** Everybody with the same 人编号; only where there are several. */
  readonly sharingMemberNo: ReadonlyMap<string, readonly Bearer[]>;
  /** "street village" of the register's area tree, short and full names; empty where the tree has no villages. */
  readonly villages: ReadonlySet<string>;
}

/** One rule: a declaration and a test. The engine asks it of every household of the register, once a year's check. */
export interface Rule {
  /** Number in the office's rule book, R001–R150. */
  readonly number: string;
  readonly grade: Grade;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  problems(household: HouseholdFacts, around: Around): Iterable<Problem>;
}

/** A rule about people, asked of each. */
export function ofMembers(rule: Omit<Rule, 'problems'> & { readonly problem: (member: MemberFacts, household: HouseholdFacts, around: Around) => Omit<Problem, 'member'> | undefined }): Rule {
  const { problem, ...said } = rule;
  return {
    ...said,
    *problems(household, around) {
      for (const member of household.members) {
        const found = problem(member, household, around);
        if (found) yield { member, ...found };
      }
    },
  };
}
