import { type } from '@orpc/contract';
import { z } from 'zod';
import { simpleRuleSchema, type SimpleRule } from '../checks/simple/simple-rule.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';
import type { Grade } from '../wording/grades.ts';

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

/** A rule, and whether it was asked: not in other years than its own, not where what it reads is empty everywhere, not where the office switched it off. */
export interface RuleCount {
  readonly rule: string;
  readonly grade: Grade;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly state: 'asked' | 'noData' | 'otherYears' | 'off' | 'faulty';
  /** What it reads and what is empty everywhere: field keys, `last:KEY`, `ledger:KEY`; `A|B` is either. */
  readonly lacks: readonly string[];
  /** Why it is off or cannot be asked. */
  readonly note: string;
}

/** An exemption, and what it is now: it holds; what it excused has changed; its day is over; somebody ended it; nothing is found there any more. */
export interface ExemptionRow {
  readonly id: string;
  readonly finding: string;
  readonly rule: string;
  readonly householdId: string | null;
  readonly whom: string;
  readonly message: string;
  readonly reason: string;
  readonly evidence: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly state: 'holds' | 'changed' | 'expired' | 'ended' | 'gone';
  readonly note: string;
}

export interface CheckResult {
  readonly year: number;
  /** The day as of which ages count. */
  readonly day: string;
  readonly findings: readonly FindingRow[];
  readonly counts: Readonly<Record<string, number>>;
  readonly rules: readonly RuleCount[];
  /** Findings that an exemption excuses. */
  readonly exempted: readonly FindingRow[];
  readonly exemptions: readonly ExemptionRow[];
}

/** How good the data of an office or village are. */
export interface PlaceScore {
  readonly town: string;
  /** '' for the whole office. */
  readonly village: string;
  readonly households: number;
  /** Households with something of grade E, and with something of grade W only. */
  readonly wrong: number;
  readonly doubtful: number;
  /** 100 where nothing is found: a household with an E costs its whole share, one with a W alone half of it. */
  readonly score: number;
}

/** A run that was kept, as the next one is held against it. */
export interface KeptRun {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly findings: number;
  /** Problems by key of the rule. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface CheckReport extends CheckResult {
  readonly scores: readonly PlaceScore[];
  /** The run before this one, and how many of its problems are gone and how many are new; null where none was kept. */
  readonly before: { readonly run: KeptRun; readonly gone: number; readonly fresh: number } | null;
  /** Kept runs of the year, newest first. */
  readonly runs: readonly KeptRun[];
}

/** What an import would bring and mend; null where it is too large to be tried. */
export interface PlanFindings {
  readonly households: number;
  readonly fresh: readonly FindingRow[];
  readonly mended: number;
}

/** A threshold as it holds, and what it was set to. */
export interface LimitRow {
  readonly limit: string;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  /** In the year asked for; null where there is none of it. */
  readonly value: number | null;
  readonly steps: readonly { readonly from: number; readonly value: number; readonly record: string | null; readonly why: string }[];
}

export interface OwnRule {
  readonly record: string;
  readonly rule: SimpleRule;
  /** '' where it can be asked. */
  readonly fault: string;
}

export interface RuleBookState {
  readonly limits: readonly LimitRow[];
  readonly own: readonly OwnRule[];
  /** Every rule with its key, title and grade; `off` tells why it is switched off, null where it is on. */
  readonly rules: readonly { readonly rule: string; readonly grade: Grade; readonly title: string; readonly source: string; readonly off: string | null }[];
}

const year = z.int().min(2000).max(2100).optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = z.string().max(500);

export const checking = {
  /** `keep`: the run is kept, and later ones are held against it. */
  run: reading.input(z.object({ year, rules: z.array(z.string().max(10)).max(500).optional(), keep: z.boolean().optional(), job: z.string().optional() })).output(type<CheckReport>()),
  /** The same as a workbook: counts, scores, exemptions, one sheet a rule with the values that it read. */
  export: reading.input(z.object({ year, rules: z.array(z.string().max(10)).max(500).optional(), level: leaving.shape.level.default('reduced'), reason: leaving.shape.reason, job: z.string().optional() })).output(z.file()),
  /** Some households as they are now: for the marks of grid and card. */
  ofHouseholds: reading.input(z.object({ ids: z.array(z.string()).max(500), year })).output(type<readonly FindingRow[]>()),
  /** What a planned import would bring. */
  ofPlan: procedure.input(z.object({ batch: z.int(), year, job: z.string().optional() })).output(type<PlanFindings | null>()),
  /** This finding is right as it is. Its household is looked at alone where it is told. */
  exempt: procedure
    .input(z.object({ finding: z.string().max(40), householdId: z.string().optional(), year, reason: words, evidence: words.optional(), until: day.optional() }))
    .output(type<{ readonly id: string }>()),
  endExemption: procedure.input(z.object({ id: z.string() })).output(type<null>()),
  rules: reading.input(z.object({ year })).output(type<RuleBookState>()),
  /** Sets a threshold from a year on; a null value takes what was set back. */
  setLimit: procedure.input(z.object({ limit: z.string().max(40), from: z.int().min(2000).max(2100), value: z.number().min(0).max(100_000_000).nullable(), why: words })).output(type<null>()),
  /** Switches a rule off, with a reason, or on again. */
  switchRule: procedure.input(z.object({ rule: z.string().max(10), off: z.boolean(), why: words })).output(type<null>()),
  /** Writes an own rule; an id that is there already is written anew, none gets the next one. */
  saveRule: procedure.input(z.object({ rule: simpleRuleSchema.omit({ id: true }).extend({ id: z.string().regex(/^Z\d{3}$/).optional() }) })).output(type<OwnRule>()),
  removeRule: procedure.input(z.object({ rule: z.string().max(10) })).output(type<null>()),
  /** The own rules as a file for another office, and such a file taken in. */
  exportRules: reading.input(z.object({ name: z.string().trim().min(1).max(60), version: z.string().trim().min(1).max(30) })).output(z.file()),
  importRules: procedure.input(z.object({ file: z.file() })).output(type<{ readonly name: string; readonly version: string; readonly taken: readonly string[] }>()),
};
