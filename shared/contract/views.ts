import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Subject } from '../sheets/subject.ts';
import { viewBody, type ViewBody } from '../views/view.ts';
import type { Grade } from '../wording/grades.ts';
import { procedure, reading } from './procedure.ts';
import { rowsQuery, subject, type RowsQuery } from './tables.ts';

/** A view that somebody saved. */
export interface SavedView {
  readonly id: string;
  readonly subject: Subject;
  readonly name: string;
  /** For everybody who works with the register; otherwise for who saved it. */
  readonly forAll: boolean;
  readonly madeBy: string;
  readonly changedAt: string;
  readonly body: ViewBody;
}

export interface ViewList {
  /** One's own first, then those for everybody, by name. */
  readonly views: readonly SavedView[];
  /** The view with which the table opens: a saved one's id or a built-in one's; null: as the table comes. */
  readonly start: string | null;
}

/** A list of rows as it stood on a day: the plan's 18 households and 38 people, to be held beside what is so now. */
export interface FrozenList {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  readonly year: number;
  /** The day as of which it is frozen, yyyy-MM-dd. */
  readonly day: string;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly rows: number;
  readonly households: number;
  readonly people: number;
}

export interface FrozenRow {
  readonly id: string;
  readonly householdId: string;
  readonly title: string;
  /** Whether the register still has it. */
  readonly there: boolean;
}

/** A frozen list beside what its question finds now. */
export interface FrozenCompared {
  readonly list: FrozenList;
  /** The question that found it, asked of the year given. */
  readonly question: RowsQuery;
  readonly live: { readonly rows: number; readonly households: number; readonly people: number };
  /** Found now and not on the list; the first 500. */
  readonly came: readonly FrozenRow[];
  readonly cameCount: number;
  /** On the list and not found now; the first 500. */
  readonly went: readonly FrozenRow[];
  readonly wentCount: number;
  /** On the list and found now. */
  readonly stayed: number;
}

/** What a rule found, where it is shown in a table. */
export interface FindingMark {
  readonly rule: string;
  readonly grade: Grade;
  /** Field key; '' where no single field is at fault. */
  readonly field: string;
  /** Whose it is where the row is a household and the fault somebody's in it; otherwise ''. */
  readonly person: string;
  readonly message: string;
  readonly remedy: string;
}

const name = z.string().trim().min(1).max(40);
const id = z.string().max(60);

/** Views of the tables, kept in the register for who saved them or for everybody, and lists of names frozen from one. */
export const views = {
  list: reading.input(z.object({ subject })).output(type<ViewList>()),
  /** Saves a new view, or with `id` another content of that one. Refused where the name is taken. */
  save: procedure.input(z.object({ id: id.optional(), subject, name, forAll: z.boolean(), body: viewBody })).output(type<SavedView>()),
  rename: procedure.input(z.object({ id, name, forAll: z.boolean() })).output(type<SavedView>()),
  /** Takes a view out of the list; `restore` brings it back. */
  remove: procedure.input(z.object({ id })).output(type<null>()),
  restore: procedure.input(z.object({ id })).output(type<SavedView>()),
  setStart: procedure.input(z.object({ subject, view: id.nullable() })).output(type<null>()),
  /** How many rows each of several questions finds, by its key. */
  counts: reading.input(z.object({ questions: z.array(z.object({ key: id, question: rowsQuery })).max(100) })).output(type<Readonly<Record<string, number>>>()),
  /** What the rules find of rows on screen, by id; a row without any is left out. */
  marks: reading.input(z.object({ subject, year: z.int(), ids: z.array(z.string()).max(500) })).output(type<Readonly<Record<string, readonly FindingMark[]>>>()),
  /** The next row of the question that a rule finds something of, after (or before) a place, round the end; null: none. */
  nextMark: reading
    .input(z.object({ question: rowsQuery, row: z.int().min(-1), backwards: z.boolean().default(false) }))
    .output(type<{ readonly row: number; readonly id: string; readonly fields: readonly string[] } | null>()),
  /** Freezes the rows that a question finds under a name. */
  freeze: procedure
    .input(z.object({ question: rowsQuery, name, day: z.iso.date(), reason: z.string().trim().max(200).default('') }))
    .output(type<FrozenList>()),
  frozenLists: reading.output(type<readonly FrozenList[]>()),
  /** Who came and who went since, in the year given. */
  compareFrozen: reading.input(z.object({ id, year: z.int() })).output(type<FrozenCompared>()),
  /** Takes a frozen list out; `restoreFrozen` brings it back as it was. */
  removeFrozen: procedure.input(z.object({ id })).output(type<null>()),
  restoreFrozen: procedure.input(z.object({ id })).output(type<FrozenList>()),
};
