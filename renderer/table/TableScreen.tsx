import { Button, Input } from 'antd';
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf, type Lock } from '../../shared/sheets/table-lock.ts';
import { navigate, useClient, useOnlyLooking, useRefreshes, useRegister, useYear } from '../app/session.tsx';
import type { FilterModel, GridEvents, GridHandle, Selected } from '../grid/grid-context.ts';
import { SelectionFigures } from '../grid/habits/SelectionFigures.tsx';
import { markOf } from '../grid/marks/mark-book.ts';
import { useMasked } from '../grid/masked-numbers.ts';
import { TableGrid, type CellAt } from '../grid/TableGrid.tsx';
import { takeKeys } from '../ui/areas.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { CellMenu, type MenuAt, type RowAction } from './CellMenu.tsx';
import { Chips } from './Chips.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { useCellWriting } from './cell-writing.ts';
import { useArrival, type Arrival } from './arrival.ts';
import { picked } from './picked-rows.ts';
import { SortChooser } from './SortChooser.tsx';
import { MaskSwitch } from './MaskSwitch.tsx';
import { TableFoot } from './TableFoot.tsx';
import { TableSide, type Side } from './TableSide.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { useFreshColumn } from './use-fresh-column.ts';
import { useTypedSearch } from './use-typed-search.ts';
import { FormatMenu } from './views/FormatMenu.tsx';
import { useFrozenNames } from './views/frozen-names.ts';
import { useMarks } from './views/use-marks.ts';
import { useNextMark } from './views/use-next-mark.ts';
import { useViews } from './views/use-views.ts';
import { useViewWork } from './views/view-work.ts';
import { ViewMenu } from './views/ViewMenu.tsx';
import './table.css';
import { clearable } from '../ui/signs.tsx';

/** What the screen around a table may ask of it. */
export interface TableHandle {
  /** The question that the table asks now. */
  readonly query: () => RowsQuery;
  readonly filters: () => FilterModel;
  readonly setFilters: (filters: FilterModel) => void;
  /** Opens what writes one value into many rows, or closes it. */
  readonly bulk: () => void;
  /** The keys are the cell's again. */
  readonly focus: () => void;
}

export interface TableScreenProps {
  readonly subject: Subject;
  /** The name above the table; null where the screen around it says it. */
  readonly title: string | null;
  /** What the box looks for. */
  readonly searched: string;
  /** Rows without any condition. */
  readonly all: number;
  /** What the foot says while nothing narrows the table. */
  readonly summary: string;
  /** The row to go to. */
  readonly arrival: Arrival;
  /** Beside the undo buttons; told the row under the cursor and the conditions. */
  readonly actions?: (row: TableRow | null, filters: FilterModel) => ReactNode;
  /** What the screen around it shows beside the grid; the card and the history wait meanwhile. */
  readonly beside?: ReactNode;
  /** Takes what of a pasted block goes past the last row; null where no row can be new. */
  readonly rest?: GridEvents['rest'];
  /** Under the grid: its new rows. */
  readonly below?: ReactNode;
  readonly rowActions: (row: TableRow) => readonly RowAction[];
  /** A key that the table does not know, on a row. True: it was meant for the screen. */
  readonly rowKey?: (event: KeyboardEvent, row: TableRow) => boolean;
  readonly handle?: Ref<TableHandle>;
}

const isCommand = (event: KeyboardEvent, key: string): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === key;

/** A table in a grid with every habit: search, filters, columns, undo, history of a cell, and the household's card beside it. */
export function TableScreen({ subject, title, searched, all, summary, arrival, actions, beside, rest = null, below, rowActions, rowKey, handle }: TableScreenProps) {
  const client = useClient();
  const { revision } = useRegister();
  const year = useYear();
  const frozen = useOnlyLooking();
  const notices = useNotices();
  const grid = useRef<GridHandle>(null);
  const masked = useMasked((state) => state.masked);
  const { typed, type, search, ask, show: showSearch } = useTypedSearch();
  const [filters, setFilters] = useState<FilterModel>({});
  const [total, setTotal] = useState<number | null>(null);
  const [broken, setBroken] = useState<unknown>(null);
  const [focused, setFocused] = useState<CellAt | null>(null);
  const [side, setSide] = useState<Side | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const { write, writing, shownRevision, isNews, why } = useCellWriting(subject);
  const table = tableOf(subject);
  const columnAdded = useFreshColumn(grid, table);
  const views = useViews(subject, { gridRef: grid, search, setSearch: showSearch, filters, arriving: arrival.rowId !== undefined || arrival.filters !== undefined || arrival.question !== undefined });
  const viewWork = useViewWork(subject, views);
  const marks = useMarks(subject, grid, views.formats);
  const { conditions, setConditions, looked } = views;
  const names = useFrozenNames(conditions);

  // What others than this grid have written: an import, an undo, another screen.
  useEffect(() => {
    if (isNews(revision)) grid.current?.reload();
  }, [revision, isNews]);

  // Read again because the clerk asks for it.
  const refreshes = useRefreshes((state) => state.times);
  const refreshed = useRef(refreshes);
  useEffect(() => {
    if (refreshed.current !== refreshes) grid.current?.reload();
    refreshed.current = refreshes;
  }, [refreshes]);

  const clearFilters = useCallback((): void => {
    showSearch('');
    setConditions([]);
    grid.current?.setFilters({});
  }, [showSearch, setConditions]);
  const goToRow = async (id: string): Promise<void> => {
    if (await grid.current?.goTo(id)) return;
    clearFilters();
    await grid.current?.goTo(id);
  };
  useArrival(grid, arrival, clearFilters, table);
  const askAll = useRef(views.ask);
  useEffect(() => {
    askAll.current = views.ask;
  });
  useEffect(() => {
    if (arrival.question) askAll.current(arrival.question);
  }, [arrival]);
  const room = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (total === null || begun.current) return;
    begun.current = true;
    if (arrival.rowId === undefined) takeKeys(room.current?.querySelector('.table-grid') ?? null);
  }, [total, arrival]);
  useImperativeHandle(handle, (): TableHandle => ({
    query: () => grid.current?.query() ?? { subject, year },
    filters: () => grid.current?.filters() ?? {},
    setFilters: (next) => grid.current?.setFilters(next),
    bulk: () => setSide((now) => (now?.kind === 'bulk' ? null : { kind: 'bulk', column: null })),
    focus: () => grid.current?.focus(),
  }));

  const toggleCard = useCallback((): void => setSide((now) => (now?.kind === 'card' ? null : { kind: 'card' })), []);
  const takesPapers = (table.ledger?.papers ?? null) !== null;
  const togglePapers = useCallback((): void => setSide((now) => (now?.kind === 'papers' ? null : { kind: 'papers' })), []);
  const toggleSummary = useCallback((): void => setSide((now) => (now?.kind === 'summary' ? null : { kind: 'summary', column: null })), []);
  const showHistory = useCallback((cell: CellAt): void => setSide({ kind: 'history', cell }), []);

  const nextMark = useNextMark(grid, table);
  const events = useMemo(
    () => ({
      loaded: marks.loaded,
      unsaved: marks.unsaved,
      looked,
      counted: (found: number) => {
        setTotal(found);
        setBroken(null);
        if (found === 0) setFocused(null);
      },
      filtered: setFilters,
      focused: (cell: CellAt | null) => {
        if (cell) setFocused(cell);
      },
      selected: setSelected,
      write,
      writing,
      revision: shownRevision,
      why,
      rest,
      menu: (cell: CellAt, at: { x: number; y: number }) => setMenu({ cell, ...at }),
      key: (event: KeyboardEvent, cell: CellAt) => {
        if (event.key === 'F8') nextMark(event.shiftKey);
        else if (isCommand(event, 'i')) toggleCard();
        else if (isCommand(event, 'j') && takesPapers) togglePapers();
        else if (isCommand(event, 'h') && event.shiftKey) showHistory(cell);
        else if (isCommand(event, 'e') && event.shiftKey && !frozen) setSide({ kind: 'bulk', column: lockOf(table, cell.field) ? null : cell.field.key });
        else if (isCommand(event, 'g') && event.shiftKey) toggleSummary();
        else if (event.key === 'Escape') return setSide(null);
        else if (rowKey?.(event, cell.row) !== true) return;
        event.preventDefault();
      },
      locked: ({ what, remedy }: Lock) => notices.refused(new Refusal('NOT_ALLOWED', what, { remedy })),
      failed: (error: unknown) => {
        setBroken(error);
        notices.refused(error, '读取或写入表格');
      },
    }),
    [write, writing, shownRevision, why, rest, notices, toggleCard, toggleSummary, showHistory, rowKey, nextMark, looked, marks.loaded, marks.unsaved, frozen, table, takesPapers, togglePapers],
  );

  const narrowed = Object.keys(filters).length > 0 || search !== '' || conditions.length > 0;
  const readAgain = (): void => {
    setBroken(null);
    grid.current?.reload();
  };
  const closeSide = (): void => {
    setSide(null);
    grid.current?.focus();
  };
  const takeToForms = (): void => {
    if (selected) picked(client, subject, selected).then((forms) => navigate({ screen: 'reports', forms }), (error: unknown) => notices.refused(error, '带到“填上级的空表”'));
  };
  const asked: RowsQuery = { subject, year, filters: [...Object.values(filters), ...conditions], ...(search.trim() === '' ? {} : { search: search.trim() }) };

  return (
    <div ref={room} className="records">
      <header className="records-head">
        {title !== null && <h1>{title}</h1>}
        <Input.Search
          allowClear={clearable}
          aria-label="在表中找"
          placeholder={searched}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onSearch={(text) => ask(text)}
          enterButton={false}
          className="records-search"
        />
        <ViewMenu views={views} work={viewWork} showFrozen={(id) => setSide({ kind: 'frozen', id })} focusGrid={() => grid.current?.focus()} />
        <SortChooser table={table} grid={grid} />
        <ColumnChooser subject={subject} grid={grid} groups={views.groups} setGroups={views.setGroups} addColumn={frozen ? null : () => setSide({ kind: 'column' })} />
        <FormatMenu views={views} />
        <Button type="text" aria-pressed={side?.kind === 'summary'} onClick={toggleSummary} title="Ctrl+Shift+G">汇总</Button>
        <UndoButtons />
        {actions?.(focused?.row ?? null, filters)}
        <div className="records-more">
          <MaskSwitch />
          {takesPapers && <Button aria-pressed={side?.kind === 'papers'} onClick={togglePapers} title="照片、扫描件；Ctrl+J">材料</Button>}
          {table.ledger?.about !== 'nobody' && <Button aria-pressed={side?.kind === 'card'} onClick={toggleCard} title="Ctrl+I">户卡片</Button>}
        </div>
      </header>
      {narrowed && <Chips search={search} filters={filters} conditions={conditions} names={names} dropCondition={(at) => setConditions(conditions.filter((_, other) => other !== at))} dropSearch={() => showSearch('')} setFilters={(next) => grid.current?.setFilters(next)} clear={clearFilters} />}
      <div className="records-body">
        <TableGrid client={client} subject={subject} year={year} search={search} masked={masked} frozen={frozen} conditions={conditions} groups={views.groups} marks={marks.book} events={events} handle={grid} />
        {total === null && <div className="records-none"><Reading of={{ isError: broken !== null, error: broken, refetch: readAgain }} what={title ?? table.title} /></div>}
        {total === 0 && narrowed && (
          <div className="records-none">
            <p>没有符合条件的{table.ledger ? '记录' : table.one}</p>
            <Button onClick={clearFilters}>清除条件</Button>
          </div>
        )}
        {beside}
        {!beside && side && (
          <TableSide
            subject={subject}
            side={side}
            focused={focused}
            selected={selected}
            question={asked}
            grid={grid}
            narrow={views.ask}
            goTo={(row) => void goToRow(row.id)}
            removeList={(list) => { setSide(null); void viewWork.removeFrozen(list); }}
            columnAdded={columnAdded}
            close={closeSide}
          />
        )}
      </div>
      {below}
      <TableFoot
        table={table}
        focused={focused}
        mark={focused ? markOf(marks.book, table, focused.row, focused.field).text : ''}
        masked={masked}
        question={asked}
        nextMark={() => nextMark(false)}
        figures={<SelectionFigures client={client} selected={selected} revision={revision} table={table} />}
        count={narrowed && total !== null ? `筛出 ${total} / ${all} ${table.one}` : summary}
      />
      {menu && <CellMenu table={table} at={menu} grid={grid} rowActions={rowActions(menu.cell.row)} history={showHistory} card={() => setSide({ kind: 'card' })} papers={takesPapers ? () => setSide({ kind: 'papers' }) : null} dossiers={() => setSide({ kind: 'dossiers' })} summary={(column) => setSide({ kind: 'summary', column })} forms={takeToForms} bulk={frozen ? null : (column) => setSide({ kind: 'bulk', column })} close={() => setMenu(null)} />}
    </div>
  );
}
