import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import { AllCommunityModule, type CellContextMenuEvent, type CellEditRequestEvent, type CellKeyDownEvent, type ColDef, type GridApi, ModuleRegistry } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Filter, TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf, type Lock } from '../../shared/sheets/table-lock.ts';
import type { Client } from '../client/connect.ts';
import { useNotices } from '../ui/messages.tsx';
import { CellWrites } from './cell-writes.ts';
import { columnMemory } from './column-memory.ts';
import type { CellAt, GridContext, GridEvents, GridHandle } from './grid-context.ts';
import { gridColumns } from './grid-columns.ts';
import { gridHandle } from './grid-handle.ts';
import { gridTheme } from './grid-theme.ts';
import { GridHabits } from './habits/grid-habits.ts';
import { Ground } from './habits/ground.ts';
import { HabitPanels } from './habits/HabitPanels.tsx';
import { habitStore } from './habits/habit-state.ts';
import { fitRowNumbers } from './habits/row-numbers.ts';
import { GridSelection } from './habits/selection.ts';
import { cellActions } from './habits/cell-actions.ts';
import { cellsOf, rowsOf } from './habits/span.ts';
import { TypedAhead } from './habits/typed-ahead.ts';
import type { MarkBook } from './marks/mark-book.ts';
import { RowSource } from './row-source.ts';
import './grid.css';
import './habits/habits.css';
import './marks/marks.css';

export type { CellAt } from './grid-context.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

/** With a command key, Delete is the row's: the grid would clear the cell. */
const ownKeys: ColDef<TableRow> = { suppressKeyboardEvent: ({ event }) => event.key === 'Delete' };

/** Rows that one question fetches. */
const windowRows = 200;

export interface TableGridProps {
  readonly client: Client;
  readonly subject: Subject;
  readonly year: number;
  readonly search: string;
  readonly masked: boolean;
  /** Why nothing can be written here, as while a past day is looked at. */
  readonly frozen: Lock | null;
  /** Conditions that stand in no column's funnel. */
  readonly conditions: readonly Filter[];
  /** The row of group names above the heads. */
  readonly groups: boolean;
  readonly marks: MarkBook;
  readonly events: GridEvents;
  readonly handle: Ref<GridHandle>;
}

/** A grid: windows of rows from the core, columns from the table's declaration, every write through the core, the habits of a spreadsheet. */
export function TableGrid({ client, subject, year, search, masked, frozen, conditions, groups, marks, events, handle }: TableGridProps) {
  const root = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<TableRow> | null>(null);
  const begun = useRef(Promise.withResolvers<void>());
  const [grid, setGrid] = useState<GridApi<TableRow> | null>(null);
  const [habits, setHabits] = useState<GridHabits | null>(null);
  const running = useRef<GridHabits | null>(null);
  /** Cells are to be drawn again when the editor has closed. */
  const owed = useRef(false);
  const notices = useNotices();
  // What the grid's own callbacks read at the moment they are called.
  const now = useRef({ masked, frozen, events });
  now.current = { masked, frozen, events };
  const table = tableOf(subject);
  const columnDefs = useMemo(() => gridColumns(table), [table]);
  const fields = useMemo(() => new Map(table.fields.map((field) => [field.key, field])), [table]);

  const parts = useMemo(() => {
    const source = new RowSource({ client, subject, api: () => api.current, revision: () => now.current.events.revision(), counted: (total) => { fitRowNumbers(api.current, total); now.current.events.counted(total); }, loaded: (rows) => now.current.events.loaded(rows), answered: (before, answer, searched) => running.current?.answered(before, answer, searched), failed: (error) => now.current.events.failed(error) }, { year, search, conditions });
    const writes = new CellWrites({ table, api: () => api.current, source, events: () => now.current.events, written: () => tellFocus() });
    const ahead = new TypedAhead();
    const context: GridContext = {
      client,
      masked: () => now.current.masked,
      frozen: () => now.current.frozen,
      marks,
      query: () => source.question([]),
      refused: () => writes.refused,
      takeTyped: ahead.take,
      giveUp: () => api.current?.stopEditing(true),
      typing: (text) => {
        if (running.current) running.current.typing = text;
      },
    };
    return { source, writes, ahead, context, selection: new GridSelection() };
    // Year and search are asked for below; a grid keeps its parts as long as it shows the same table.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, table, marks]);
  const { source, writes, ahead, context, selection } = parts;

  const cellAt = (rowIndex: number | null | undefined, columnId: string | undefined): CellAt | null => {
    const row = rowIndex === null || rowIndex === undefined ? undefined : api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
    const field = columnId === undefined ? undefined : fields.get(columnId);
    return row && field ? { row, field } : null;
  };
  const focusedCell = (): CellAt | null => {
    const cell = api.current?.getFocusedCell();
    return cell ? cellAt(cell.rowIndex, cell.column.getColId()) : null;
  };
  /** The row under the cursor may be another, or hold other values, without the cursor having moved. */
  const tellFocus = (): void => {
    const cell = focusedCell();
    if (cell) now.current.events.focused(cell);
  };

  useEffect(() => source.ask({ year, search, conditions }), [source, year, search, conditions]);
  useEffect(() => api.current?.refreshCells({ force: true }), [masked]);

  const ready = (made: GridApi<TableRow>): void => {
    api.current = made;
    const kept = columnMemory.read(subject);
    if (kept) made.applyColumnState({ state: kept, applyOrder: true });
    setGrid(made);
    begun.current.resolve();
  };
  // Another table (an own column more) is another ground for the habits.
  useEffect(() => {
    if (!root.current || !grid) return;
    const ground = new Ground({ root: root.current, api: grid, table, client, source, writes, selection, events: () => now.current.events, masked: () => now.current.masked, frozen: () => now.current.frozen });
    const made = new GridHabits(ground, habitStore(), ahead, (label) => notices.done(label));
    running.current = made;
    const unwatch = selection.watch(() => {
      const { spans, active } = selection;
      const cell = active && ground.cell(active);
      if (cell) now.current.events.focused(cell);
      const sum = (of: (span: (typeof spans)[number]) => number): number => spans.reduce((all, span) => all + of(span), 0);
      now.current.events.selected({ areas: ground.areas, question: source.question(), rows: sum(rowsOf), cells: sum(cellsOf) });
    });
    setHabits(made);
    return () => {
      unwatch();
      made.stop();
    };
  }, [grid, parts, table, client, notices, source, writes, selection, ahead]);
  const columnsChanged = (): void => {
    if (api.current) columnMemory.keep(subject, api.current.getColumnState());
    running.current?.columnsChanged();
    now.current.events.looked();
  };

  const redraw = (): void => {
    // Whoever types into a cell is not disturbed by what other cells bear.
    owed.current = (api.current?.getEditingCells().length ?? 0) > 0;
    if (!owed.current) api.current?.refreshCells({ force: true });
  };
  useImperativeHandle(handle, () => gridHandle({ client, table, source, api: () => api.current, begun: begun.current.promise, focusedCell, copy: (how) => running.current?.copy(how), cells: () => cellActions(running.current), redraw, expectCursor: (id, at) => running.current?.expect(id, at) }));

  const onEdit = (event: CellEditRequestEvent<TableRow, Stored>): void => {
    const cell = cellAt(event.rowIndex, event.column.getColId());
    if (cell && event.rowIndex !== null) void writes.write(cell, String(event.newValue ?? ''), event.rowIndex);
  };
  const lockHere = (field: Field): Lock | null => now.current.frozen ?? lockOf(table, field);
  const onKey = (event: CellKeyDownEvent<TableRow>): void => {
    const key = event.event as KeyboardEvent | null;
    const cell = cellAt(event.rowIndex, event.column.getColId());
    if (!key || !cell || event.rowIndex === null || event.api.getEditingCells().length > 0) return;
    // An input method begins: it must find a text to write into.
    if (key.key === 'Process' && !lockHere(cell.field)) event.api.startEditingCell({ rowIndex: event.rowIndex, colKey: cell.field.key });
    else now.current.events.key(key, cell);
  };
  const onMenu = (event: CellContextMenuEvent<TableRow>): void => {
    const cell = cellAt(event.rowIndex, event.column.getColId());
    const mouse = event.event;
    if (!cell || !(mouse instanceof MouseEvent) || event.rowIndex === null) return;
    mouse.preventDefault();
    const spot = running.current?.ground.spot(event.rowIndex, event.column.getColId());
    if (!spot || !selection.holds(spot)) event.api.setFocusedCell(event.rowIndex, event.column);
    now.current.events.menu(cell, { x: mouse.clientX, y: mouse.clientY });
  };

  return (
    <div className="table-grid" ref={root} tabIndex={-1}>
      <AgGridReact<TableRow>
        theme={gridTheme}
        localeText={AG_GRID_LOCALE_CN}
        columnDefs={columnDefs}
        defaultColDef={ownKeys}
        context={context}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={windowRows}
        maxBlocksInCache={20}
        blockLoadDebounceMillis={30}
        infiniteInitialRowCount={1}
        getRowId={({ data }) => data.id}
        readOnlyEdit
        stopEditingWhenCellsLoseFocus
        multiSortKey="ctrl"
        alwaysMultiSort={false}
        suppressDragLeaveHidesColumns
        suppressMultiRangeSelection
        preventDefaultOnContextMenu
        tooltipShowDelay={600}
        suppressOverlays={['loading', 'noRows']}
        onGridReady={({ api: made }) => ready(made)}
        onColumnMoved={({ finished }) => { if (finished) columnsChanged(); }}
        onColumnResized={({ finished }) => { if (finished && api.current) columnMemory.keep(subject, api.current.getColumnState()); now.current.events.looked(); }}
        onSortChanged={() => now.current.events.looked()}
        groupHeaderHeight={groups ? 30 : 0}
        onColumnVisible={columnsChanged}
        onColumnPinned={columnsChanged}
        onModelUpdated={() => { running.current?.rowsChanged(); tellFocus(); }}
        onFilterChanged={(event) => now.current.events.filtered(event.api.getFilterModel())}
        onCellFocused={({ rowIndex, column }) => {
          const id = typeof column === 'object' ? column?.getColId() : column;
          running.current?.focused(running.current.ground.spot(rowIndex, id));
          now.current.events.focused(cellAt(rowIndex, id));
        }}
        onCellDoubleClicked={({ rowIndex, column }) => {
          const cell = cellAt(rowIndex, column.getColId());
          const lock = cell && lockHere(cell.field);
          if (lock) now.current.events.locked(lock, cell);
        }}
        onCellEditRequest={onEdit}
        onCellEditingStarted={() => context.typing(null)}
        onCellEditingStopped={() => { writes.forget(); ahead.closed(); if (owed.current) api.current?.refreshCells({ force: true }); owed.current = false; setTimeout(() => source.editorClosed()); }}
        onCellKeyDown={(event) => { if ('column' in event) onKey(event); }}
        onCellContextMenu={onMenu}
      />
      {habits && <HabitPanels habits={habits} />}
    </div>
  );
}
