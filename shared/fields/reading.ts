import type { Cell } from '../sheets/cells.ts';

/**
 * A value as the register stores it. Text kinds: string; money: integer fen; count, year: integer; measure: number;
 * nothing: null. Never undefined, never NaN, never an empty string.
 */
export type Stored = string | number | null;

/** A remark on a value: the number of the rule (see docs/glossary.md, "rule"), what is wrong, what to do. */
export interface Remark {
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * What a kind makes of a cell or of typed text.
 * - `value` with `flag`: kept as written, but a person must look at it.
 * - `repaired`: cleaned where nothing can be lost (full-width digits, blanks, a leading apostrophe).
 * - `refused`: not a value of this kind; nothing is guessed.
 */
export type Reading =
  | { readonly ok: true; readonly value: Stored; readonly repaired?: boolean; readonly flag?: Remark }
  | { readonly ok: false; readonly refused: Remark };

export const accept = (value: Stored, repaired = false): Reading =>
  repaired ? { ok: true, value, repaired } : { ok: true, value };

export const refuse = (rule: string, message: string, remedy: string): Reading => ({
  ok: false,
  refused: { rule, message, remedy },
});

/** The rule under which a value that is not of its field's kind is refused; R143 is kept for code lists. */
export const wrongKindRule = 'KIND';

export interface ReadOptions {
  /** The register's clock, for dates that cannot lie in the future. */
  readonly today: string;
  /** By hand: a flag is a refusal, because the person is there and can correct it. */
  readonly typed?: boolean;
}

/** One kind of field: how its values are read, shown and sent out again. A file a kind. */
export interface Kind {
  /** Column type in the register. */
  readonly column: 'TEXT' | 'INTEGER' | 'REAL';
  readonly align: 'left' | 'right' | 'center';
  /** Reads a cell of a sheet, or text typed in the grid. An empty cell is null. */
  read(cell: Cell, options: ReadOptions): Reading;
  /** As it stands on screens and papers; null is ''. */
  show(value: Stored): string;
  /** As the editor offers it for change and as it is written to text; reading it again gives the same value. */
  edit(value: Stored): string;
}
