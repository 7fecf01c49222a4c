import { createGrid, type GridApi } from 'ag-grid-community';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Filter, TableRow } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf, type Lock } from '../../shared/sheets/table-lock.ts';
import type { Client } from '../client/connect.ts';
import { mayBeOpen } from '../ui/hand-on.ts';
import { useNotices } from '../ui/messages.tsx';
import { CellWrites } from './cell-writes.ts';
import { columnMemory } from './column-memory.ts';
import type { CellAt, GridContext, GridEvents, GridHandle } from './grid-context.ts';
import { gridColumns, headWords } from './grid-columns.ts';
import { gridHandle } from './grid-handle.ts';
import { registerGridModules } from './grid-modules.ts';
import { gridOptions, type Listener } from './grid-options.ts';
import { GridHabits } from './habits/grid-habits.ts';
import { Ground } from './habits/ground.ts';
import { HabitPanels } from './habits/HabitPanels.tsx';
import { habitStore } from './habits/habit-state.ts';
import { fitRowNumbers, numberColumn, numberHeadWords } from './habits/row-numbers.ts';
import { GridSelection } from './habits/selection.ts';
import { cellActions } from './habits/cell-actions.ts';
import { cellsOf, rowsOf } from './habits/span.ts';
import { OpenEdit } from './habits/open-edit.ts';
import { TypedAhead } from './habits/typed-ahead.ts';
import { whenMovedFar } from './far-jump.ts';
import { holdFrozen } from './hold-frozen.ts';
import { type MarkBook, markOf } from './marks/mark-book.ts';
import { PartPortals, ReactParts } from './react-parts.tsx';
import { Redrawing } from './redrawing.ts';
import { RowSource } from './row-source.ts';
import { Unanswered } from './unanswered.ts';
import { wordsOnHover } from './words-on-hover.ts';
import './grid.css';
import './habits/habits.css';
import './marks/marks.css';

export type { CellAt } from './grid-context.ts';

registerGridModules();

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
  const box = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<TableRow> | null>(null);
  const begun = useRef(Promise.withResolvers<void>());
  const [grid, setGrid] = useState<GridApi<TableRow> | null>(null);
  const [habits, setHabits] = useState<GridHabits | null>(null);
  const running = useRef<GridHabits | null>(null);
  const [redrawing] = useState(() => new Redrawing(() => api.current));
  const notices = useNotices();
  const [reactParts] = useState(() => new ReactParts());
  // What the grid's own callbacks read at the moment they are called.
  const now = useRef({ masked, frozen, events });
  now.current = { masked, frozen, events };
  const table = tableOf(subject);
  const columnDefs = useMemo(() => gridColumns(table), [table]);
  const fields = useMemo(() => new Map(table.fields.map((field) => [field.key, field])), [table]);

  const parts = useMemo(() => {
    const unanswered = new Unanswered();
    const source = new RowSource({ client, subject, api: () => api.current, over: unanswered.over, revision: () => now.current.events.revision(), counted: (total) => { fitRowNumbers(api.current, total); now.current.events.counted(total); }, loaded: (rows) => now.current.events.loaded(rows), freshened: () => tellFocus(), answered: (before, answer, searched) => running.current?.answered(before, answer, searched), failed: (error) => now.current.events.failed(error) }, { year, search, conditions });
    const writes = new CellWrites({ table, api: () => api.current, source, unanswered, events: () => now.current.events, written: () => tellFocus() });
    const edit = new OpenEdit(() => api.current, writes);
    const ahead = new TypedAhead();
    const context: GridContext = {
      client,
      parts: reactParts,
      masked: () => now.current.masked,
      frozen: () => now.current.frozen,
      marks,
      query: () => source.question([]),
      refused: () => writes.refused,
      takeTyped: ahead.take,
      edit,
    };
    return { source, writes, edit, ahead, context, selection: new GridSelection() };
    // Year and search are asked for below; a grid keeps its parts as long as it shows the same table.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, table, marks, reactParts]);
  const { source, writes, edit, ahead, context, selection } = parts;

  useEffect(() => mayBeOpen({ text: () => edit.text, take: edit.take }), [edit]);

  const cellAt = (rowIndex: number | null | undefined, columnId: string | undefined): CellAt | null => {
    const row = rowIndex === null || rowIndex === undefined ? undefined : api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
    const field = columnId === undefined ? undefined : fields.get(columnId);
    return row && field ? { row, field } : null;
  };
  /** The cell under the cursor: while the keys are in a box, as of the search, the grid's own stands where they were. */
  const focusedCell = (): CellAt | null => {
    const ground = running.current?.ground;
    if (ground && selection.active) return ground.cell(selection.active);
    const cell = api.current?.getFocusedCell();
    return cell ? cellAt(cell.rowIndex, cell.column.getColId()) : null;
  };
  /** The row under the cursor may be another, or hold other values, without the cursor having moved. */
  const tellFocus = (): void => {
    const cell = focusedCell();
    if (cell) now.current.events.focused(cell);
  };

  const keepColumns = (): void => {
    if (api.current) columnMemory.keep(subject, api.current.getColumnState());
  };
  const listener = useRef<Listener | null>(null);
  listener.current = {
    events,
    get habits() {
      return running.current;
    },
    source,
    writes,
    edit,
    ahead,
    selection,
    cellAt,
    lock: (field) => now.current.frozen ?? lockOf(table, field),
    columnsChanged() {
      keepColumns();
      running.current?.columnsChanged();
      now.current.events.looked();
    },
    columnsResized: keepColumns,
    tellFocus,
    editorClosed: redrawing.draw,
  };
  useEffect(() => {
    if (!box.current) return;
    const made = createGrid<TableRow>(box.current, gridOptions({ source, context }, columnDefs, () => current(listener)));
    api.current = made;
    // The library gives it no name, and a window may hold other tables.
    box.current.querySelector('[role="grid"]')?.setAttribute('aria-label', `表格：${tableOf(subject).title}`);
    const kept = columnMemory.read(subject);
    if (kept) made.applyColumnState({ state: kept, applyOrder: true });
    setGrid(made);
    begun.current.resolve();
    return () => {
      api.current = null;
      made.destroy();
    };
    // One grid as long as the screen stands; what becomes of its table follows below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [subject]);
  // Another table: an own column more.
  useEffect(() => {
    if (grid && grid.getGridOption('context') !== context) grid.updateGridOptions({ columnDefs, context, datasource: source });
  }, [grid, columnDefs, context, source]);
  useEffect(() => grid?.setGridOption('groupHeaderHeight', groups ? 30 : 0), [grid, groups]);

  useEffect(() => source.ask({ year, search, conditions }), [source, year, search, conditions]);
  useEffect(() => api.current?.refreshCells({ force: true }), [masked]);

  // Another table (an own column more) is another ground for the habits.
  useEffect(() => {
    if (!root.current || !grid) return;
    const ground = new Ground({ root: root.current, api: grid, table, client, source, writes, selection, events: () => now.current.events, masked: () => now.current.masked, frozen: () => now.current.frozen });
    const made = new GridHabits(ground, habitStore(), edit, ahead, (label) => notices.done(label));
    running.current = made;
    const unwatch = selection.watch(() => {
      const { spans, active } = selection;
      const cell = active && ground.cell(active);
      if (cell) now.current.events.focused(cell);
      const sum = (of: (span: (typeof spans)[number]) => number): number => spans.reduce((all, span) => all + of(span), 0);
      const question = source.question();
      now.current.events.selected({ areas: ground.areas, asked: () => ({ ...source.asked(), question }), rows: sum(rowsOf), cells: sum(cellsOf) });
    });
    setHabits(made);
    return () => {
      unwatch();
      made.stop();
    };
  }, [grid, parts, table, client, notices, source, writes, selection, edit, ahead]);
  useEffect(() => {
    if (!root.current || !grid) return;
    const off = new AbortController();
    whenMovedFar(root.current, grid, (first, last) => source.comeInSight(first, last), off.signal);
    return () => off.abort();
  }, [grid, source]);
  useEffect(() => {
    if (!root.current) return;
    const off = new AbortController();
    holdFrozen(root.current, off.signal);
    wordsOnHover(
      root.current,
      ({ column, row }) => {
        const field = fields.get(column);
        if (!field) return row === null && column === numberColumn ? numberHeadWords : '';
        return row === null ? headWords(table, field) : markOf(marks, table, cellAt(row, column)?.row, field).text;
      },
      off.signal,
    );
    return () => off.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [fields, table, marks]);
  // Whoever leaves with an editor open has typed what is in it. A layout effect: the grid is still there.
  useLayoutEffect(() => edit.take, [edit]);
  useImperativeHandle(handle, () => gridHandle({ client, table, source, events: () => now.current.events, api: () => api.current, begun: begun.current.promise, focusedCell, copy: (how) => running.current?.copy(how), cells: () => cellActions(running.current), redraw: redrawing.ask, expectCursor: (id, at) => running.current?.expect(id, at) }));

  return (
    <div className="table-grid" ref={root} tabIndex={-1}>
      <div className="table-grid-box" ref={box} />
      <PartPortals parts={reactParts} />
      {habits && <HabitPanels habits={habits} />}
    </div>
  );
}

/** What is being listened to, once there is a grid. */
function current(listener: { readonly current: Listener | null }): Listener {
  if (!listener.current) throw new Error('A grid without a listener');
  return listener.current;
}
