import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Level } from '../papers/gate.ts';
import type { Explained } from '../reports/explain.ts';
import type { MadeProse } from '../reports/make-prose.ts';
import type { MadeReport } from '../reports/made-report.ts';
import type { PeriodKind } from '../reports/report.ts';
import { leaving } from './outgoing.ts';
import { free, procedure, reading } from './procedure.ts';

/** Reports: made from the register, looked at, taken out through the gate, frozen as sent, explained later. */
export interface ReportInfo {
  readonly key: string;
  readonly title: string;
  readonly theme: string;
  readonly note: string;
  readonly period: PeriodKind;
  /** The period in which today lies. */
  readonly now: string;
  readonly sheets: readonly string[];
  /** Whether it is also told in running text. */
  readonly prose: boolean;
}

export interface FrozenReport {
  readonly number: number;
  readonly report: string;
  readonly period: string;
  readonly at: string;
  readonly who: string;
  readonly revision: number;
  readonly level: Level;
  readonly note: string;
  readonly file: string;
  readonly sha256: string;
}

/** A report in running text, with where its numbers come from. */
export interface ToldProse extends MadeProse {
  /** What was reported for the period; null: the numbers are those of the register now. */
  readonly frozen: FrozenReport | null;
  /** What was reported for the period before, to which they are compared. */
  readonly before: FrozenReport | null;
  readonly notes: readonly string[];
}

const wanted = z.object({ report: z.string(), period: z.string().max(20).optional() });
const jobbed = { job: z.string().optional() };

export const reports = {
  list: free.output(type<readonly ReportInfo[]>()),
  /** The report as it would leave on that level; nothing is noted, nothing leaves. Refused while an identity does not hold. */
  make: reading
    .input(wanted.extend({ level: leaving.shape.level.default('reduced'), ...jobbed }))
    .output(type<{ readonly made: MadeReport; readonly frozen: FrozenReport | null; readonly before: MadeReport | null }>()),
  /** The very PDF that is saved and printed, for looking at. */
  page: reading
    .input(wanted.extend({ level: leaving.shape.level.default('reduced'), withDefinitions: z.boolean().default(false), ...jobbed }))
    .output(z.file()),
  /** In running text, from what was reported for the period; `live`: from the register although something was reported. */
  prose: reading.input(wanted.extend({ live: z.boolean().default(false) })).output(type<ToldProse>()),
  /** The file, noted in what left; .docx is the running text. `freeze`: kept with its data as it was sent. */
  take: reading
    .input(wanted.extend({ ...leaving.shape, as: z.enum(['xlsx', 'pdf', 'docx']), withDefinitions: z.boolean().default(false), freeze: z.boolean().default(false), note: z.string().max(200).default(''), ...jobbed }))
    .output(z.file()),
  /** Writes beside a row of a period: problem, next step, remark. */
  write: procedure.input(z.object({ report: z.string(), period: z.string().max(20), place: z.string().max(200), text: z.string().max(2000) })).output(type<{ readonly revision: number }>()),
  frozen: reading.input(z.object({ report: z.string().optional() })).output(type<readonly FrozenReport[]>()),
  /** A frozen report: as it was, and household by household why its numbers are others today. */
  frozenOne: reading.input(z.object({ number: z.int() })).output(type<{ readonly frozen: FrozenReport; readonly made: MadeReport; readonly explained: readonly Explained[] }>()),
  /** The file as it was sent, noted as leaving again. */
  frozenFile: reading.input(z.object({ number: z.int(), reason: z.string().max(200).default('') })).output(z.file()),
};
