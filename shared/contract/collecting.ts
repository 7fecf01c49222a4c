import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CollectItem, FoundThere } from '../checks/collect.ts';
import { procedure, reading } from './procedure.ts';
import type { UndoState } from './tables.ts';
import { scopeSchema } from './walls.ts';

/** One household's collecting sheet: only what is missing or doubtful. */
export interface CollectSheet {
  readonly householdId: string;
  readonly household: string;
  readonly head: string;
  readonly town: string;
  readonly village: string;
  readonly group: string;
  readonly items: readonly CollectItem[];
  /** What is found and stands in no single cell: told, written elsewhere. */
  readonly others: readonly FoundThere[];
}

/** Households that lack something, in walking order. */
export interface CollectList {
  readonly revision: number;
  readonly sheets: readonly CollectSheet[];
  /** Households that were looked at. */
  readonly households: number;
}

const asked = z.object({ year: z.int(), of: scopeSchema });
const words = z.string().trim().max(40);

export const collecting = {
  list: reading.input(asked).output(type<CollectList>()),
  paper: reading.input(asked.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The very PDF that `paper` saves, for looking at. */
  page: reading.input(asked).output(z.file()),
  /** The PDF for the printer, noted in what left. */
  notePaper: reading.input(asked).output(z.file()),
  /** What was written on the paper, typed back: one command. Cells by `CollectItem.key`, read as if typed in the grid; an empty text leaves the cell alone. */
  enter: procedure
    .input(z.object({ year: z.int(), householdId: z.string(), base: z.int(), by: words.default(''), on: words.default(''), texts: z.record(z.string().max(200), z.string().max(4000)) }))
    .output(type<{ readonly label: string; readonly written: number; readonly revision: number; readonly undo: UndoState }>()),
};
