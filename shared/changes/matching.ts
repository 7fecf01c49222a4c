/** A department's list held against the register, without importing it. Every row of theirs stands in exactly one of both, differ, onlyTheirs, unusable. */
export interface Matching {
  readonly year: number;
  readonly rows: number;
  readonly both: readonly MatchedRow[];
  readonly differ: readonly DifferingRow[];
  readonly onlyTheirs: readonly MatchedRow[];
  readonly onlyRegister: readonly RegisteredPerson[];
  readonly unusable: readonly (MatchedRow & { readonly why: string })[];
  /** People of the register who may be meant by a row of onlyTheirs. Offered, never taken. */
  readonly near: readonly (MatchedRow & { readonly candidate: RegisteredPerson; readonly why: string })[];
}

export interface MatchedRow {
  /** Row number in their file. */
  readonly row: number;
  readonly name: string;
  readonly key: string;
}

export interface DifferingRow extends MatchedRow {
  readonly fields: readonly { readonly field: string; readonly label: string; readonly register: string; readonly theirs: string }[];
}

export interface RegisteredPerson {
  readonly memberId: string;
  readonly name: string;
  readonly householdNo: string;
  readonly village: string;
}
