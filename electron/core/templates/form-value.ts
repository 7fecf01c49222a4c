/** A value as it goes onto a form: always as text, and as what it is where a cell can hold that. */
export interface FormValue {
  readonly text: string;
  /** As XML has it: 1234.5 */
  readonly number?: string;
  /** yyyy-MM-dd */
  readonly day?: string;
}

export const nothing: FormValue = { text: '' };

/** One filling of a form: its single values by their targets, and the rows of its lists by target, sheet by sheet. */
export interface Filling {
  /** How it is called: the household's head, for the file or the sheet. */
  readonly called: string;
  readonly values: ReadonlyMap<string, FormValue>;
  /** By the name of the sheet. */
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<string, FormValue>[]>;
}
