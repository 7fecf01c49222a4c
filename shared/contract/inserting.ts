import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import type { Written } from './cards.ts';
import { ledgerSubjects, recordSubjects } from '../sheets/subject.ts';
import { procedure, reading } from './procedure.ts';

/** Rows that are entered at once at most; more of them are a sheet, and come by import. */
export const mostNewRows = 500;

const typed = z.string().trim().max(200);

export const newRows = z.object({
  subject: z.enum([...recordSubjects, ...ledgerSubjects]),
  year: z.int(),
  /** Columns by key, in the order in which a row has its texts. */
  fields: z.array(z.string()).min(1).max(400),
  /** As typed, row by row. A row without anything is passed over. */
  rows: z.array(z.array(z.string().max(4000)).max(400)).min(1).max(mostNewRows),
  /** The household into which people come whose row names none. */
  into: z.string().optional(),
  /** Why they come, when, and by which paper; records of ledgers need none of it. */
  reason: typed.default(''),
  on: typed.default(''),
  paper: typed.default(''),
});
export type NewRows = z.input<typeof newRows>;
export type ReadNewRows = z.output<typeof newRows>;

/** Something about a cell of the new rows. */
export interface NewCell {
  /** Place of the row in what was given; -1: it holds for all of them. */
  readonly row: number;
  /** The column; '' where it is about the whole row, `reason` or `on` where about why and when they come. */
  readonly field: string;
  readonly why: string;
  readonly remedy: string;
}

export interface NewRowsCheck {
  /** Rows that hold anything. */
  readonly rows: number;
  /** Places of the rows that could be written, with the others left out. */
  readonly good: readonly number[];
  /** What would come into being with these. */
  readonly people: number;
  readonly households: number;
  readonly records: number;
  readonly refused: readonly NewCell[];
  /** What does not stand in the way, but somebody should look at. */
  readonly doubts: readonly NewCell[];
  /** Values that follow from what was typed: sex and birth from the identity number. */
  readonly following: readonly { readonly row: number; readonly field: string; readonly value: Stored }[];
  /** 户编号 that new households without one could get. */
  readonly proposed: readonly { readonly row: number; readonly householdNo: string }[];
}

/** New rows of a table: people, households, records of a ledger, several at once. Checked whole before anything is written; one command. */
export const inserting = {
  check: reading.input(newRows).output(type<NewRowsCheck>()),
  /** With refused rows: nothing at all (VALUE_REFUSED with the first of them), or the good rows where `goodOnly`. */
  write: procedure
    .input(newRows.extend({ goodOnly: z.boolean().default(false) }))
    .output(type<Written & { /** Places of the rows that were written. */ readonly rows: readonly number[]; /** The table's new rows, in their order. */ readonly ids: readonly string[] }>()),
};
