import { type } from '@orpc/contract';
import { z } from 'zod';
import { leaving } from './outgoing.ts';
import { reading } from './procedure.ts';
import { rowsQuery } from './tables.ts';

/** Everything that leaves the register. */
export const scopeSchema = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('household'), householdId: z.string() }),
  z.object({ scope: z.literal('village'), village: z.string() }),
  z.object({ scope: z.literal('all') }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** Columns as a view shows them: under their own labels, in its order. */
const sheetView = z.object({ name: z.string().trim().min(1).max(60), columns: z.array(z.string()).min(1).max(600), frozen: z.int().min(0) });

export const papers = {
  /** The people or household sheet for upstream, .xlsx, in the provincial header order; or a ledger's, which imports again as it is. All rows, or those that the question finds; `own`: with the columns that the office added, behind the others; `view`: the columns and the order that a view shows. */
  exportSheet: reading
    .input(rowsQuery.extend({ ...leaving.shape, job: z.string().optional(), own: z.boolean().default(true), view: sheetView.optional() }))
    .output(z.file()),
  /** Households and pages that a scope holds, before printing. */
  wallBudget: reading
    .input(z.object({ year: z.int(), of: scopeSchema }))
    .output(type<{ readonly households: number; readonly pages: number }>()),
  /** The three sheets for the wall of each household, one PDF (or a workbook with a sheet a page) in village order. */
  walls: reading
    .input(z.object({ year: z.int(), of: scopeSchema, as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() }))
    .output(z.file()),
  /** The page that is looked at goes to the printer now: noted in what left. */
  notePrinting: reading.input(z.object({ year: z.int(), of: scopeSchema })).output(type<null>()),
  /** The very page that `walls` prints, as HTML, for looking at. `fontsUrl` is where the asking page finds the fonts. */
  wallPage: reading
    .input(z.object({ year: z.int(), of: scopeSchema, fontsUrl: z.url({ protocol: /^(https?|app)$/ }), job: z.string().optional() }))
    .output(z.file()),
};
