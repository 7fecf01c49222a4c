import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import type { CellContextMenuEvent, CellEditRequestEvent, CellKeyDownEvent, ColDef, Column, GridOptions } from 'ag-grid-community';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';
import type { CellWrites } from './cell-writes.ts';
import type { CellAt, GridContext, GridEvents } from './grid-context.ts';
import { bufferRows } from './far-jump.ts';
import { gridTheme } from './grid-theme.ts';
import type { GridHabits } from './habits/grid-habits.ts';
import type { OpenEdit } from './habits/open-edit.ts';
import type { GridSelection } from './habits/selection.ts';
import type { TypedAhead } from './habits/typed-ahead.ts';
import { type RowSource, windowRows } from './row-source.ts';

/** With a command key, Delete is the row's: the grid would clear the cell. */
const ownKeys: ColDef<TableRow> = { suppressKeyboardEvent: ({ event }) => event.key === 'Delete' };

/** What the grid's events go to. The grid outlives all of it: another table, other habits, another screen around it. */
export interface Listener {
  readonly events: GridEvents;
  readonly habits: GridHabits | null;
  readonly source: RowSource;
  readonly writes: CellWrites;
  readonly edit: OpenEdit;
  readonly ahead: TypedAhead;
  readonly selection: GridSelection;
  readonly cellAt: (row: number | null | undefined, column: string | undefined) => CellAt | null;
  /** Why a column cannot be written here. */
  readonly lock: (field: Field) => Lock | null;
  /** Other columns are shown, or in another order. */
  readonly columnsChanged: () => void;
  readonly columnsResized: () => void;
  /** The row under the cursor may be another, or hold other values, without the cursor having moved. */
  readonly tellFocus: () => void;
  /** Draws again what bears something else, unless somebody is typing. */
  readonly editorClosed: () => void;
}

const idOf = (column: Column | string | null | undefined): string | undefined => (typeof column === 'object' ? column?.getColId() : column);

function onKey(event: CellKeyDownEvent<TableRow>, { cellAt, events }: Listener): void {
  const key = event.event as KeyboardEvent | null;
  const cell = cellAt(event.rowIndex, event.column.getColId());
  if (!key || !cell || event.rowIndex === null || event.api.getEditingCells().length > 0) return;
  events.key(key, cell);
}

function onMenu(event: CellContextMenuEvent<TableRow>, { cellAt, habits, selection, events }: Listener): void {
  const cell = cellAt(event.rowIndex, event.column.getColId());
  const mouse = event.event;
  if (!cell || !(mouse instanceof MouseEvent) || event.rowIndex === null) return;
  mouse.preventDefault();
  const spot = habits?.ground.spot(event.rowIndex, event.column.getColId());
  if (!spot || !selection.holds(spot)) event.api.setFocusedCell(event.rowIndex, event.column);
  events.menu(cell, { x: mouse.clientX, y: mouse.clientY });
}

function onEdit(event: CellEditRequestEvent<TableRow, Stored>, { cellAt, edit, writes }: Listener): void {
  const cell = cellAt(event.rowIndex, event.column.getColId());
  if (!cell || event.rowIndex === null) return;
  edit.handed(cell.row.id, cell.field);
  void writes.write(cell, String(event.newValue ?? ''), event.rowIndex);
}

/** What a grid is made of and whom it tells; `to` is asked at each event. */
export function gridOptions({ source, context }: { readonly source: RowSource; readonly context: GridContext }, columnDefs: NonNullable<GridOptions<TableRow>['columnDefs']>, to: () => Listener): GridOptions<TableRow> {
  return {
    theme: gridTheme,
    localeText: AG_GRID_LOCALE_CN,
    columnDefs,
    defaultColDef: ownKeys,
    context,
    rowModelType: 'infinite',
    datasource: source,
    cacheBlockSize: windowRows,
    maxBlocksInCache: 40,
    rowBuffer: bufferRows,
    infiniteInitialRowCount: 1,
    // Rows stand where they stand: a movement of each would be a layer of its own for the browser.
    animateRows: false,
    // A column that slides passes over the frozen ones, and what is read meanwhile stands under another's head.
    suppressColumnMoveAnimation: true,
    // Drawn at once: what the library puts off it never draws when one of the tasks before it fails, and a cell with a sign stays blank.
    suppressAnimationFrame: true,
    suppressRowTransform: true,
    getRowId: ({ data }) => data.id,
    readOnlyEdit: true,
    stopEditingWhenCellsLoseFocus: true,
    multiSortKey: 'ctrl',
    alwaysMultiSort: false,
    suppressDragLeaveHidesColumns: true,
    suppressMultiRangeSelection: true,
    // The habits give the keys back. The grid would do it while it draws, and stops for good where the row is gone.
    suppressFocusAfterRefresh: true,
    preventDefaultOnContextMenu: true,
    suppressOverlays: ['loading', 'noRows'],
    onColumnMoved: ({ finished }) => {
      if (finished) to().columnsChanged();
    },
    onColumnResized: ({ finished }) => {
      if (finished) to().columnsResized();
      to().events.looked();
    },
    onSortChanged: () => to().events.looked(),
    onColumnVisible: () => to().columnsChanged(),
    onColumnPinned: () => to().columnsChanged(),
    onViewportChanged: ({ firstRow, lastRow }) => to().source.drawn(firstRow, lastRow),
    onModelUpdated: () => {
      to().habits?.rowsChanged();
      to().tellFocus();
    },
    onFilterChanged: ({ api }) => to().events.filtered(api.getFilterModel()),
    onCellFocused: ({ rowIndex, column, api }) => {
      const { habits, events, cellAt } = to();
      const id = idOf(column);
      // Told late: after quick keys the cursor has gone on by now, which is told next.
      const now = api.getFocusedCell();
      if (now && (now.rowIndex !== rowIndex || now.column.getColId() !== id)) return;
      habits?.focused(habits.ground.spot(rowIndex, id));
      events.focused(cellAt(rowIndex, id));
    },
    onCellDoubleClicked: ({ rowIndex, column }) => {
      const { cellAt, lock, events } = to();
      const cell = cellAt(rowIndex, column.getColId());
      const why = cell && lock(cell.field);
      if (why) events.locked(why, cell);
    },
    onCellEditRequest: (event: CellEditRequestEvent<TableRow, Stored>) => onEdit(event, to()),
    onCellEditingStopped: () => {
      const { writes, edit, ahead, editorClosed, source: asked } = to();
      if (!edit.ended()) writes.forget();
      ahead.closed();
      editorClosed();
      setTimeout(() => asked.editorClosed());
    },
    onCellKeyDown: (event) => {
      if ('column' in event) onKey(event, to());
    },
    onCellContextMenu: (event) => onMenu(event, to()),
  };
}
