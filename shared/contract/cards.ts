import { type } from '@orpc/contract';
import { z } from 'zod';
import { accountingYears } from '../register/income/accounting-year.ts';
import { procedure, reading } from './procedure.ts';
import { rowsQuery, type UndoState } from './tables.ts';

/** Where the card's household stands in the answer that the grid shows, and where its neighbours are. */
export interface Around {
  /** Place of the row from 1 on, and rows in all; null where the filter hides it. */
  readonly at: number | null;
  readonly of: number;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

export interface Neighbour {
  readonly rowId: string;
  readonly householdId: string;
}

const typed = z.string().trim().max(200);
const ofEvent = z.object({
  householdId: z.string(),
  reason: typed.default(''),
  /** The day, as typed. */
  on: typed,
  paper: typed.default(''),
  /** Revision that the writer had before the eyes. */
  base: z.int(),
});
const memberIds = z.array(z.string()).min(1).max(60);
/** Relation to the head, by member: of those who move in the household where they go, of those who stay where the head goes. */
const relations = z.record(z.string(), typed);
/** An existing household, or one that the event makes. */
const to = z.union([z.object({ householdId: z.string() }), z.object({ householdNo: typed })]);

/** What happens to people and to the household, done on its card. */
export const cardEvent = z.discriminatedUnion('kind', [
  ofEvent.extend({ kind: z.literal('leave'), memberIds }),
  ofEvent.extend({ kind: z.literal('move'), memberIds, to, relations, year: z.int() }),
  ofEvent.extend({ kind: z.literal('split'), memberIds, to, relations, year: z.int() }),
  ofEvent.extend({ kind: z.literal('merge'), to: z.object({ householdId: z.string() }), relations }),
  ofEvent.extend({ kind: z.literal('head'), memberId: z.string(), relations }),
  /** `on` is a month; `detail` is read by the field that the status names. */
  ofEvent.extend({ kind: z.literal('status'), status: typed, detail: typed.default(''), year: z.int() }),
]);
export type CardEvent = z.input<typeof cardEvent>;

export interface Written {
  readonly label: string;
  readonly revision: number;
  readonly undo: UndoState;
}

/** The household's card beyond what single cells of tables write. */
export const cards = {
  /** Previous and next household in the order of the grid, within its filter. */
  around: reading.input(z.object({ question: rowsQuery, rowId: z.string() })).output(type<Around>()),
  /** Carries out a life event: one command. */
  event: procedure.input(cardEvent).output(type<Written & { /** The household that the event made. */ readonly made: string | null }>()),
  /** Records of a year for a household and everybody who lives there; `copy` takes over what usually stays, never income. */
  addYear: procedure.input(z.object({ householdId: z.string(), year: z.int().min(1990).max(2100), copy: z.boolean() })).output(type<Written>()),
  /** A person responsible for helping; `values` as typed, by field key. */
  addHelper: procedure.input(z.object({ householdId: z.string(), values: z.record(z.string(), typed) })).output(type<Written>()),
  removeHelper: procedure.input(z.object({ id: z.string(), base: z.int() })).output(type<Written>()),
  /** Which twelve months an income year has, for the whole register. */
  setAccountingYear: procedure.input(z.object({ counted: z.enum(accountingYears) })).output(type<{ readonly revision: number }>()),
};
