import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import { AllCommunityModule, type CellContextMenuEvent, type CellEditRequestEvent, type CellFocusedEvent, type CellKeyDownEvent, type ColDef, type GridApi, type IDatasource, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type KeyboardEvent as ReactKeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { Filter, RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf, type Lock } from '../../shared/sheets/table-lock.ts';
import type { Client } from '../client/connect.ts';
import { columnMemory } from './column-memory.ts';
import { nameColumn } from './first-columns.ts';
import type { FilterModel, GridContext, GridHandle, RefusedText } from './grid-context.ts';
import { cellText, gridColumns } from './grid-columns.ts';
import type { MarkBook } from './marks/mark-book.ts';
import { builtInColumns, showLook, showRemembered, sortsOf, takeLook } from './views/grid-look.ts';
import './grid.css';
import './marks/marks.css';

ModuleRegistry.registerModules([AllCommunityModule]);

const theme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 13,
  headerFontWeight: 600,
  spacing: 5,
  rowHeight: 28,
  headerHeight: 30,
  accentColor: '#23496f',
  foregroundColor: '#1d1b19',
  headerBackgroundColor: '#f7f5f1',
  borderColor: '#dedbd5',
  columnBorder: true,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  rowHoverColor: '#faf8f5',
  selectedRowBackgroundColor: '#f6ebe8',
  cellHorizontalPadding: 8,
});

/** With a command key, Delete is the row's: the grid would clear the cell. */
const ownKeys: ColDef<TableRow> = { suppressKeyboardEvent: ({ event }) => event.key === 'Delete' && (event.ctrlKey || event.metaKey) };

/** Rows that one question fetches. */
const windowRows = 200;

export interface CellAt {
  readonly row: TableRow;
  readonly field: Field;
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
  /** Writes a cell; answers the row as it then is. Throws the refusal. */
  readonly write: (cell: CellAt, text: string) => Promise<TableRow>;
  /** A refusal as the editor says it: why and what to do. Null: not a refusal, told elsewhere. */
  readonly why: (error: unknown) => string | null;
  readonly menu: (cell: CellAt, at: { readonly x: number; readonly y: number }) => void;
  readonly key: (event: KeyboardEvent, cell: CellAt) => void;
  /** A cell that is told elsewhere was to be changed. */
  readonly locked: (lock: Lock, cell: CellAt) => void;
  readonly failed: (error: unknown) => void;
}

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

type Api = GridApi<TableRow>;

/** A grid: windows of rows from the core, columns from the table's declaration, every write through the core. */
export function TableGrid({ client, subject, year, search, masked, frozen, conditions, groups, marks, events, handle }: TableGridProps) {
  const api = useRef<Api | null>(null);
  const begun = useRef(Promise.withResolvers<void>());
  const refused = useRef<RefusedText | null>(null);
  const typed = useRef('');
  const calling = useRef(false);
  /** Cells are to be drawn again when the editor has closed. */
  const owed = useRef(false);
  /** The question that was asked last. */
  const newest = useRef('');
  // What the grid's own callbacks read at the moment they are called.
  const now = useRef({ year, search, masked, frozen, conditions, events });
  now.current = { year, search, masked, frozen, conditions, events };
  const table = tableOf(subject);
  const columnDefs = useMemo(() => gridColumns(table), [table]);
  const fields = useMemo(() => new Map(table.fields.map((field) => [field.key, field])), [table]);

  const question = (sorts: RowsQuery['sorts'] = []): RowsQuery => {
    const filters = [...Object.values<Filter>(api.current?.getFilterModel() ?? {}), ...now.current.conditions];
    return { subject, year: now.current.year, filters, sorts, ...(now.current.search.trim() === '' ? {} : { search: now.current.search.trim() }) };
  };
  const sorts = (): RowsQuery['sorts'] => sortsOf(api.current?.getColumnState() ?? []);

  const context = useMemo(
    (): GridContext => ({
      client,
      masked: () => now.current.masked,
      frozen: () => now.current.frozen,
      query: () => question(),
      refused: () => refused.current,
      marks,
      takeTyped() {
        const text = typed.current;
        typed.current = '';
        calling.current = false;
        return text;
      },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [client, marks],
  );
  const source = useMemo(
    (): IDatasource => ({
      getRows(wanted) {
        const { startRow, endRow } = wanted;
        const orders = wanted.sortModel.map(({ colId, sort }) => ({ field: colId, descending: sort === 'desc' }));
        const wantedBy = question(orders);
        const key = JSON.stringify(wantedBy);
        newest.current = key;
        client.tables.rows({ ...wantedBy, offset: startRow, limit: Math.min(500, endRow - startRow) }).then(
          ({ rows, total }) => {
            wanted.successCallback([...rows], total);
            // The answer to a question that was overtaken may come last.
            if (newest.current === key) now.current.events.counted(total);
            now.current.events.loaded(rows);
          },
          (error: unknown) => {
            wanted.failCallback();
            now.current.events.failed(error);
          },
        );
      },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [client, subject],
  );

  const lockHere = (field: Field): Lock | null => now.current.frozen ?? lockOf(table, field);
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

  // Another year, another search, other conditions are another question.
  const asking = `${year} ${search} ${JSON.stringify(conditions)}`;
  const asked = useRef(asking);
  useEffect(() => {
    if (asked.current === asking) return;
    asked.current = asking;
    api.current?.purgeInfiniteCache();
  }, [asking]);
  useEffect(() => api.current?.refreshCells({ force: true }), [masked]);

  const keepColumns = (): void => {
    if (api.current) columnMemory.keep(subject, api.current.getColumnState());
    now.current.events.looked();
  };

  useImperativeHandle(handle, (): GridHandle => ({
    async goTo(id, field) {
      await begun.current.promise;
      const at = await client.tables.position({ ...question(sorts()), id });
      const grid = api.current;
      if (at === null || !grid) return false;
      if (grid.getDisplayedRowCount() <= at) grid.setRowCount(at + 1, false);
      grid.ensureIndexVisible(at, 'middle');
      // Whoever is typing into a box meanwhile keeps the cursor.
      const typing = document.activeElement instanceof HTMLInputElement && document.activeElement.value !== '';
      if (field !== undefined) grid.ensureColumnVisible(field);
      if (!typing) grid.setFocusedCell(at, field ?? grid.getFocusedCell()?.column.getColId() ?? nameColumn(table));
      return true;
    },
    reload: () => api.current?.refreshInfiniteCache(),
    redraw() {
      // Whoever types into a cell is not disturbed by what other cells bear.
      owed.current = (api.current?.getEditingCells().length ?? 0) > 0;
      if (!owed.current) api.current?.refreshCells({ force: true });
    },
    look: () => (api.current ? takeLook(api.current, table) : null),
    async showLook(look) {
      await begun.current.promise;
      if (!api.current) return;
      if (look) showLook(api.current, look);
      else showRemembered(api.current, subject);
    },
    columnsFor: (keys) => (api.current ? builtInColumns(api.current, table, keys) : null),
    query: () => question(sorts()),
    filters: (): FilterModel => api.current?.getFilterModel() ?? {},
    setFilters: (filters) => void begun.current.promise.then(() => api.current?.setFilterModel(filters)),
    row: () => focusedCell()?.row ?? null,
    focus() {
      const cell = api.current?.getFocusedCell();
      if (cell) api.current?.setFocusedCell(cell.rowIndex, cell.column);
    },
    moveRow(by) {
      const cell = api.current?.getFocusedCell();
      const next = (cell?.rowIndex ?? -1) + by;
      if (next < 0 || next >= (api.current?.getDisplayedRowCount() ?? 0)) return;
      api.current?.ensureIndexVisible(next);
      api.current?.setFocusedCell(next, cell?.column ?? nameColumn(table));
    },
    columns: () => (api.current?.getColumnState() ?? []).map(({ colId, hide }) => ({ id: colId, shown: !hide })),
    showColumns(ids, shown) {
      api.current?.setColumnsVisible([...ids], shown);
      if (shown && ids[0] !== undefined) api.current?.ensureColumnVisible(ids[0]);
    },
    freezeTo(id) {
      const shown = (api.current?.getAllDisplayedColumns() ?? []).map((column) => column.getColId());
      const until = id === null ? -1 : shown.indexOf(id);
      api.current?.setColumnsPinned(shown.slice(0, until + 1), 'left');
      api.current?.setColumnsPinned(shown.slice(until + 1), null);
    },
    resetColumns() {
      columnMemory.forget(subject);
      api.current?.resetColumnState();
      columnMemory.forget(subject);
    },
  }));

  const write = async (cell: CellAt, text: string, rowIndex: number): Promise<void> => {
    try {
      const row = await now.current.events.write(cell, text);
      refused.current = null;
      now.current.events.unsaved(cell, null);
      api.current?.getRowNode(cell.row.id)?.setData(row);
      tellFocus();
      // What the household's row holds stands on every member's row, and the head's name on everybody's.
      if (subject === 'people' && (cell.field.entity !== 'memberYear')) api.current?.refreshInfiniteCache();
    } catch (error) {
      const why = now.current.events.why(error);
      if (why === null) return now.current.events.failed(error);
      refused.current = { rowId: cell.row.id, field: cell.field.key, text, why };
      now.current.events.unsaved(cell, refused.current);
      api.current?.startEditingCell({ rowIndex, colKey: cell.field.key });
    }
  };

  const onEdit = (event: CellEditRequestEvent<TableRow, Stored>): void => {
    const cell = cellAt(event.rowIndex, event.column.getColId());
    if (cell && event.rowIndex !== null) void write(cell, String(event.newValue ?? ''), event.rowIndex);
  };

  const onKey = (event: CellKeyDownEvent<TableRow>): void => {
    const key = event.event as KeyboardEvent | null;
    const cell = cellAt(event.rowIndex, event.column.getColId());
    if (!key || !cell || event.rowIndex === null || (event.api.getEditingCells().length > 0)) return;
    const command = key.ctrlKey || key.metaKey;
    const wouldEdit = !command && !key.altKey && ([...key.key].length === 1 || key.key === 'F2' || key.key === 'Delete' || key.key === 'Backspace');
    const lock = lockHere(cell.field);
    if (lock && wouldEdit) now.current.events.locked(lock, cell);
    else if (command && key.key.toLowerCase() === 'c') {
      void navigator.clipboard.writeText(cellText(cell.field, cell.row.values[cell.field.key] ?? null, now.current.masked));
    } else if (key.key === 'Delete' && !command && !lock) {
      key.preventDefault();
      void write(cell, '', event.rowIndex);
    } else if (key.key === 'Process' && !lock) {
      // An input method begins: it must find a text to write into.
      event.api.startEditingCell({ rowIndex: event.rowIndex, colKey: cell.field.key });
    } else now.current.events.key(key, cell);
  };

  const onMenu = (event: CellContextMenuEvent<TableRow>): void => {
    const cell = cellAt(event.rowIndex, event.column.getColId());
    const mouse = event.event;
    if (!cell || !(mouse instanceof MouseEvent)) return;
    mouse.preventDefault();
    event.api.setFocusedCell(event.rowIndex ?? 0, event.column);
    now.current.events.menu(cell, { x: mouse.clientX, y: mouse.clientY });
  };

  /** Between the key that calls an editor and the editor itself, quick hands type on. */
  const catchTyped = (event: ReactKeyboardEvent): void => {
    // Only on a cell: buttons, lists and headers of the grid keep their own keys.
    if (!(event.target instanceof HTMLElement) || event.target instanceof HTMLInputElement || !event.target.closest('.ag-cell')) return;
    const printable = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (printable && calling.current) {
      typed.current += event.key;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    typed.current = '';
    const cell = focusedCell();
    calling.current = cell !== null && !lockHere(cell.field) && (printable || event.key === 'F2' || event.key === 'Backspace');
  };

  return (
    <div className="table-grid" onKeyDownCapture={catchTyped}>
      <AgGridReact<TableRow>
        theme={theme}
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
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        multiSortKey="ctrl"
        alwaysMultiSort={false}
        suppressDragLeaveHidesColumns
        suppressMultiRangeSelection
        preventDefaultOnContextMenu
        tooltipShowDelay={600}
        suppressOverlays={['loading', 'noRows']}
        groupHeaderHeight={groups ? 30 : 0}
        onGridReady={({ api: ready }) => {
          api.current = ready;
          const kept = columnMemory.read(subject);
          if (kept) ready.applyColumnState({ state: kept, applyOrder: true });
          begun.current.resolve();
        }}
        onColumnMoved={({ finished }) => { if (finished) keepColumns(); }}
        onColumnResized={({ finished }) => { if (finished) keepColumns(); }}
        onColumnVisible={keepColumns}
        onColumnPinned={keepColumns}
        onSortChanged={() => now.current.events.looked()}
        onModelUpdated={tellFocus}
        onFilterChanged={({ api: grid }) => now.current.events.filtered(grid.getFilterModel())}
        onCellFocused={({ rowIndex, column }: CellFocusedEvent<TableRow>) => now.current.events.focused(cellAt(rowIndex, typeof column === 'object' ? column?.getColId() : column))}
        onCellDoubleClicked={({ rowIndex, column }) => {
          const cell = cellAt(rowIndex, column.getColId());
          const lock = cell && lockHere(cell.field);
          if (lock) now.current.events.locked(lock, cell);
        }}
        onCellEditRequest={onEdit}
        onCellEditingStopped={({ api: grid }) => {
          refused.current = null;
          calling.current = false;
          if (owed.current) grid.refreshCells({ force: true });
          owed.current = false;
        }}
        onCellKeyDown={(event) => { if ('column' in event) onKey(event); }}
        onCellContextMenu={onMenu}
      />
    </div>
  );
}
