import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import { procedure, reading } from './procedure.ts';
import { rowsQuery, type UndoState } from './tables.ts';

/**
 * Blocks of cells: what ranges, clipboard, fill, replace and bulk edits of the grids are made of. A block is told by the question
 * that the page shows and by places in its answer, so that a range of 100,000 rows needs none of them in the page. Every write of
 * a block is one command, checked whole before anything is written.
 */
export const area = z.object({
  /** First and last row, by place in the answer to the question, both inside. */
  from: z.int().min(0),
  to: z.int().min(0),
  /** Columns by key, in the order in which the page shows them. */
  fields: z.array(z.string()).min(1).max(400),
});
export type Area = z.infer<typeof area>;

/** Cells that one call may read or write at most. */
export const mostCells = 1_000_000;

const ofBlock = z.object({
  question: rowsQuery,
  /**
   * Revision of the register at which the page read the answer. Places are those of the newest answer that was given up to then; values
   * that others have written since are told, never written over.
   */
  revision: z.int(),
  /** Revision up to which the page has seen what was written, where that is newer: rows stay where they stood while their values change. */
  seen: z.int().optional(),
});
/** How a page tells among which rows places count. */
export type PlacesOf = z.input<typeof ofBlock>;

const texts = z.array(z.array(z.string().max(4000)));

/** What is to be written where. Texts are read by each field's kind, as if typed. */
export const blockChange = z.discriminatedUnion('kind', [
  /** A block of texts from the clipboard, its first cell at `into.from` and the first of `into.fields`; over a larger range that is a whole multiple it is repeated. */
  z.object({ kind: z.literal('paste'), into: area, texts, /** What an empty cell of the block does to the cell under it. */ blanks: z.enum(['skip', 'clear']), /** Was cut: emptied by the same command, where the block does not cover it. */ cut: area.optional() }),
  z.object({ kind: z.literal('clear'), areas: z.array(area).min(1) }),
  /** One text into every cell: Ctrl+Enter, Ctrl+;, a bulk edit. */
  z.object({ kind: z.literal('set'), areas: z.array(area).min(1), text: z.string().max(4000) }),
  /** One text a column into every row of a stretch. */
  z.object({ kind: z.literal('values'), rows: z.object({ from: z.int().min(0), to: z.int().min(0) }), texts: z.record(z.string(), z.string().max(4000)) }),
  /** `pattern` goes on over `into`: as copies, or as a series (dates by day or month, months, years, numbers, a text that ends in a number). */
  z.object({ kind: z.literal('fill'), pattern: area, into: area, mode: z.enum(['copy', 'series']) }),
  /** A text within cells is replaced by another. Without areas: everywhere in `fields`. */
  z.object({
    kind: z.literal('replace'),
    areas: z.array(area).optional(),
    fields: z.array(z.string()).max(400).optional(),
    find: z.string().min(1).max(200),
    with: z.string().max(200),
    /** The whole cell must be that text. */
    whole: z.boolean().default(false),
    matchCase: z.boolean().default(false),
  }),
]);
export type BlockChange = z.input<typeof blockChange>;
/** The same as the core reads it, and one kind of it. */
export type ReadChange = z.output<typeof blockChange>;
export type ChangeOf<K extends ReadChange['kind']> = Extract<ReadChange, { readonly kind: K }>;

/** A cell that cannot be written, where it stands and why. */
export interface RefusedCell {
  readonly id: string;
  /** Place of the row in the answer. */
  readonly row: number;
  readonly field: string;
  /** 王秀英（户 …） · 联系电话. */
  readonly where: string;
  /** What was to be written. */
  readonly text: string;
  readonly why: string;
  readonly remedy: string;
  /** What somebody else has written there since: whoever has seen it may write over it (`seen`). */
  readonly stands?: string;
}

/** One cell before and after. */
export interface ChangedCell {
  readonly id: string;
  readonly row: number;
  readonly field: string;
  readonly where: string;
  readonly old: Stored;
  readonly new: Stored;
}

export interface BlockCheck {
  /** Of the register when this was found out. */
  readonly revision: number;
  /** Refused cells that somebody else has written since. */
  readonly staleCount: number;
  /** Cells that the change is about. */
  readonly cells: number;
  /** Cells that would hold another value than now. */
  readonly changes: number;
  readonly rows: number;
  readonly households: number;
  /** Cells that already hold it. */
  readonly same: number;
  readonly refusedCount: number;
  /** The first 500. */
  readonly refused: readonly RefusedCell[];
  /** The first 500, for a preview. */
  readonly changed: readonly ChangedCell[];
  /** Texts of the block for which there is no cell: beyond the last row or the last column. */
  readonly beyond: number;
}

/** Of whom a row tells: '' and null where of nobody. */
export interface Whose {
  readonly householdId: string;
  readonly memberId: string | null;
}

export interface Measured {
  readonly cells: number;
  /** Cells that hold something. */
  readonly filled: number;
  /** Cells that hold a number that may be added up: money, counts, measures. */
  readonly numbers: number;
  readonly sum: number | null;
  readonly average: number | null;
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly distinct: number;
}

/** A text that is looked for in what cells show. */
const sought = ofBlock.extend({ text: z.string().min(1).max(200), fields: z.array(z.string()).min(1).max(400), whole: z.boolean().default(false), matchCase: z.boolean().default(false) });

export interface CellFound {
  readonly at: { readonly row: number; readonly field: string } | null;
  /** Null: so many that they are yet to be counted (`countCells`). */
  readonly matches: number | null;
}

export const blocks = {
  /** Cells of an area as stored and as shown, row by row, and whose row each is: for the clipboard. */
  read: reading
    .input(ofBlock.extend({ area, masked: z.boolean().default(false) }))
    .output(type<{ readonly rows: readonly (readonly { readonly value: Stored; readonly text: string }[])[]; readonly whose: readonly Whose[] }>()),
  /** Count, sum, average of a selection, for the bar below the grid. */
  measure: reading.input(ofBlock.extend({ areas: z.array(area).min(1) })).output(type<Measured>()),
  /** Nearest place in a column, from a row on, where filled cells begin or end, as Ctrl+arrow looks for it. */
  edge: reading
    .input(ofBlock.extend({ row: z.int().min(0), field: z.string(), down: z.boolean() }))
    .output(type<number>()),
  /** Next or previous cell whose shown text holds `text`, round the end; null: none. */
  findCell: reading.input(sought.extend({ after: z.object({ row: z.int(), field: z.string() }), backwards: z.boolean().default(false) })).output(type<CellFound>()),
  /** How many cells show it; null: somebody has written meanwhile. */
  countCells: reading.input(sought).output(type<number | null>()),
  /** What a change would do; nothing is written. STALE when the answer of `revision` is no longer known. */
  check: procedure.input(ofBlock.extend({ change: blockChange, job: z.string().optional() })).output(type<BlockCheck>()),
  /** Writes it as one command. With refused cells: nothing at all (VALUE_REFUSED with the first of them), or the good cells where `goodOnly`. */
  write: procedure
    .input(ofBlock.extend({ change: blockChange, goodOnly: z.boolean().default(false), job: z.string().optional() }))
    .output(type<{ readonly label: string; readonly written: number; readonly revision: number; readonly undo: UndoState; readonly refused: readonly RefusedCell[] }>()),
};
