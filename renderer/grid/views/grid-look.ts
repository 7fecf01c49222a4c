import type { ColumnState, GridApi } from 'ag-grid-community';
import type { Filter, Sort, TableRow } from '../../../shared/contract/tables.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import type { ViewBody } from '../../../shared/views/view.ts';
import { columnMemory } from '../column-memory.ts';
import { lookOf } from '../first-columns.ts';
import type { FilterModel } from '../grid-context.ts';
import { numberColumn } from '../habits/row-numbers.ts';

type Api = GridApi<TableRow>;

/** What of a view is the grid's own: its columns, what they are filtered by, its orders. */
export type GridLook = Pick<ViewBody, 'columns' | 'sorts'> & { readonly filters: FilterModel };

/** How the grid looks now. */
export function takeLook(api: Api, { fields }: Table): GridLook {
  const known = new Set(fields.map(({ key }) => key));
  const state = api.getColumnState().filter(({ colId }) => known.has(colId));
  return {
    columns: state.map(({ colId, width, hide, pinned }) => ({ field: colId, width: Math.min(2000, Math.max(20, Math.round(width ?? 100))), shown: !hide, frozen: pinned === 'left' })),
    sorts: sortsOf(state),
    filters: api.getFilterModel(),
  };
}

export const sortsOf = (state: readonly ColumnState[]): Sort[] =>
  state
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ field: colId, descending: sort === 'desc' }));

/** A column may hold one condition in its funnel; the others of a view stand beside the grid. */
export function splitFilters(filters: readonly Filter[]): { readonly model: FilterModel; readonly others: readonly Filter[] } {
  const model: Record<string, Filter> = {};
  const others: Filter[] = [];
  for (const filter of filters) {
    if (filter.test === 'group' || model[filter.field]) others.push(filter);
    else model[filter.field] = filter;
  }
  return { model, others };
}

/** Lets the grid look so. Without columns of its own it looks as the table comes. */
export function showLook(api: Api, { columns, sorts, filters }: GridLook): void {
  api.resetColumnState();
  const sortOf = new Map(sorts.map(({ field, descending }, at) => [field, { sort: descending ? ('desc' as const) : ('asc' as const), sortIndex: at }]));
  const plain = { sort: null, sortIndex: null };
  if (columns === null) api.applyColumnState({ state: [...sortOf].map(([colId, sort]) => ({ colId, ...sort })), defaultState: plain });
  else {
    const state = columns.map(({ field, width, shown, frozen }): ColumnState => ({ colId: field, width, hide: !shown, pinned: frozen ? 'left' : null, ...(sortOf.get(field) ?? plain) }));
    // The numbers of the rows are no column of the table: no view names them, none hides them.
    api.applyColumnState({ state: [{ colId: numberColumn, hide: false, pinned: 'left' }, ...state], applyOrder: true, defaultState: { ...plain, hide: true, pinned: null } });
  }
  api.setFilterModel({ ...filters });
  toTheBeginning(api);
}

/** Another look is looked at from its first column. */
function toTheBeginning(api: Api): void {
  const first = api.getAllDisplayedColumns().find((column) => !column.isPinned());
  if (first) api.ensureColumnVisible(first, 'start');
}

/** As this user left the table when no view was open. */
export function showRemembered(api: Api, subject: Subject): void {
  const kept = columnMemory.read(subject);
  api.resetColumnState();
  if (kept) api.applyColumnState({ state: kept, applyOrder: true, defaultState: { sort: null } });
  api.setFilterModel(null);
  toTheBeginning(api);
}

/** The columns of a built-in view: the frozen ones, its own in their order, the rest one click away. */
export function builtInColumns(api: Api, table: Table, keys: readonly string[]): ViewBody['columns'] {
  const { frozen } = lookOf(table);
  const width = new Map(api.getColumnState().map((state) => [state.colId, Math.round(state.width ?? 100)]));
  const shown = [...frozen, ...keys.filter((key) => !frozen.includes(key))];
  const rest = table.fields.map(({ key }) => key).filter((key) => !shown.includes(key));
  return [...shown, ...rest].map((field) => ({ field, width: width.get(field) ?? 100, shown: shown.includes(field), frozen: frozen.includes(field) }));
}
