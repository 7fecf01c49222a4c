import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './procedure.ts';

export type Grade = 'E' | 'W' | 'I';

export interface FindingRow {
  readonly rule: string;
  readonly grade: Grade;
  /** 户编号, or '' where the household has none. */
  readonly household: string;
  readonly householdId: string | null;
  readonly memberId: string | null;
  /** Name of the person, '' where the finding is about the household. */
  readonly person: string;
  /** Field key, '' where no single field is at fault. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

export interface CheckResult {
  readonly findings: readonly FindingRow[];
  readonly counts: Readonly<Record<string, number>>;
  readonly rules: readonly { readonly rule: string; readonly grade: Grade; readonly title: string; readonly why: string }[];
}

export const checking = {
  run: procedure.input(z.object({ year: z.int().optional(), job: z.string().optional() })).output(type<CheckResult>()),
};
