import type { Area } from '../../../../shared/contract/blocks.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import type { Field } from '../../../../shared/register/field.ts';

/** A cell that a change is about, by its place. */
export interface CellPlace {
  /** Place of the row in the answer. */
  readonly row: number;
  /** Which of the wish's areas, and which of its columns. */
  readonly area: number;
  readonly column: number;
  readonly field: Field;
}

/** What a change of a block wants: every kind of change comes down to texts for cells, each read as if it had been typed there. */
export interface Wish {
  readonly areas: readonly Area[];
  /** Texts for which there is no cell. */
  readonly beyond: number;
  /** What is to stand in the cell, undefined to leave it alone. */
  text(cell: CellPlace, now: Stored): string | undefined;
  /** What was done, in the clerk's words: 粘贴 12 行 × 3 列，改 30 格. */
  label(changes: number): string;
}
