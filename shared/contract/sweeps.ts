import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Answer, Form, FormItem } from '../sweeps/form.ts';
import type { SheetState } from '../sweeps/sheet-state.ts';
import { leaving } from './outgoing.ts';
import { scopeSchema } from './walls.ts';
import { procedure, reading } from './procedure.ts';

export interface FormInfo {
  readonly key: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly sort: Form['sort'];
  readonly every: Form['every'];
  /** Of the round of today; '' where there is none. */
  readonly deadline: string;
  readonly round: string;
  readonly items: readonly FormItem[];
  /** Its record where the office brought it. */
  readonly own: string | null;
}

/** One household's sheet of a round, for typing and comparing. */
export interface SurveySheet {
  readonly household: string;
  readonly head: string;
  readonly village: string;
  readonly revision: number;
  readonly state: SheetState;
  readonly on: string;
  readonly by: string;
  readonly respondent: string;
  readonly first: string;
  readonly second: string;
  readonly settledOn: string;
  readonly items: readonly SheetItem[];
}

/** What one form of one round knows of a household, for its card. */
export interface HouseholdSheet {
  readonly form: string;
  readonly title: string;
  readonly round: string;
  readonly state: SheetState;
  readonly on: string;
  readonly by: string;
  /** Last day of the round, '' where it has none. */
  readonly deadline: string;
  readonly wrong: readonly { readonly label: string; readonly answer: string; readonly reason: string }[];
}

export interface SheetItem {
  readonly item: FormItem;
  /** What the register holds of it, in the clerk's words. */
  readonly known: string;
  readonly answer: Answer;
  /** What the second entry read; null while it is hidden or not there. */
  readonly again: Answer | null;
  readonly lacks: string | null;
  /** What the register says against the answer. */
  readonly against: readonly string[];
}

export interface SheetLine {
  readonly householdId: string;
  readonly household: string;
  readonly head: string;
  readonly town: string;
  readonly village: string;
  readonly people: number;
  readonly state: SheetState;
  /** Answers that are a problem, and answers that the register contradicts. */
  readonly wrong: number;
  readonly against: number;
}

/** How far a place is; a street's own line has no village, the last line is the sum of all. */
export interface SweepPlace {
  readonly town: string;
  readonly village: string;
  readonly households: number;
  readonly people: number;
  readonly entered: number;
  readonly settled: number;
  readonly settledPeople: number;
  readonly wrong: number;
}

export interface SweepProgress {
  readonly title: string;
  readonly round: string;
  readonly deadline: string;
  readonly overdue: boolean;
  readonly places: readonly SweepPlace[];
  readonly lines: readonly SheetLine[];
}

export interface SweepResult {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly wrong: readonly string[];
  /** By place, the sum of all last: how many households answered what. */
  readonly rows: readonly { readonly place: string; readonly counts: Readonly<Record<string, number>> }[];
}

/** What is wrong with a household, by name. */
export interface SweepWrong {
  readonly householdId: string;
  readonly household: string;
  readonly head: string;
  readonly village: string;
  readonly label: string;
  readonly answer: string;
  readonly reason: string;
}

const key = z.string().max(40);
const round = z.string().max(10).optional();
const asked = z.object({ form: key, round });
const answer = z.object({ answer: z.string().trim().max(200), reason: z.string().trim().max(500) });
const short = z.string().trim().max(60);

export const sweeps = {
  forms: reading.output(type<readonly FormInfo[]>()),
  progress: reading.input(asked).output(type<SweepProgress>()),
  /** `hide`: nothing of what was typed is told, for the second entry. */
  sheet: reading.input(asked.extend({ householdId: z.string(), hide: z.boolean().default(false) })).output(type<SurveySheet>()),
  /** Every sheet of a household, and the forms that it is to be asked in that year; newest round first. */
  ofHousehold: reading.input(z.object({ householdId: z.string(), year: z.int() })).output(type<readonly HouseholdSheet[]>()),
  /** What was typed from the paper: the first entry, or the second by somebody else. One command; the same twice is settled. */
  enter: procedure
    .input(asked.extend({ householdId: z.string(), entry: z.enum(['first', 'second']), base: z.int(), typist: short, on: short.default(''), by: short.default(''), respondent: short.default(''), answers: z.record(key, answer) }))
    .output(type<{ readonly label: string; readonly state: SheetState }>()),
  /** Which of two entries is right, item by item. */
  settle: procedure.input(asked.extend({ householdId: z.string(), base: z.int(), choices: z.record(key, z.enum(['first', 'second'])) })).output(type<{ readonly label: string }>()),
  results: reading.input(asked).output(type<{ readonly results: readonly SweepResult[]; readonly wrong: readonly SweepWrong[] }>()),
  /** What is wrong becomes problems of the ledger, one command; those that are in it already are passed over. */
  open: procedure.input(asked.extend({ values: z.record(z.string().max(60), z.string().max(2000)) })).output(type<{ readonly label: string; readonly made: number; readonly already: number }>()),
  export: reading.input(asked.extend({ ...leaving.shape, job: z.string().optional() })).output(z.file()),
  /** The form with what the register knows, one page a household. */
  paperPage: reading.input(asked.extend({ of: scopeSchema })).output(z.file()),
  paper: reading.input(asked.extend({ of: scopeSchema, as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePaper: reading.input(asked.extend({ of: scopeSchema })).output(z.file()),
  /** A form of another office or of the province, as a file. */
  exportForm: reading.input(z.object({ form: key })).output(z.file()),
  importForm: procedure.input(z.object({ file: z.file() })).output(type<{ readonly title: string; readonly version: string }>()),
  removeForm: procedure.input(z.object({ form: key })).output(type<{ readonly label: string }>()),
};
