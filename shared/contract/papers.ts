import { z } from 'zod';
import { leaving } from './outgoing.ts';
import { reading } from './procedure.ts';
import { rowsQuery } from './tables.ts';

/** Columns as a view shows them: under their own labels, in its order. */
const sheetView = z.object({ name: z.string().trim().min(1).max(60), columns: z.array(z.string()).min(1).max(600), frozen: z.int().min(0) });

export const papers = {
  /** The people or household sheet for upstream, .xlsx, in the provincial header order; or a ledger's, which imports again as it is. All rows, or those that the question finds; `own`: with the columns that the office added, behind the others; `view`: the columns and the order that a view shows. */
  exportSheet: reading
    .input(rowsQuery.extend({ ...leaving.shape, job: z.string().optional(), own: z.boolean().default(true), view: sheetView.optional() }))
    .output(z.file()),
};
