import { type } from '@orpc/contract';
import { z } from 'zod';
import { procedure, reading } from './procedure.ts';
import { rowsQuery, type RowsQuery } from './tables.ts';

/** A question that is asked again and again, answered now: 有几户人均低于6000元. */
export interface PinnedAnswer {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  /** 18户38人; '' where it cannot be answered, and then `note` says why. */
  readonly answer: string;
  /** 口径. */
  readonly means: string;
  /** yyyy-MM-dd, of the register that is looked at. */
  readonly day: string;
  /** Where the number comes from: 户表, 6000元以下; 村级情况汇总表 2020年. */
  readonly source: string;
  /** What was reported of the same period, where it was, and is another number. */
  readonly note: string;
  /** The rows behind it, for going there. */
  readonly of: { readonly kind: 'rows'; readonly question: RowsQuery } | { readonly kind: 'figure'; readonly report: string; readonly period: string; readonly figure: string };
}

const year = z.int();
const words = z.string().trim().max(500);
const name = z.string().trim().min(1).max(60);

export const pins = {
  /** Every question with its answer in that year, in the order in which they were pinned. */
  list: reading.input(z.object({ year })).output(type<readonly PinnedAnswer[]>()),
  /** Pins what a table shows, or a number of a report; refused where the name is taken. */
  pin: procedure
    .input(z.object({ name, means: words.default(''), of: z.discriminatedUnion('kind', [z.object({ kind: z.literal('rows'), question: rowsQuery }), z.object({ kind: z.literal('figure'), report: z.string().max(60), figure: z.string().max(300) })]) }))
    .output(type<{ readonly id: string }>()),
  unpin: procedure.input(z.object({ id: z.string(), base: z.int() })).output(type<null>()),
  /** The very PDF that `paper` saves, for looking at. */
  page: reading.input(z.object({ year })).output(z.file()),
  paper: reading.input(z.object({ year, as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePaper: reading.input(z.object({ year })).output(z.file()),
};
