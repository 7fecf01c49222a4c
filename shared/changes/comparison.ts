/** Two sheets compared by key, without importing either. */
export interface Comparison {
  /** Header of the column by which rows were matched. */
  readonly key: string;
  /** Columns that only one of the sheets has. */
  readonly headers: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly added: readonly ComparedRow[];
  readonly removed: readonly ComparedRow[];
  readonly changed: readonly ChangedCell[];
  /** Rows that both have alike. */
  readonly same: number;
  /** Row numbers without a key, and keys that stand more than once: they are not compared. */
  readonly unusable: { readonly before: readonly number[]; readonly after: readonly number[]; readonly repeated: readonly string[] };
}

export interface ComparedRow {
  readonly key: string;
  /** Row number in its own file. */
  readonly row: number;
  /** Name of the person or head, '' where the sheet has none. */
  readonly name: string;
}

export interface ChangedCell extends ComparedRow {
  readonly header: string;
  readonly old: string;
  readonly new: string;
}
