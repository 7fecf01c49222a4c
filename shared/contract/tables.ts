import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import type { AccountingYear } from '../register/income/accounting-year.ts';
import type { IncomeYear } from '../register/income/income-year.ts';
import { ledgerSubjects, subjects, type Subject } from '../sheets/subject.ts';
import { groupKeys } from '../views/conditions.ts';
import type { CountedPeriod } from '../views/period-ticks.ts';
import { procedure, reading } from './procedure.ts';

/**
 * The grids. A row of `people` is a member with its year, its household and the household's year; of `households` a household
 * with its year and its head; of `ledger:KEY` a record of that ledger with whom it is about.
 */
export const subject = z.enum(subjects);
export const ledgerTable = z.enum(ledgerSubjects);

const scalar = z.union([z.string(), z.number(), z.null()]);

/** Values that a column's filter lists and holds at most. */
export const mostValues = 5000;

/** Conditions on one column; several are joined by "and". Text conditions ignore case. */
export const filterSchema = z.discriminatedUnion('test', [
  // A blank is a value like any other: null.
  z.object({ field: z.string(), test: z.enum(['in', 'notIn']), values: z.array(scalar).max(mostValues) }),
  // Days and months by how they begin: a year, a month, a day.
  z.object({ field: z.string(), test: z.enum(['inPeriods', 'notInPeriods']), periods: z.array(z.string().regex(/^\d{4}(-\d{2}){0,2}$/).nullable()).max(mostValues) }),
  z.object({ field: z.string(), test: z.enum(['contains', 'notContains', 'startsWith', 'endsWith']), text: z.string().max(200) }),
  z.object({ field: z.string(), test: z.enum(['equals', 'notEquals', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual']), value: scalar }),
  z.object({ field: z.string(), test: z.literal('between'), from: scalar, to: scalar }),
  z.object({ field: z.string(), test: z.enum(['blank', 'notBlank']) }),
  // What no column says; `of` is the value beside it: an age, a grade, a frozen list.
  z.object({ field: z.literal(''), test: z.literal('group'), group: z.enum(groupKeys), of: z.string().max(60).optional(), not: z.boolean().optional() }),
]);
export type Filter = z.infer<typeof filterSchema>;

export const sortSchema = z.object({ field: z.string(), descending: z.boolean() });
export type Sort = z.infer<typeof sortSchema>;

export const rowsQuery = z.object({
  subject,
  /** Of the yearly values on rows of people and households. A ledger answers records of every year; its column `year` is a filter like any other. */
  year: z.int(),
  /** Name, pinyin or its initials, tail of the identity number, phone, village, 户编号. */
  search: z.string().max(60).optional(),
  filters: z.array(filterSchema).max(60).default([]),
  sorts: z.array(sortSchema).max(10).default([]),
});
export type RowsQuery = z.input<typeof rowsQuery>;

/** Rows side by side, by place from 0, both ends included. */
export const stretch = z.object({ from: z.int().min(0), to: z.int().min(0) });

/** A row by field key, and beside the fields: id, householdId, memberId, revision. */
export interface TableRow {
  readonly id: string;
  /** '' where a record is about no household. */
  readonly householdId: string;
  /** Of a row of people and of a record that is about somebody. */
  readonly memberId?: string;
  /** Revision at which anything in the row last changed. */
  readonly revision: number;
  readonly values: Readonly<Record<string, Stored>>;
  /** Columns of files that the vocabulary does not know, under their own header. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface Window {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly TableRow[];
  /** Of rows that were asked for where they stood (`standing`): they would stand elsewhere now, or not at all. */
  readonly moved?: boolean;
}

/** Where the cursor and what is selected stand in another answer. */
export interface Followed {
  /** The row of the cursor; where it is gone, the next that is still there; null where there is none, or it cannot be told. */
  readonly cursor: number | null;
  /** It is the very row. */
  readonly same: boolean;
  /** For each stretch of rows those in which its rows stand now, from above; none where they are gone, or too scattered. */
  readonly stretches: readonly (readonly (readonly [first: number, last: number])[])[];
}

export interface HistoryEntry {
  readonly at: string;
  readonly who: string;
  readonly old: Stored;
  readonly new: Stored;
  /** 'edit' by hand, 'import' from a file, 'undo', 'redo'. */
  readonly kind: string;
  /** What the command was, in the clerk's words. */
  readonly command: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Whose word the sheet is. */
  readonly department: string | null;
}

export interface UndoState {
  /** What Ctrl+Z would take back, null for nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A person, or a record of a ledger that stands for itself: a project, a village. */
export interface Found {
  readonly subject: Subject;
  readonly id: string;
  /** '' where a record is about no household. */
  readonly householdId: string;
  readonly title: string;
  readonly detail: string;
}

/** A record of a ledger on the card of the household that it is about. */
export interface CardRecord {
  readonly id: string;
  readonly ledger: string;
  /** The person that it is about, null for the household. */
  readonly memberId: string | null;
  readonly name: string | null;
  readonly year: number | null;
  readonly values: Readonly<Record<string, Stored>>;
}

export interface LedgerCount {
  readonly ledger: string;
  readonly records: number;
}

export interface HouseholdCard {
  /** Revision at which this was read. */
  readonly revision: number;
  /** The day by which ages go: today while the year runs, its last day afterwards. */
  readonly day: string;
  readonly household: TableRow;
  readonly members: readonly TableRow[];
  readonly helpers: readonly TableRow[];
  /** The household's yearly values by year, newest first. */
  readonly years: readonly { readonly year: number; readonly values: Readonly<Record<string, Stored>> }[];
  readonly accountingYear: AccountingYear;
  /** The same years with their arithmetic. */
  readonly income: readonly IncomeYear[];
  /** Records of the household and of its members, ledger by ledger, newest first; of each at most `cardRecords`. */
  readonly records: readonly CardRecord[];
  /** How many there are of each ledger. */
  readonly recordCounts: readonly LedgerCount[];
}

/** As many records of one ledger as a card lists. */
export const cardRecords = 12;

export const tables = {
  /** A window of at most 500 rows. `standing`: of the answer that was given up to that revision, with what they hold now; STALE when it is no longer known. */
  rows: reading
    .input(rowsQuery.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500), standing: z.int().optional() }))
    .output(type<Window>()),
  /** Place of a row in the sorted and filtered table, or null when the filter hides it. */
  position: reading.input(rowsQuery.extend({ id: z.string() })).output(type<number | null>()),
  /** Where rows of the answer `shown`, as the page read it at a revision, stand in the answer to `question` of now. */
  follow: reading
    .input(
      z.object({
        shown: z.object({ question: rowsQuery, revision: z.int() }),
        question: rowsQuery,
        cursor: z.object({ row: z.int().min(0), id: z.string().nullable() }),
        stretches: z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(2000),
      }),
    )
    .output(type<Followed>()),
  /** Ids of rows by their places in the answer to `question`, as the page read it at a revision. STALE when that answer is no longer known. */
  named: reading
    .input(z.object({ question: rowsQuery, revision: z.int(), rows: z.array(stretch).min(1).max(10_000) }))
    .output(type<readonly string[]>()),
  /** Values of a column with their counts, most frequent first, for the filter by values; the first `mostValues` of them. */
  distinct: reading
    .input(rowsQuery.extend({ field: z.string() }))
    .output(type<readonly { readonly value: Stored; readonly count: number }[]>()),
  /**
   * Months of a column of days or months with their counts, the blanks as null; with `days` the days of that year, month and day of the
   * month (a year in part finds every year that it is in), at most `mostValues`.
   */
  periods: reading
    .input(rowsQuery.extend({ field: z.string(), days: z.object({ year: z.string().regex(/^\d{1,4}$/), month: z.string().regex(/^\d{2}$/), day: z.string().regex(/^\d{2}$/) }).partial().optional() }))
    .output(type<readonly CountedPeriod[]>()),
  /**
   * Writes one cell. `text` is what was typed; it is read by the field's kind and refused with the reason (VALUE_REFUSED), or STALE when the cell changed after `base`.
   * `made`: a command was made, which is `revision`; not where the cell holds the value already.
   */
  edit: procedure
    .input(z.object({ subject, id: z.string(), year: z.int(), field: z.string(), text: z.string().max(4000), base: z.int() }))
    .output(type<{ readonly row: TableRow; readonly revision: number; readonly made: boolean; readonly undo: UndoState }>()),
  /** How many records each ledger has that has any. */
  ledgers: reading.output(type<readonly LedgerCount[]>()),
  /** Writes a record by hand: of a person or household of the register, or of nobody, as the ledger says. `values` is what was typed, by field key. */
  addEntry: procedure
    .input(
      z.object({
        subject: ledgerTable,
        memberId: z.string().optional(),
        householdId: z.string().optional(),
        /** Where the ledger's year is that of its sheet. */
        year: z.int().optional(),
        values: z.record(z.string(), z.string().max(4000)),
      }),
    )
    .output(type<{ readonly row: TableRow; readonly revision: number; readonly undo: UndoState }>()),
  /** Takes a record out. STALE where it changed after `base`. */
  removeEntry: procedure
    .input(z.object({ subject: ledgerTable, id: z.string(), base: z.int() }))
    .output(type<{ readonly label: string; readonly revision: number; readonly undo: UndoState }>()),
  history: reading
    .input(z.object({ subject, id: z.string(), year: z.int(), field: z.string() }))
    .output(type<readonly HistoryEntry[]>()),
  undoState: reading.output(type<UndoState>()),
  undo: procedure.output(type<{ readonly label: string; readonly revision: number; readonly undo: UndoState; readonly kept: number }>()),
  redo: procedure.output(type<{ readonly label: string; readonly revision: number; readonly undo: UndoState; readonly kept: number }>()),
  /** People; with `records` also what stands for itself in a ledger, by its name, in a few of the places. */
  find: reading.input(z.object({ text: z.string().max(60), limit: z.int().min(1).max(50).default(12), records: z.boolean().default(false) })).output(type<readonly Found[]>()),
  card: reading.input(z.object({ householdId: z.string(), year: z.int() })).output(type<HouseholdCard>()),
  /** Villages in walking order, with their households, for choosing what to print. */
  villages: reading
    .input(z.object({ year: z.int() }))
    .output(type<readonly { readonly town: string; readonly village: string; readonly households: number; readonly people: number }[]>()),
};
