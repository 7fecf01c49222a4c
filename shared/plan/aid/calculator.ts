import type { MemberFacts } from '../../register/facts.ts';
import { textOf } from '../../register/facts.ts';
import { headOf } from '../targets/tally.ts';
import type { At, PlanHome } from '../targets/target.ts';

/** What one person or household should get, got, and is still owed, in fen; null where it cannot be told, with the reason in `note`. */
export interface AidLine {
  readonly householdId: string | null;
  readonly memberId: string | null;
  readonly who: string;
  readonly village: string;
  /** What it goes by: 寄宿小学生, 出勤 8 个月 … */
  readonly by: string;
  readonly due: number | null;
  readonly paid: number | null;
  /** Still owed; below zero: more than is due. */
  readonly owed: number | null;
  readonly note: string;
}

export type AidAt = Omit<At, 'row'>;

/** One calculation of the plan: whom it is about, by what rule, and what comes out for each. */
export interface Calculator {
  readonly key: string;
  readonly title: string;
  /** The rule in words, printed above the names. */
  readonly means: string;
  /** What the three sums are called. */
  readonly heads: readonly [due: string, paid: string, owed: string];
  readonly ledgers: readonly string[];
  /** What must be known first, in words; empty: it can be worked out. */
  readonly lacks?: (at: AidAt) => string;
  readonly lines: (home: PlanHome, at: AidAt) => readonly AidLine[];
}

type Said = Partial<Pick<AidLine, 'due' | 'paid' | 'owed' | 'note'>> & Pick<AidLine, 'by'>;

const filled = ({ by, due = null, paid = null, note = '', owed = due === null || paid === null ? null : due - paid }: Said): Omit<AidLine, 'householdId' | 'memberId' | 'who' | 'village'> => ({ by, due, paid, owed, note });
export const ofMember = (home: PlanHome, member: MemberFacts, said: Said): AidLine => ({ householdId: home.household.id, memberId: member.id, who: textOf(member.values, 'name'), village: textOf(home.household.values, 'village'), ...filled(said) });
export const ofHome = (home: PlanHome, said: Said): AidLine => ({ householdId: home.household.id, memberId: null, who: headOf(home), village: textOf(home.household.values, 'village'), ...filled(said) });

/** A parameter in yuan as fen; null before there is one. */
export const fen = (at: AidAt, key: string, day: string): number | null => {
  const yuan = at.parameter(key, day);
  return yuan === null ? null : Math.round(yuan * 100);
};

/** Months from one to another, both yyyy-MM, both counted. */
export const monthsIn = (from: string, until: string): number => (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
