import { type } from '@orpc/contract';
import { z } from 'zod';
import type { MonthCycle, ReturnLook, Standing } from '../cycle/month.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';

const period = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
const job = z.string().optional();
const paper = z.enum(['missing', 'check', 'minutes', 'bulletin']);

/** What a month looks like where one wants to send its workbooks. */
export interface YearOfMonths {
  readonly year: number;
  readonly today: string;
  readonly months: readonly MonthCycle[];
  /** The groups that report each month. */
  readonly groups: readonly string[];
}

/** The month's cycle: workbooks sent out and taken in, checked, reported, dispatched, told. Taken in by `importing`. */
export const cycle = {
  year: reading.input(z.object({ year: z.int().optional() })).output(type<YearOfMonths>()),
  /** Makes the workbooks, notes that they leave, and writes down that they were sent. `zip`: all of them in one file. */
  make: procedure.input(leaving.extend({ period, due: z.iso.date(), offices: z.array(z.string().max(60)).max(200).optional(), as: z.enum(['zip', 'files']).default('zip'), job })).output(z.object({ files: z.array(z.file()) })),
  /** What came back, file by file: whose it is, whether it can be taken in, what is out of the ordinary. Writes nothing. */
  look: reading.input(z.object({ files: z.array(z.file()).min(1).max(200), period: period.optional(), job })).output(type<readonly ReturnLook[]>()),
  /** Writes down that a step was done. */
  done: procedure.input(z.object({ period, step: z.enum(['check', 'report', 'dispatch', 'bulletin']), on: z.iso.date(), by: z.string().max(40), note: z.string().max(4000).default(''), groups: z.array(z.string().max(60)).max(40).optional() })).output(type<{ readonly label: string }>()),
  standings: reading.input(z.object({ period })).output(type<readonly Standing[]>()),
  /** The very PDF that `paper` saves, for looking at. */
  paperPage: reading.input(z.object({ period, paper })).output(z.file()),
  paper: reading.input(z.object({ period, paper, as: z.enum(['pdf', 'xlsx']), job })).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePaper: procedure.input(z.object({ period, paper })).output(z.file()),
};
