import type { Stored } from '../fields/reading.ts';

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

/** What became of a cell that has a remark. row: the whole row is refused; cell: the row goes in without it; flagged: kept as written, somebody must look. */
export type RemarkEffect = 'row' | 'cell' | 'flagged';

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
  /** True where the register's value stays although the file says otherwise (verdict conflict). */
  readonly kept?: boolean;
}

/** One row of the preview. */
export interface PlanRow {
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
}

export type Counts = Readonly<Record<Verdict, number>>;

export interface SheetSummary {
  readonly sheet: string;
  /** Null where the sheet was not recognised; `reason` then says why. */
  readonly kind: string | null;
  readonly kindLabel: string | null;
  readonly reason?: string;
  /** Row numbers of the header in the file. */
  readonly headerRows: readonly number[];
  /** The year to which the sheet's yearly values go; `yearFrom` says where it was found. */
  readonly year: number | null;
  readonly yearFrom: 'column' | 'title' | 'file name' | 'given' | 'working year' | null;
  readonly mapped: readonly { readonly column: string; readonly header: string; readonly field: string; readonly label: string }[];
  /** Columns kept with the row under their own header. */
  readonly unmapped: readonly { readonly column: string; readonly header: string }[];
  readonly rows: number;
  readonly counts: Counts;
  /** People (or households) of the places in this sheet who are in the register and not in the sheet. Never deleted. */
  readonly absent: number;
  readonly remarks: number;
}

export interface FileSummary {
  readonly file: string;
  /** A sentence where the file could not be read at all. */
  readonly refusal?: string;
  readonly sheets: readonly SheetSummary[];
}

export interface BatchSummary {
  readonly batch: number;
  readonly state: 'planned' | 'committed' | 'undone' | 'discarded';
  readonly at: string;
  readonly who: string;
  readonly files: readonly FileSummary[];
  readonly counts: Counts;
  readonly absent: number;
  /** What the commit would write: new households, people, and changed values. */
  readonly writes: { readonly households: number; readonly people: number; readonly values: number };
  /** Rows of which something is not taken: they can be had as a workbook to mend. */
  readonly toMend: number;
  /** Sheets with yearly values whose year stands nowhere: ask before the commit. */
  readonly needsYear: boolean;
}

export interface AbsentRow {
  readonly householdNo: string | null;
  readonly householdId: string;
  readonly name: string;
  readonly village: string | null;
}

/** What taking an import (or any command) back did. */
export interface UndoResult {
  /** Values and rows that went back. */
  readonly reversed: number;
  /** Values that stay because they were changed since, with when and by whom. */
  readonly kept: readonly { readonly what: string; readonly why: string }[];
  readonly failed: readonly { readonly what: string; readonly why: string }[];
}
