/**
 * A department's list held against the register, without importing it. Every row of theirs, of whatever sheet of the
 * workbook, stands in exactly one of both, differ, onlyTheirs, unusable.
 */
export interface Matching {
  readonly file: string;
  readonly year: number;
  /** The year that the list itself names, where it names one. */
  readonly listYear: number | null;
  /** Key of the subject (match-subjects.ts); null: everybody of the register is expected on the list. */
  readonly subject: string | null;
  /** Under what its answers are remembered. */
  readonly list: string;
  readonly rows: number;
  readonly sheets: readonly MatchedSheet[];
  readonly both: readonly RegisteredRow[];
  readonly differ: readonly DifferingRow[];
  readonly onlyTheirs: readonly OpenRow[];
  /** Whom the subject expects on the list, and who is not on it. */
  readonly onlyRegister: readonly (RegisteredPerson & { readonly why: string })[];
  readonly unusable: readonly (OpenRow & { readonly why: string })[];
  /** People of the register who may be meant by a row of onlyTheirs or unusable. Offered, never taken. */
  readonly near: readonly NearMatch[];
}

/** A sheet of their workbook: read as what, or why not. */
export interface MatchedSheet {
  readonly sheet: string;
  readonly kind: string | null;
  readonly kindLabel: string;
  readonly rows: number;
  readonly why?: string;
}

export interface MatchedRow {
  readonly sheet: string;
  /** Row number in their file. */
  readonly row: number;
  readonly name: string;
  readonly key: string;
  /** By what it was found, or why it is not, where that is not its number: 按姓名和出生日期, 按上次的答复. */
  readonly told?: string;
}

export interface RegisteredRow extends MatchedRow {
  readonly memberId: string;
  /** Where it was found by an answer: by what that is remembered, for taking it back. */
  readonly theirs?: string;
}

export interface DifferingRow extends RegisteredRow {
  readonly fields: readonly DifferingField[];
}

export interface DifferingField {
  readonly field: string;
  readonly label: string;
  readonly register: string;
  readonly theirs: string;
}

export interface OpenRow extends MatchedRow {
  /** By what an answer about the row is remembered. */
  readonly theirs: string;
}

export interface RegisteredPerson {
  readonly memberId: string;
  readonly name: string;
  readonly householdNo: string;
  readonly village: string;
}

export interface NearMatch extends OpenRow {
  readonly candidate: RegisteredPerson & { readonly identityNo: string };
  readonly why: string;
  /** Places of the candidate's number that are not as theirs, 0 = first; none where theirs is none. */
  readonly differs: readonly number[];
}

/** What the clerk said of a row: who it is, or (null) that it is nobody of the register. Next month's list knows it. */
export interface MatchAnswer {
  readonly list: string;
  readonly listLabel: string;
  readonly theirs: string;
  /** Their name and number, out of `theirs`. */
  readonly name: string;
  readonly key: string;
  readonly person: RegisteredPerson | null;
  /** The person is no longer in the register: the answer waits. */
  readonly lost: boolean;
  readonly at: string;
  readonly who: string;
}
