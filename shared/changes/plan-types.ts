import type { Stored } from '../fields/reading.ts';
import type { KeepReason } from './steps.ts';

/**
 * What an import would do to one row of a file. Every row of the table in the file has exactly one verdict.
 * - new: the person or household is not in the register yet;
 * - changed: at least one value differs; - same: none does;
 * - conflict: a value was edited by hand since the last import, or two rows of the files contradict each other: the
 *   register's value stays;
 * - refused: the row cannot be taken, because its key is damaged or missing.
 */
export const verdicts = ['new', 'changed', 'same', 'conflict', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * How a file meets what the register holds. overwrite: what the file says, blanks aside; fill: only where the register has
 * nothing; replace: also over what was edited by hand. A blank wipes only in columns where that was chosen.
 */
export const importPolicies = ['overwrite', 'fill', 'replace'] as const;
export type ImportPolicy = (typeof importPolicies)[number];

/**
 * What became of a cell that has a remark. row: the whole row is refused; outside: it is about nobody of the register, and
 * there is nothing to mend; cell: the row goes in without it; flagged: kept as written, somebody must look.
 */
export type RemarkEffect = 'row' | 'outside' | 'cell' | 'flagged';

export interface CellRemark {
  /** Address in the file, "H5". */
  readonly cell: string;
  /** As written in the file. */
  readonly value: string;
  readonly rule: string;
  /** What is wrong, and the remedy. */
  readonly message: string;
  readonly remedy: string;
  readonly effect: RemarkEffect;
}

/** One value that an import or edit would change or has changed. */
export interface ValueChange {
  readonly field: string;
  readonly label: string;
  readonly old: Stored;
  readonly new: Stored;
  /** True where the register's value stays although the file says otherwise. */
  readonly kept?: boolean;
  /** Why it stays. */
  readonly why?: KeepReason;
  /** The department that decided: whose word stands (kept) or whose gave way. */
  readonly by?: string;
  /** What the clerk chose for this cell itself. */
  readonly choice?: Choice;
  /** Whether the file's value is written, by all that the clerk has chosen so far. */
  readonly taken?: boolean;
}

export type Choice = 'take' | 'skip';

/** One row of the preview. */
export interface PlanRow {
  /** Its place in the plan: names it for a choice. */
  readonly position: number;
  /** Its household's id, or a name of its own: names the household for a choice. */
  readonly grouping: string;
  readonly file: string;
  readonly sheet: string;
  /** Row number in the file. */
  readonly row: number;
  readonly verdict: Verdict;
  readonly householdNo: string | null;
  readonly householdId: string | null;
  readonly name: string | null;
  readonly village: string | null;
  readonly changes: readonly ValueChange[];
  readonly remarks: readonly CellRemark[];
  /** What the clerk chose for the row itself, and what holds for it by a wider choice. */
  readonly choice: Choice | null;
  readonly effective: Choice;
}

/** The rows of one household in the order of the files. */
export interface PlanHousehold {
  readonly grouping: string;
  readonly householdId: string | null;
  readonly householdNo: string | null;
  readonly name: string | null;
  readonly village: string | null;
  readonly counts: Counts;
  readonly rows: readonly PlanRow[];
  readonly choice: Choice | null;
}

export type Counts = Readonly<Record<Verdict, number>>;

export interface MappedColumn {
  readonly column: string;
  readonly header: string;
  readonly field: string;
  readonly label: string;
  /** Why it is mapped so, where not by its header. */
  readonly by?: 'given' | 'remembered' | 'moved';
}

/** How a sheet differs from the layout it seems to be a new version of; see shared/sheets/sheet-layout.ts. */
export interface LayoutChange {
  readonly layout: { readonly id: number; readonly name: string };
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** A code value that no dictionary has: asked once, remembered for the department. */
export interface CodeQuestion {
  readonly department: string;
  readonly field: string;
  readonly label: string;
  readonly written: string;
  readonly count: number;
  readonly nearest: readonly { readonly value: string; readonly also: readonly string[] }[];
}

/** Why a commit asks once more. */
export interface BrakeReason {
  readonly kind: 'field' | 'key' | 'refused' | 'older' | 'absent' | 'hand';
  /** In the clerk's words, with numbers: 111 户里有 94 户的“民族”会改。 */
  readonly what: string;
  /** The same in short, as it goes on after 知道…: 会改动 94 户的“民族”. */
  readonly short: string;
}

export interface SheetSummary {
  readonly sheet: string;
  /** Hidden in its workbook: nobody who opens it sees these rows. */
  readonly hidden: boolean;
  /** Null where the sheet was not recognised; `reason` then says why. */
  readonly kind: string | null;
  readonly kindLabel: string | null;
  readonly reason?: string;
  /** Row numbers of the header in the file. */
  readonly headerRows: readonly number[];
  /** The year to which the sheet's yearly values go; `yearFrom` says where it was found. */
  readonly year: number | null;
  readonly yearFrom: 'column' | 'title' | 'file name' | 'given' | 'working year' | null;
  /** Whose word it is. */
  readonly department: string;
  /** The day or month (yyyy-MM-dd, yyyy-MM) or year of which it tells, where it says so. */
  readonly dataDate: string | null;
  /** The remembered layout that it is, and what is different from the one that it seems to be a new version of. */
  readonly layout: { readonly id: number; readonly name: string } | null;
  readonly change: LayoutChange | null;
  /** What stands above the table for all rows. */
  readonly above: readonly { readonly label: string; readonly text: string }[];
  readonly mapped: readonly MappedColumn[];
  /** Columns kept with the row under their own header. */
  readonly unmapped: readonly { readonly column: string; readonly header: string }[];
  readonly rows: number;
  readonly counts: Counts;
  /** Rows about nobody of the register, among the refused. */
  readonly outside: number;
  /** People (or households) of the places in this sheet who are in the register and not in the sheet. Never deleted. */
  readonly absent: number;
  readonly remarks: number;
  /** Rows with a remark, and rows of which a value was decided between departments. */
  readonly remarkedRows: number;
  readonly decidedRows: number;
}

export interface FileSummary {
  readonly file: string;
  /** A sentence where the file could not be read at all. */
  readonly refusal?: string;
  readonly sheets: readonly SheetSummary[];
  /** Of a workbook that was sent out to be filled in: which one, and how it came back. */
  readonly returned?: ReturnedBook;
}

/** A workbook that an office filled in, as it came back. */
export interface ReturnedBook {
  readonly form: string;
  readonly period: string;
  readonly office: string;
  readonly sentOn: string;
  /** The register's revision when it was sent. */
  readonly revision: number;
  /** How its form differs from what was sent, in the clerk's words. */
  readonly changed: readonly string[];
}

export interface BatchSummary {
  readonly batch: number;
  readonly state: 'planned' | 'committed' | 'undone' | 'discarded';
  readonly at: string;
  readonly who: string;
  readonly files: readonly FileSummary[];
  readonly counts: Counts;
  readonly absent: number;
  /** What the commit would write: new households, people, and changed values, out of how many rows. */
  readonly writes: { readonly rows: number; readonly households: number; readonly people: number; readonly values: number };
  /** Rows of which something is not taken: they can be had as a workbook to mend. */
  readonly toMend: number;
  /** Sheets with yearly values whose year stands nowhere: ask before the commit. */
  readonly needsYear: boolean;
  readonly policy: ImportPolicy;
  /** Households (and rows without one) in the preview by household. */
  readonly groups: number;
  readonly questions: readonly CodeQuestion[];
  readonly brake: readonly BrakeReason[];
  readonly events: number;
  /** Of an import that is written: those that were carried out beside the rows. */
  readonly eventsDone?: number;
  /** Values that two departments tell differently and the order of precedence decided. */
  readonly decisions: number;
}

/** A life event that a file suggests. Nothing of it is written unless it is accepted. */
export interface PlanEvent {
  readonly number: number;
  readonly kind: EventKind;
  readonly accepted: boolean;
  /** Who and what, in the clerk's words. */
  readonly what: string;
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly reasons: readonly string[];
  readonly reason: string;
  /** yyyy-MM-dd. */
  readonly on: string;
  readonly paper: string;
  readonly file: string;
  readonly row: number | null;
}

export const eventKinds = ['join', 'leave', 'move', 'split', 'merge', 'head', 'status'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AbsentRow {
  readonly memberId: string | null;
  readonly householdNo: string | null;
  readonly householdId: string;
  readonly name: string;
  readonly village: string | null;
  /** The sheet that should have them. */
  readonly file: string;
  readonly sheet: string;
}

/** What taking an import (or any command) back did, in three lists; the first is the log of the command that did it. */
export interface UndoResult {
  /** Number of the command that took it back. */
  readonly command: number;
  /** Values and rows that went back. */
  readonly reversed: number;
  /** Values that stay because they were changed since, with when and by whom. */
  readonly kept: readonly { readonly what: string; readonly why: string }[];
  readonly failed: readonly { readonly what: string; readonly why: string }[];
}
