import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Comparison } from '../changes/comparison.ts';
import type { MatchAnswer, Matching } from '../changes/matching.ts';
import { type AbsentRow, type BatchSummary, type Choice, importPolicies, type PlanEvent, type PlanHousehold, type PlanRow, type UndoResult, verdicts } from '../changes/plan-types.ts';
import type { Precedence } from '../register/departments.ts';
import type { Column } from '../sheets/recognise.ts';
import type { SheetLayout } from '../sheets/sheet-layout.ts';
import { free, procedure, reading } from './procedure.ts';

const batch = z.object({ batch: z.int() });
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
const year = z.int().min(2010).max(2100);

/** What narrows a preview. */
const sieve = batch.extend({
  verdict: z.enum([...verdicts, 'remarked', 'decided']).optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  field: z.string().optional(),
  ...page,
});

/** What the clerk says of one sheet: another header, another kind, what a column is, where a blank wipes. */
export const sheetWord = z.object({
  file: z.string(),
  sheet: z.string(),
  skip: z.boolean().optional(),
  kind: z.string().optional(),
  headerRows: z.array(z.int().min(1)).min(1).max(3).optional(),
  /** By column letters: a field's key, null for a note, '#leave' to leave it out. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  department: z.string().max(20).optional(),
  year: year.optional(),
  wipe: z.array(z.string()).optional(),
});
export type SheetWord = z.infer<typeof sheetWord>;

export const codeAnswer = z.object({ department: z.string(), field: z.string(), written: z.string().min(1).max(200), value: z.string().nullable() });
export type CodeAnswer = z.infer<typeof codeAnswer>;

/** The first rows of a sheet as they are, and how its columns were understood. */
export interface SheetLook {
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly columns: readonly Column[];
}

/** A value that two departments told differently, and who decided. */
export interface SourceDecisionRow {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  /** Whose value it is. */
  readonly what: string;
  readonly field: string;
  readonly label: string;
  readonly winner: string;
  readonly loser: string;
  readonly stands: string;
  readonly dropped: string;
  readonly source: string;
}

/** An import is a stored plan: `plan` makes it, the pages read it, `choose` and `decide` shape it, `commit` executes it or answers STALE. */
export const importing = {
  plan: procedure
    .input(
      z.object({
        files: z.array(z.file()).min(1).max(200),
        /** For sheets that tell no year themselves. */
        year: year.optional(),
        policy: z.enum(importPolicies).optional(),
        sheets: z.array(sheetWord).max(500).optional(),
        /** Answers to unknown code values: remembered for their department. */
        answers: z.array(codeAnswer).max(1000).optional(),
        /** Name of a remembered layout by which every sheet is read. */
        layout: z.string().optional(),
        /** The plan of the same files that this one takes the place of: what was chosen and decided there goes on. */
        after: z.int().optional(),
        /** Progress and cancelling: see jobs. */
        job: z.string().optional(),
      }),
    )
    .output(type<BatchSummary>()),
  summary: reading.input(batch).output(type<BatchSummary>()),
  /** A page of the preview, in the order of the files. */
  rows: reading.input(sieve).output(type<{ readonly total: number; readonly rows: readonly PlanRow[] }>()),
  /** A page of the preview by household. */
  households: procedure.input(sieve).output(type<{ readonly total: number; readonly households: readonly PlanHousehold[] }>()),
  /** Which fields would change in how many rows of which sheet. */
  fields: reading
    .input(batch)
    .output(type<readonly { readonly field: string; readonly label: string; readonly sheet: number; readonly file: string; readonly sheetName: string; readonly rows: number; readonly choice: Choice | null }[]>()),
  /** A sheet as the file has it, for showing the header and the mapping on it. */
  look: procedure.input(batch.extend({ file: z.string(), sheet: z.string() })).output(type<SheetLook>()),
  absent: reading.input(batch.extend(page)).output(type<{ readonly total: number; readonly rows: readonly AbsentRow[] }>()),
  /**
   * Accepts or leaves out a row (its position), a household (its grouping), a column ("sheet|field"), a cell
   * ("position|field") or all rows of a verdict; null takes the choice back. The narrower choice holds.
   */
  choose: procedure
    .input(batch.extend({ scope: z.enum(['cell', 'row', 'household', 'column', 'verdict']), target: z.string().max(200), choice: z.enum(['take', 'skip']).nullable() }))
    .output(type<BatchSummary>()),
  events: reading.input(batch).output(type<readonly PlanEvent[]>()),
  /** Accepts a life event with reason and day, or leaves it. */
  decide: procedure
    .input(batch.extend({ event: z.int(), accepted: z.boolean(), reason: z.string().max(50).optional(), on: z.iso.date().optional(), paper: z.string().max(200).optional() }))
    .output(type<PlanEvent>()),
  /**
   * What was not taken, to be mended and imported again: the rows as their files have them, a worksheet a sheet, the cells at
   * fault marked, with the reason and the remedy in two more columns.
   */
  toMend: reading.input(batch.extend({ job: z.string().optional() })).output(z.file()),
  /**
   * A department's list held against the register. Nothing is written. `as` is a subject (match-subjects.ts), a kind of sheet or
   * `everybody`; absent: by the list itself. With `back` the answer has their workbook with a result beside each row.
   */
  match: reading
    .input(z.object({ file: z.file(), year: z.int().optional(), as: z.string().max(60).optional(), back: z.boolean().optional(), job: z.string().optional() }))
    .output(type<Matching & { readonly workbook?: z.infer<ReturnType<typeof z.file>> }>()),
  /** Remembers who a row of a list is: null, nobody of the register; absent, what was said is taken back. */
  answerMatch: procedure.input(z.object({ list: z.string().max(60), theirs: z.string().max(400), memberId: z.string().nullable().optional() })).output(type<null>()),
  /** What was answered about lists, the newest first. */
  matchAnswers: reading.output(type<readonly MatchAnswer[]>()),
  /** Two sheets compared by key without importing either; the workbook holds the differences in colour. Needs no register. */
  compare: free
    .input(z.object({ before: z.file(), after: z.file(), key: z.string().min(1).max(100).optional(), job: z.string().optional() }))
    .output(type<Comparison & { readonly workbook: z.infer<ReturnType<typeof z.file>> }>()),
  /** Refused with BRAKE where the summary has reasons to ask once more and `confirmed` is not said. */
  commit: procedure.input(batch.extend({ confirmed: z.boolean().optional(), job: z.string().optional() })).output(type<BatchSummary>()),
  discard: procedure.input(batch).output(type<null>()),
  /** Committed and undone imports, newest first. */
  batches: reading.output(type<readonly BatchSummary[]>()),
  undo: procedure.input(batch.extend({ job: z.string().optional() })).output(type<UndoResult>()),
  /** What taking an import back did, for later; null where it was not taken back. */
  undone: reading.input(batch).output(type<UndoResult | null>()),
  /** Remembered layouts, the last used first. */
  layouts: reading.output(type<readonly SheetLayout[]>()),
  renameLayout: procedure.input(z.object({ id: z.int(), name: z.string().max(100) })).output(type<SheetLayout>()),
  forgetLayout: procedure.input(z.object({ id: z.int() })).output(type<null>()),
  exportLayouts: reading.input(z.object({ ids: z.array(z.int()).optional() })).output(z.file()),
  importLayouts: procedure.input(z.object({ file: z.file() })).output(type<{ readonly taken: number }>()),
  /** Which department decides which field, as this office has it. */
  precedence: reading.output(type<Precedence>()),
  setPrecedence: procedure.input(z.object({ field: z.string(), departments: z.array(z.string()).max(20).nullable() })).output(type<Precedence>()),
  /** Values that departments told differently, newest first. */
  decisions: reading.input(z.object(page)).output(type<{ readonly total: number; readonly rows: readonly SourceDecisionRow[] }>()),
};
