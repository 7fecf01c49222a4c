import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './procedure.ts';

export type Grade = 'E' | 'W' | 'I';

export interface FindingRow {
  /** The same for the same rule, subject and field for as long as the register lives. */
  readonly id: string;
  /** Key of the rule: R021, or R107-2 where the rule book bundles several under a number. */
  readonly rule: string;
  readonly grade: Grade;
  /** 户编号, or '' where the household has none or the finding is about none. */
  readonly household: string;
  readonly householdId: string | null;
  /** Name of the head, '' where there is none. */
  readonly head: string;
  readonly town: string;
  readonly village: string;
  readonly memberId: string | null;
  /** Name of the person, '' where the finding is about the household. */
  readonly person: string;
  /** Field key, '' where no single field is at fault. */
  readonly field: string;
  /** The record of a ledger that is at fault. */
  readonly recordId: string | null;
  readonly message: string;
  readonly remedy: string;
  /** Why an exemption of it holds no longer; '' where there was none. */
  readonly reopened: string;
}

/** A rule, and whether it was asked: not in other years than its own, and not where what it reads is empty everywhere. */
export interface RuleCount {
  readonly rule: string;
  readonly grade: Grade;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly state: 'asked' | 'noData' | 'otherYears';
  /** What it reads and what is empty everywhere: field keys, `last:KEY`, `ledger:KEY`. */
  readonly lacks: readonly string[];
}

export interface CheckResult {
  readonly findings: readonly FindingRow[];
  readonly counts: Readonly<Record<string, number>>;
  readonly rules: readonly RuleCount[];
}

const year = z.int().min(2000).max(2100).optional();

export const checking = {
  run: procedure.input(z.object({ year, job: z.string().optional() })).output(type<CheckResult>()),
  /** Some households as they are now: for the marks of grid and card. */
  ofHouseholds: procedure.input(z.object({ ids: z.array(z.string()).max(500), year })).output(type<readonly FindingRow[]>()),
};
