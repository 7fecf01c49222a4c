import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Comparison } from '../changes/comparison.ts';
import type { Matching } from '../changes/matching.ts';
import { verdicts, type AbsentRow, type BatchSummary, type PlanRow, type UndoResult } from '../changes/plan-types.ts';
import { procedure } from './procedure.ts';

const batch = z.object({ batch: z.int() });

/** An import is a stored plan: `plan` makes it, the pages read it, `commit` executes it or answers STALE. */
export const importing = {
  plan: procedure
    .input(
      z.object({
        files: z.array(z.file()).min(1).max(200),
        /** For sheets that tell no year themselves. */
        year: z.int().min(2010).max(2100).optional(),
        /** Progress and cancelling: see jobs. */
        job: z.string().optional(),
      }),
    )
    .output(type<BatchSummary>()),
  summary: procedure.input(batch).output(type<BatchSummary>()),
  /** A page of the preview, in the order of the files. */
  rows: procedure
    .input(
      batch.extend({
        verdict: z.enum([...verdicts, 'remarked']).optional(),
        file: z.string().optional(),
        sheet: z.string().optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(type<{ readonly total: number; readonly rows: readonly PlanRow[] }>()),
  absent: procedure
    .input(batch.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(type<{ readonly total: number; readonly rows: readonly AbsentRow[] }>()),
  /**
   * What was not taken, to be mended and imported again: the rows as their files have them, a worksheet a sheet, the cells at
   * fault marked, with the reason and the remedy in two more columns.
   */
  toMend: procedure.input(batch.extend({ job: z.string().optional() })).output(z.file()),
  /** A department's list held against the register; the workbook is their list with a result beside each row. Nothing is written. */
  match: procedure
    .input(z.object({ file: z.file(), year: z.int().optional(), job: z.string().optional() }))
    .output(type<Matching & { readonly workbook: z.infer<ReturnType<typeof z.file>> }>()),
  /** Two sheets compared by key without importing either; the workbook holds the differences in colour. Needs no register. */
  compare: procedure
    .input(z.object({ before: z.file(), after: z.file(), key: z.string().min(1).max(100).optional(), job: z.string().optional() }))
    .output(type<Comparison & { readonly workbook: z.infer<ReturnType<typeof z.file>> }>()),
  commit: procedure.input(batch.extend({ job: z.string().optional() })).output(type<BatchSummary>()),
  discard: procedure.input(batch).output(type<null>()),
  /** Committed and undone imports, newest first. */
  batches: procedure.output(type<readonly BatchSummary[]>()),
  undo: procedure.input(batch.extend({ job: z.string().optional() })).output(type<UndoResult>()),
};
