import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Filter, RowsQuery } from '../../../shared/contract/tables.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { builtInOf } from '../../../shared/views/built-in.ts';
import { fitView } from '../../../shared/views/view-file.ts';
import type { Format, ViewBody } from '../../../shared/views/view.ts';
import { useClient, useRegister } from '../../app/session.tsx';
import { columnMemory } from '../../grid/column-memory.ts';
import type { FilterModel, GridHandle } from '../../grid/grid-context.ts';
import { splitFilters } from '../../grid/views/grid-look.ts';
import { useNotices } from '../../ui/messages.tsx';
import { looksLike, openBuiltIn, openSaved, type OpenView } from './open-view.ts';

interface Around {
  readonly gridRef: RefObject<GridHandle | null>;
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly filters: FilterModel;
  /** Somebody comes from elsewhere to a row or to conditions of their own: no view stands in the way. */
  readonly arriving: boolean;
}

/** The view that each table was last looked at through, while the program runs. */
const lastOpen = new Map<string, string | null>();

const headsKey = 'mingce.heads';
const twoRows = (): boolean => localStorage.getItem(headsKey) !== 'one';

/** Which view a table is looked at through, whether it was changed since, and what of it is not the grid's own. */
export function useViews(subject: Subject, { gridRef, search, setSearch, filters, arriving }: Around) {
  const client = useClient();
  const { file } = useRegister();
  const notices = useNotices();
  const [open, setOpen] = useState<OpenView | null>(null);
  const [conditions, setConditions] = useState<readonly Filter[]>([]);
  const [formats, setFormats] = useState<readonly Format[]>([]);
  const [groups, setGroupsNow] = useState(twoRows);
  /** How the view looked when it was opened or saved, and how it looks now. */
  const [opened, setOpened] = useState('');
  const [looks, setLooks] = useState('');
  const list = useQuery({ queryKey: ['views', file, subject], queryFn: () => client.views.list({ subject }) });

  const body = useCallback((): ViewBody => {
    const look = gridRef.current?.look();
    return { columns: look?.columns ?? null, groups, search, filters: [...Object.values(look?.filters ?? filters), ...conditions], sorts: look?.sorts ?? [], formats: [...formats] };
  }, [gridRef, groups, search, filters, conditions, formats]);

  const looked = useCallback((): void => setLooks(looksLike(body())), [body]);
  useEffect(looked, [looked]);

  const remember = useCallback((id: string | null): void => void lastOpen.set(`${file} ${subject}`, id), [file, subject]);
  const show = useCallback(
    async (view: OpenView): Promise<void> => {
      const { body: fitted, left } = fitView(subject, view.body);
      if (left.length > 0) notices.done(`视图“${view.name}”里有些内容这里没有：${left.join('；')}`);
      const { model, others } = splitFilters(fitted.filters);
      columnMemory.hold(subject, true);
      setSearch(fitted.search);
      setConditions(others);
      setFormats(fitted.formats);
      setGroupsNow(fitted.groups);
      setOpen({ ...view, body: fitted });
      remember(view.id);
      await gridRef.current?.showLook({ columns: fitted.columns, sorts: fitted.sorts, filters: model });
      setOpened(looksLike({ ...fitted, columns: gridRef.current?.look()?.columns ?? null }));
    },
    [gridRef, notices, remember, setSearch, subject],
  );
  const close = useCallback((): void => {
    columnMemory.hold(subject, false);
    setOpen(null);
    setSearch('');
    setConditions([]);
    setFormats([]);
    setGroupsNow(twoRows());
    remember(null);
    void gridRef.current?.showLook(null);
  }, [gridRef, remember, setSearch, subject]);
  /** By its id: a saved one's or a built-in one's. */
  const choose = useCallback(
    (id: string): void => {
      const builtIn = builtInOf(id);
      const saved = list.data?.views.find((each) => each.id === id);
      if (builtIn) void show(openBuiltIn(builtIn, builtIn.columns ? (gridRef.current?.columnsFor(builtIn.columns) ?? null) : null));
      else if (saved) void show(openSaved(saved));
    },
    [gridRef, list.data, show],
  );

  // The table opens with the view that it was left with, else with the one chosen for its start.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !list.data) return;
    begun.current = true;
    const left = lastOpen.get(`${file} ${subject}`);
    const first = left === undefined ? list.data.start : left;
    if (first !== null && !arriving) choose(first);
  }, [arriving, choose, file, list.data, subject]);
  useEffect(() => () => columnMemory.hold(subject, false), [subject]);

  const setGroups = useCallback(
    (on: boolean): void => {
      setGroupsNow(on);
      if (!open) localStorage.setItem(headsKey, on ? 'two' : 'one');
    },
    [open],
  );
  const table = tableOf(subject);
  return {
    table,
    open,
    changed: open !== null && opened !== '' && looks !== opened,
    list: list.data ?? null,
    body,
    choose,
    close,
    looked,
    /** The view is saved as it looks now. */
    kept: (view: OpenView): void => {
      setOpen(view);
      remember(view.id);
      columnMemory.hold(subject, true);
      setOpened(looksLike(body()));
    },
    renamed: (view: OpenView): void => setOpen(view),
    /** Asks another question, whatever the view's was. */
    ask: ({ filters: wanted = [], search: text = '' }: Pick<RowsQuery, 'filters' | 'search'>): void => {
      const { model, others } = splitFilters(wanted);
      setSearch(text);
      setConditions(others);
      gridRef.current?.setFilters(model);
    },
    conditions,
    setConditions,
    formats,
    setFormats,
    groups,
    setGroups,
  };
}

export type Views = ReturnType<typeof useViews>;
