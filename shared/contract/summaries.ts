import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Summary } from '../views/summary.ts';
import { reading } from './procedure.ts';
import { rowsQuery } from './tables.ts';

const grouping = z.object({
  field: z.string(),
  by: z.enum(['value', 'year', 'month', 'steps']).default('value'),
  step: z.number().positive().optional(),
});
const figure = z.union([z.object({ of: z.enum(['rows', 'households', 'people']) }), z.object({ of: z.enum(['sum', 'mean', 'least', 'most']), field: z.string() })]);

/** Groups down and across that a summary has at most. */
export const mostDown = 3000;
export const mostAcross = 60;

/** How a table is summed up, whatever it is asked. */
export const summaryChoice = z.object({
  down: z.array(grouping).min(1).max(3),
  across: grouping.nullable().default(null),
  figures: z.array(figure).min(1).max(8),
});

export const summaryAsked = rowsQuery.extend(summaryChoice.shape);
/** The same as the core reads it. */
export type AskedSummary = z.output<typeof summaryAsked>;

/** Signs that tell on the paper of what it is. */
export const mostWords = 1000;
const onPaper = summaryAsked.extend({ conditions: z.string().max(mostWords).default('') });

/** 汇总: what a table finds, by groups. Refused where it falls into too many. */
export const summaries = {
  make: reading.input(summaryAsked).output(type<Summary>()),
  /** The very PDF that `paper` saves, for looking at. */
  page: reading.input(onPaper).output(z.file()),
  paper: reading.input(onPaper.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePaper: reading.input(onPaper).output(z.file()),
};
