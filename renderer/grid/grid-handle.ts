import type { Column, GridApi } from 'ag-grid-community';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Table } from '../../shared/sheets/table.ts';
import type { Client } from '../client/connect.ts';
import { columnMemory } from './column-memory.ts';
import { showRow } from './far-jump.ts';
import { nameColumn } from './first-columns.ts';
import type { CellAt, FilterModel, GridEvents, GridHandle } from './grid-context.ts';
import { numberColumn } from './habits/row-numbers.ts';
import type { RowSource } from './row-source.ts';
import { builtInColumns, showLook, showRemembered, takeLook } from './views/grid-look.ts';

interface Around {
  readonly client: Client;
  readonly table: Table;
  readonly source: RowSource;
  readonly events: () => GridEvents;
  readonly api: () => GridApi<TableRow> | null;
  /** Resolved once the grid stands. */
  readonly begun: Promise<void>;
  readonly focusedCell: () => CellAt | null;
  readonly copy: GridHandle['copy'];
  readonly cells: GridHandle['cells'];
  readonly redraw: GridHandle['redraw'];
  /** The cursor and the keys are about to come from outside, to a row that may not be drawn yet: `at` where it is to stand. */
  readonly expectCursor: (id: string | null, at?: { readonly row: number; readonly column: string }) => void;
}

/** What the screen around the grid asks of it, done by the grid's own means. */
export function gridHandle({ client, table, source, events, api, begun, focusedCell, copy, cells, redraw, expectCursor }: Around): GridHandle {
  const states = () => (api()?.getColumnState() ?? []).filter(({ colId }) => colId !== numberColumn);
  const setCursor = (row: number, column: string | Column, id: string | null = null): void => {
    expectCursor(null, { row, column: typeof column === 'string' ? column : column.getColId() });
    api()?.setFocusedCell(row, column);
    expectCursor(id);
  };
  return {
    async goTo(id, field) {
      await begun;
      const at = await client.tables.position({ ...source.question(), id });
      const grid = api();
      if (at === null || !grid) return false;
      if (grid.getDisplayedRowCount() <= at) grid.setRowCount(at + 1, false);
      else await source.have(at, 'middle');
      if (api() !== grid) return false;
      showRow(grid, at, 'middle');
      // Whoever is typing into a box meanwhile keeps the cursor.
      const typing = document.activeElement instanceof HTMLInputElement && document.activeElement.value !== '';
      if (field !== undefined) grid.ensureColumnVisible(field);
      if (!typing) setCursor(at, field ?? grid.getFocusedCell()?.column.getColId() ?? nameColumn(table), id);
      return true;
    },
    reload: () => source.reload(),
    asked: () => source.asked(),
    async writing(call) {
      const written = await events().writing(call);
      source.freshen();
      return written;
    },
    redraw,
    look() {
      const grid = api();
      return grid && takeLook(grid, table);
    },
    async showLook(look) {
      await begun;
      const grid = api();
      if (!grid) return;
      if (look) showLook(grid, look);
      else showRemembered(grid, table.subject);
    },
    columnsFor(keys) {
      const grid = api();
      return grid && builtInColumns(grid, table, keys);
    },
    query: () => source.question(),
    filters: (): FilterModel => api()?.getFilterModel() ?? {},
    setFilters: (filters) => void begun.then(() => api()?.setFilterModel(filters)),
    sorts: () => source.question().sorts ?? [],
    setSorts(sorts) {
      api()?.applyColumnState({ state: sorts.map(({ field, descending }, sortIndex) => ({ colId: field, sort: descending ? 'desc' : 'asc', sortIndex })), defaultState: { sort: null } });
    },
    row: () => focusedCell()?.row ?? null,
    focus() {
      const cell = api()?.getFocusedCell();
      if (cell) setCursor(cell.rowIndex, cell.column);
    },
    moveRow(by) {
      const cell = api()?.getFocusedCell();
      const next = (cell?.rowIndex ?? -1) + by;
      if (next < 0 || next >= (api()?.getDisplayedRowCount() ?? 0)) return;
      api()?.ensureIndexVisible(next);
      setCursor(next, cell?.column ?? nameColumn(table));
    },
    columns: () => states().map(({ colId, hide }) => ({ id: colId, shown: !hide })),
    showColumns(ids, shown) {
      api()?.setColumnsVisible([...ids], shown);
      if (shown && ids[0] !== undefined) api()?.ensureColumnVisible(ids[0]);
    },
    freezeTo(id) {
      const shown = (api()?.getAllDisplayedColumns() ?? []).map((column) => column.getColId()).filter((each) => each !== numberColumn);
      const until = id === null ? -1 : shown.indexOf(id);
      api()?.setColumnsPinned(shown.slice(0, until + 1), 'left');
      api()?.setColumnsPinned(shown.slice(until + 1), null);
    },
    resetColumns() {
      columnMemory.forget(table.subject);
      api()?.resetColumnState();
      columnMemory.forget(table.subject);
    },
    copy,
    cells,
  };
}
