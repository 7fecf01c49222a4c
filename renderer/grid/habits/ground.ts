import type { GridApi } from 'ag-grid-community';
import type { Area } from '../../../shared/contract/blocks.ts';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Field } from '../../../shared/register/field.ts';
import { lockOf, type Lock } from '../../../shared/sheets/table-lock.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import type { Client } from '../../client/connect.ts';
import type { CellWrites } from '../cell-writes.ts';
import { showRow } from '../far-jump.ts';
import type { CellAt, GridEvents } from '../grid-context.ts';
import type { RowSource } from '../row-source.ts';
import { numberColumn } from './row-numbers.ts';
import type { GridSelection } from './selection.ts';
import type { Size, Span, Spot } from './span.ts';

/** What every habit stands on: the grid, what is selected in it, and the way to the core. */
export class Ground {
  readonly root: HTMLElement;
  readonly api: GridApi<TableRow>;
  readonly table: Table;
  readonly client: Client;
  readonly source: RowSource;
  readonly writes: CellWrites;
  readonly selection: GridSelection;
  readonly events: () => GridEvents;
  readonly masked: () => boolean;
  /** Why nothing can be written at all. */
  readonly frozen: () => Lock | null;
  readonly #fields: ReadonlyMap<string, Field>;
  #columns: readonly string[] | null = null;
  /** The keys belong to a cell of this grid, also while the cell itself is being made anew. */
  hasKeys = false;
  /** Where the last Tab has led, and the column in which the row of Tabs began; null once the cursor went on otherwise. Rows that are read again leave it. */
  tabs: { readonly at: Spot; readonly from: number } | null = null;

  constructor(around: Pick<Ground, 'root' | 'api' | 'table' | 'client' | 'source' | 'writes' | 'selection' | 'events' | 'masked' | 'frozen'>) {
    this.root = around.root;
    this.api = around.api;
    this.table = around.table;
    this.client = around.client;
    this.source = around.source;
    this.writes = around.writes;
    this.selection = around.selection;
    this.events = around.events;
    this.masked = around.masked;
    this.frozen = around.frozen;
    this.#fields = new Map(around.table.fields.map((field) => [field.key, field]));
  }

  /** Keys of the columns that are shown, from the left. */
  get columns(): readonly string[] {
    this.#columns ??= this.api.getAllDisplayedColumns().map((column) => column.getColId()).filter((id) => id !== numberColumn);
    return this.#columns;
  }

  /** Other columns are shown, or in another order. */
  columnsChanged(): void {
    this.#columns = null;
  }

  get size(): Size {
    return { rows: this.api.getDisplayedRowCount(), columns: this.columns.length };
  }

  field(column: number): Field | undefined {
    return this.#fields.get(this.columns[column] ?? '');
  }

  /** Why a column cannot be written here. */
  lock(field: Field): Lock | null {
    return this.frozen() ?? lockOf(this.table, field);
  }

  row(at: number): TableRow | undefined {
    return this.api.getDisplayedRowAtIndex(at)?.data;
  }

  cell({ row, column }: Spot): CellAt | null {
    const data = this.row(row);
    const field = this.field(column);
    return data && field ? { row: data, field } : null;
  }

  spot(row: number | null | undefined, columnId: string | undefined): Spot | null {
    const column = columnId === undefined ? -1 : this.columns.indexOf(columnId);
    return row === null || row === undefined || column < 0 ? null : { row, column };
  }

  /** A block as the core speaks of it. */
  area({ top, bottom, left, right }: Span): Area {
    return { from: top, to: bottom, fields: this.columns.slice(left, right + 1) };
  }

  get areas(): Area[] {
    return this.selection.spans.map((span) => this.area(span));
  }

  show({ row, column }: Spot): void {
    if (this.api.isDestroyed()) return;
    showRow(this.api, row);
    const id = this.columns[column];
    if (id === undefined) return;
    this.api.ensureColumnVisible(id);
    // At the frozen columns the others begin from their left, too.
    const loose = this.columns.find((each) => this.api.getColumn(each)?.isPinned() === false);
    if (column === 0 && loose !== undefined) this.api.ensureColumnVisible(loose);
  }

  /** The cursor goes to the active cell, wherever that is now. */
  focusActive(show = true): void {
    // A step that waited for its rows may come when the table has gone.
    if (this.api.isDestroyed()) return;
    const { active } = this.selection;
    const id = active && this.columns[active.column];
    if (!active || id === undefined || id === null) return;
    if (show) this.show(active);
    this.hasKeys = true;
    // The browser would scroll back to a cell that nobody looks at.
    if (!show && this.#offside(active.row, id)) return this.root.focus({ preventScroll: true });
    this.api.setFocusedCell(active.row, id);
  }

  /** Whether a cell is out of sight at the side, or drawn above or below what is seen. */
  #offside(row: number, id: string): boolean {
    const cell = this.root.querySelector(`.ag-row[row-index="${row}"] .ag-cell[col-id="${CSS.escape(id)}"]`);
    const seen = this.root.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
    if (!cell || !seen) return !this.api.getAllDisplayedVirtualColumns().some((column) => column.getColId() === id);
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return right <= seen.left || left >= seen.right || bottom <= seen.top || top >= seen.bottom;
  }

  go(spot: Spot): void {
    this.selection.put(spot);
    this.focusActive();
  }

  get editing(): boolean {
    return this.api.getEditingCells().length > 0;
  }
}
