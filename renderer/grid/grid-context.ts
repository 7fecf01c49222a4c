import type { Stands } from '../../shared/contract/errors.ts';
import type { Area, PlacesOf } from '../../shared/contract/blocks.ts';
import type { Filter, RowsQuery, Sort, TableRow } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';
import type { OpenEdit } from './habits/open-edit.ts';
import type { GridLook } from './views/grid-look.ts';
import type { MarkBook } from './marks/mark-book.ts';
import type { Client } from '../client/connect.ts';
import type { ReactParts } from './react-parts.tsx';

export interface CellAt {
  readonly row: TableRow;
  readonly field: Field;
}

/** A text that was refused: the editor opens again with it and says why. */
export interface RefusedText {
  readonly rowId: string;
  readonly field: string;
  readonly text: string;
  readonly why: string;
  /** What somebody else has written there meanwhile. */
  readonly stands: Stands | null;
}

/** What cells, editors and filters know of the grid around them; stays one object as long as the grid lives. */
export interface GridContext {
  readonly client: Client;
  /** Where editors and filters are drawn. */
  readonly parts: ReactParts;
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
  /** The open editor: what is typed into it, and how it ends. */
  readonly edit: Pick<OpenEdit, 'typed' | 'take' | 'drop' | 'entering'>;
}

export type FilterModel = Readonly<Record<string, Filter>>;

/** What is selected, as the core speaks of it. */
export interface Selected {
  readonly areas: readonly Area[];
  /** Among which rows its places count, and of when: they stand where the page has them before the eyes. */
  readonly asked: () => PlacesOf;
  /** Rows and cells in all; a cell alone is one. */
  readonly rows: number;
  readonly cells: number;
}

/** What of a pasted block is left for rows that there are not yet. */
export interface BlockRest {
  /** The columns under which its texts stand, by key. */
  readonly fields: readonly string[];
  readonly texts: readonly (readonly string[])[];
}

export interface GridEvents {
  /** How many rows the question found. */
  readonly counted: (total: number) => void;
  /** A window of rows came. */
  readonly loaded: (rows: readonly TableRow[]) => void;
  /** Columns or orders are others than before. */
  readonly looked: () => void;
  /** A text was refused, or the cell was written since. */
  readonly unsaved: (cell: CellAt, refused: RefusedText | null) => void;
  readonly filtered: (filters: FilterModel) => void;
  readonly focused: (cell: CellAt | null) => void;
  /** Another block of cells is selected. */
  readonly selected: (selected: Selected) => void;
  /** Writes a cell; answers the row as it then is. Throws the refusal. */
  readonly write: (cell: CellAt, text: string) => Promise<TableRow>;
  /** Follows a write of the core that the grid itself asked for. */
  readonly writing: <T extends { readonly revision: number }>(call: Promise<T>) => Promise<T>;
  /** The newest revision whose rows the grid shows. */
  readonly revision: () => number;
  /** A refusal as the editor says it: why and what to do. Null: not a refusal, told elsewhere. */
  readonly why: (error: unknown) => string | null;
  readonly menu: (cell: CellAt, at: { readonly x: number; readonly y: number }) => void;
  readonly key: (event: KeyboardEvent, cell: CellAt) => void;
  /** Takes what of a pasted block goes past the last row; null where no row can be new. A block that it cannot take is refused at once. */
  readonly rest: { readonly refuse: (rest: BlockRest) => void; readonly take: (rest: BlockRest, last: TableRow | null) => void } | null;
  /** A cell that is told elsewhere was to be changed. */
  readonly locked: (lock: Lock, cell: CellAt) => void;
  readonly failed: (error: unknown) => void;
}

/** What the screen around the grid may ask of it. */
export interface GridHandle {
  /** Brings a row into view and puts the cursor on it; false when filters hide it. */
  readonly goTo: (id: string, field?: string) => Promise<boolean>;
  /** How the grid looks now, and to look otherwise; null: as it was left without a view. */
  readonly look: () => GridLook | null;
  readonly showLook: (look: GridLook | null) => Promise<void>;
  /** The columns that a built-in view names, with the widths that columns have by themselves. */
  readonly columnsFor: (keys: readonly string[]) => GridLook['columns'];
  /** Draws the cells again, all or those of some rows: what they bear has changed, not what they hold. */
  readonly redraw: (rows?: readonly string[]) => void;
  /** Reads everything again. */
  readonly reload: () => void;
  /** The question that the grid asks now, and of when its answer is. */
  readonly asked: () => PlacesOf;
  /** Follows a write of cells of the table: its rows are read again where they stand. */
  readonly writing: GridEvents['writing'];
  /** The question that the grid asks now. */
  readonly query: () => RowsQuery;
  readonly filters: () => FilterModel;
  readonly setFilters: (filters: FilterModel) => void;
  readonly sorts: () => readonly Sort[];
  readonly setSorts: (sorts: readonly Sort[]) => void;
  readonly row: () => TableRow | null;
  readonly focus: () => void;
  readonly moveRow: (by: 1 | -1) => void;
  readonly columns: () => readonly { readonly id: string; readonly shown: boolean }[];
  readonly showColumns: (ids: readonly string[], shown: boolean) => void;
  readonly resetColumns: () => void;
  /** Freezes every column up to this one at the left; null: none. */
  readonly freezeTo: (id: string | null) => void;
  /** What the menu of a cell does with what is selected, as the keys do. */
  readonly cells: () => { readonly paste: () => void; readonly clear: () => void; readonly fill: (way: 'down' | 'right') => void };
  readonly copy: (how?: { readonly cut?: boolean; readonly heads?: boolean }) => void;
}
