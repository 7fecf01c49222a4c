import type { Filter, RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';
import type { GridLook } from './views/grid-look.ts';
import type { MarkBook } from './marks/mark-book.ts';
import type { Client } from '../client/connect.ts';

/** A text that was refused: the editor opens again with it and says why. */
export interface RefusedText {
  readonly rowId: string;
  readonly field: string;
  readonly text: string;
  readonly why: string;
}

/** What cells, editors and filters know of the grid around them; stays one object as long as the grid lives. */
export interface GridContext {
  readonly client: Client;
  readonly masked: () => boolean;
  /** Why nothing of it can be written at all; null: its columns say so for themselves. */
  readonly frozen: () => Lock | null;
  /** The question that the grid asks now. */
  readonly query: () => RowsQuery;
  readonly refused: () => RefusedText | null;
  /** What cells bear beside their values. */
  readonly marks: MarkBook;
  /** What was typed after an editor was called and before it stood there; taken once. */
  readonly takeTyped: () => string;
}

export type FilterModel = Readonly<Record<string, Filter>>;

/** What the screen around the grid may ask of it. */
export interface GridHandle {
  /** Brings a row into view and puts the cursor on it; false when filters hide it. */
  readonly goTo: (id: string, field?: string) => Promise<boolean>;
  /** How the grid looks now, and to look otherwise; null: as it was left without a view. */
  readonly look: () => GridLook | null;
  readonly showLook: (look: GridLook | null) => Promise<void>;
  /** The columns that a built-in view names, with the widths that columns have by themselves. */
  readonly columnsFor: (keys: readonly string[]) => GridLook['columns'];
  /** Draws the cells again: what they bear has changed, not what they hold. */
  readonly redraw: () => void;
  /** Reads everything again. */
  readonly reload: () => void;
  /** The question that the grid asks now. */
  readonly query: () => RowsQuery;
  readonly filters: () => FilterModel;
  readonly setFilters: (filters: FilterModel) => void;
  readonly row: () => TableRow | null;
  readonly focus: () => void;
  readonly moveRow: (by: 1 | -1) => void;
  readonly columns: () => readonly { readonly id: string; readonly shown: boolean }[];
  readonly showColumns: (ids: readonly string[], shown: boolean) => void;
  readonly resetColumns: () => void;
  /** Freezes every column up to this one at the left; null: none. */
  readonly freezeTo: (id: string | null) => void;
}
