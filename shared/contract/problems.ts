import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import type { ProblemState } from '../register/problem-state.ts';
import { mostDocuments } from './documents.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';

/** A problem to be put right, with where it stands. Its values are those of the ledger `problem`. */
export interface ProblemRow {
  readonly id: string;
  readonly revision: number;
  readonly householdId: string | null;
  /** 户编号 and head, '' where it is about no household. */
  readonly household: string;
  readonly head: string;
  /** Of the household, else as typed. */
  readonly town: string;
  readonly village: string;
  readonly values: Readonly<Record<string, Stored>>;
  readonly state: ProblemState;
  readonly overdue: boolean;
  /** Documents that prove it, as far as they are still there. */
  readonly evidence: readonly { readonly id: string; readonly name: string }[];
}

/** How far an office is; the last one is the sum of all. */
export interface ProblemRate {
  readonly town: string;
  readonly total: number;
  readonly closed: number;
  readonly proposed: number;
  readonly overdue: number;
  /** Closed of all, in per cent with one decimal. */
  readonly rate: number;
}

/** How far the work was at the end of a day. */
export interface ProblemDay {
  readonly day: string;
  readonly total: number;
  readonly closed: number;
}

export interface ProblemList {
  /** Overdue first, then by due day; what is closed last. */
  readonly rows: readonly ProblemRow[];
  readonly rates: readonly ProblemRate[];
  /** Days on which something was found or closed, oldest first, the last sixty. */
  readonly days: readonly ProblemDay[];
  /** Proposed for what is found today. */
  readonly usualDue: string;
  readonly today: string;
}

/** Findings that become problems in one go. */
export const mostOpened = 5000;

const id = z.string().max(60);
const day = z.string().trim().max(30);
const words = z.string().trim().max(1000);
/** By field key of the ledger, as typed. */
const typed = z.record(z.string().max(60), z.string().max(2000));
const told = type<{ readonly label: string }>();
/** Which of them: everything that is not closed, those of an office, or these. */
const which = z.object({ of: z.enum(['unclosed', 'all', 'overdue', 'onTheSpot', 'handedDown']).default('unclosed'), town: z.string().max(60).optional() });

export const problems = {
  list: reading.output(type<ProblemList>()),
  /** Findings become problems, one command for all; whoever has an unclosed one already is passed over and counted. */
  open: procedure.input(z.object({ findings: z.array(z.string().max(40)).min(1).max(mostOpened), year: z.int().optional(), values: typed, job: z.string().optional() })).output(type<{ readonly label: string; readonly made: number; readonly already: number }>()),
  /** What was found otherwise, about a household or none. */
  add: procedure.input(z.object({ householdId: id.optional(), values: typed })).output(type<{ readonly label: string; readonly id: string }>()),
  change: procedure.input(z.object({ id, base: z.int(), values: typed })).output(told),
  /** Said to be put right, with evidence: files, or where the paper lies. */
  done: procedure.input(z.object({ id, base: z.int(), on: day.default(''), by: z.string().trim().max(40), note: words.default(''), files: z.array(z.file()).max(mostDocuments).default([]), place: words.default('') })).output(told),
  /** A second person looked at the evidence. Refused while a rule still finds it. */
  close: procedure.input(z.object({ id, base: z.int(), by: z.string().trim().max(40), verdict: words.default(''), year: z.int().optional() })).output(told),
  reopen: procedure.input(z.object({ id, base: z.int(), why: words })).output(told),
  /** After a run: what is found no more is proposed for closing, what is found again is open again. One command, none where nothing changes. */
  follow: procedure.input(z.object({ year: z.int().optional(), job: z.string().optional() })).output(type<{ readonly proposed: number; readonly reopened: number }>()),
  export: reading.input(z.object({ ...leaving.shape, job: z.string().optional() })).output(z.file()),
  /** 问题清单上墙: the PDF for looking at, and the file, noted in what left. */
  posterPage: reading.input(which).output(z.file()),
  poster: reading.input(which.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePoster: reading.input(which).output(z.file()),
};
export type WhichProblems = z.input<typeof which>;
