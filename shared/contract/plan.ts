import { type } from '@orpc/contract';
import { z } from 'zod';
import type { AidLine } from '../plan/aid/calculator.ts';
import type { DutyClock } from '../plan/duties/clock.ts';
import type { DutyLine } from '../plan/duties/judge.ts';
import type { MoneyFlow, PostedDays } from '../plan/money.ts';
import type { PlanBoard, TargetDetail } from '../plan/measured.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';

const when = {
  year: z.int().optional(),
  /** The day on which the plan is looked at, with what is known now; absent: today, or the year's last day after it. */
  day: z.iso.date().optional(),
};

/** A rate or standard with the days from which it holds. */
export interface ParameterRow {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly steps: readonly { readonly from: string; readonly value: number; readonly why: string; readonly own: boolean }[];
}

/** A day that is not as its weekday has it. */
export interface SpecialDay {
  readonly day: string;
  /** Nobody works. */
  readonly off: boolean;
  /** The holiday that it belongs to, '' for none. */
  readonly holiday: string;
  /** The office said so; `why` then says by what, `usual` what the country's calendar has. */
  readonly own: boolean;
  readonly why: string;
  readonly usual: '放假' | '上班';
}

/** One calculation for everybody: amounts in fen; of `taper` months, of `changes` years. */
export interface AidTable {
  readonly key: string;
  readonly title: string;
  readonly means: string;
  readonly heads: readonly [due: string, paid: string, owed: string];
  readonly year: number;
  readonly day: string;
  /** What must be written down first; then there are no lines. */
  readonly lacks: string;
  readonly lines: readonly AidLine[];
  readonly sums: { readonly due: number; readonly paid: number; readonly owed: number };
}

/** The year's plan: its rows measured, its duties, what the office changed of it. */
export const plan = {
  board: reading.input(z.object({ ...when, names: z.int().min(0).max(200_000).default(0) })).output(type<PlanBoard>()),
  /** One row with everybody who is missing. */
  target: reading.input(z.object({ ...when, row: z.string().max(8), most: z.int().min(0).max(200_000).default(1000) })).output(type<TargetDetail>()),
  duties: reading.input(z.object(when)).output(type<DutyClock>()),
  /** Every occurrence of the year for one unit or person. */
  dutiesOf: reading.input(z.object({ ...when, who: z.string().max(60) })).output(type<readonly DutyLine[]>()),
  /** What is still to be done, as a calendar. */
  calendar: reading.input(z.object({ ...when, who: z.string().max(60).optional() })).output(z.file()),
  aid: reading.input(z.object({ ...when, key: z.string().max(20) })).output(type<AidTable>()),
  /** The year's money from each sum that came in to the households, and how long it has been posted. */
  money: reading.input(z.object(when)).output(type<MoneyFlow & { readonly postings: readonly PostedDays[] }>()),
  /** The same as workbooks; inside the offices only. */
  exportAid: reading.input(leaving.extend({ ...when, key: z.string().max(20), job: z.string().optional() })).output(z.file()),
  exportMoney: reading.input(leaving.extend({ ...when, job: z.string().optional() })).output(z.file()),
  parameters: reading.input(z.object({ year: when.year })).output(type<readonly ParameterRow[]>()),
  /** Holidays and make-up days of the year, with what the office says of them. */
  days: reading.input(z.object({ year: when.year })).output(type<readonly SpecialDay[]>()),
  /** Says of a day that it is worked or not; null takes that back. */
  sayDay: procedure.input(z.object({ day: z.iso.date(), kind: z.enum(['放假', '上班']).nullable(), holiday: z.string().max(20).default(''), why: z.string().max(200).default('') })).output(type<null>()),
  /** Changes a row, a duty or a standard; null takes the change back. */
  say: procedure.input(z.object({ year: when.year, of: z.string().max(40), what: z.string().max(20), from: z.union([z.iso.date(), z.literal('')]).default(''), value: z.string().max(200).nullable(), why: z.string().max(200).default('') })).output(type<null>()),
  /** Says of one occurrence of a duty that it was done or need not be; null takes that back. */
  mark: procedure.input(z.object({ duty: z.string().max(40), who: z.string().max(60), due: z.iso.date(), state: z.enum(['已办', '免办']).nullable(), why: z.string().max(400).default('') })).output(type<null>()),
};
