import { Button, Input, Tooltip } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { navigate, usePlace, useRegister, useYear, useClient } from '../app/session.tsx';
import { filterWords } from '../grid/filter-words.ts';
import type { FilterModel, GridHandle } from '../grid/grid-context.ts';
import { cellText } from '../grid/grid-columns.ts';
import { TableGrid, type CellAt } from '../grid/TableGrid.tsx';
import { useNotices } from '../ui/messages.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { CellHistory } from './CellHistory.tsx';
import { CellMenu, type MenuAt } from './CellMenu.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { HouseholdCard } from './HouseholdCard.tsx';
import { useCellWriting } from './cell-writing.ts';
import { useMasked } from './masked-numbers.ts';
import { UndoButtons } from './UndoButtons.tsx';
import './records.css';

const words = { people: { one: '人', head: 'name' }, households: { one: '户', head: 'headName' } } as const;

type Side = { readonly kind: 'card' } | { readonly kind: 'history'; readonly cell: CellAt };

/** The households or the people of the register in a grid, with the card of the household beside it. */
export function RecordsScreen({ subject }: { subject: Subject }) {
  const register = useRegister();
  if (register.people === 0 && register.households === 0) {
    return (
      <Screen title={words[subject].one}>
        <EmptyPlace title="登记册里还没有户和人" actions={<Button type="primary" onClick={() => navigate({ screen: 'importing' })}>导入省里的表</Button>}>
          把省里下发的户表、人员表、收入表导进来，或者直接把文件拖到这个窗口里。
        </EmptyPlace>
      </Screen>
    );
  }
  return <Records key={`${register.file} ${subject}`} subject={subject} />;
}

function Records({ subject }: { subject: Subject }) {
  const client = useClient();
  const register = useRegister();
  const year = useYear();
  const place = usePlace();
  const notices = useNotices();
  const grid = useRef<GridHandle>(null);
  const { masked, setMasked } = useMasked();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState<FilterModel>({});
  const [total, setTotal] = useState<number | null>(null);
  const [focused, setFocused] = useState<CellAt | null>(null);
  const [side, setSide] = useState<Side | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const { write, isNews, why } = useCellWriting(subject);

  // A search waits for the end of the word.
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), 200);
    return () => clearTimeout(timer);
  }, [typed]);

  // What others than this grid have written: an import, an undo, another screen.
  const { revision } = register;
  useEffect(() => {
    if (isNews(revision)) grid.current?.reload();
  }, [revision, isNews]);

  const clearFilters = useCallback((): void => {
    setTyped('');
    setSearch('');
    grid.current?.setFilters({});
  }, []);

  const wanted = place.screen === subject ? place.rowId : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    let over = false;
    const go = async (): Promise<void> => {
      try {
        if ((await grid.current?.goTo(wanted)) || over) return;
        clearFilters();
        if (!(await grid.current?.goTo(wanted)) && !over) notices.refused(new Refusal('NOT_FOUND', `这${subject === 'people' ? '个人' : '一户'}已不在登记册里`, { remedy: '可能刚被撤销，请重新找' }));
      } catch (error) {
        notices.refused(error, '到这一行');
      }
    };
    void go();
    return () => {
      over = true;
    };
    // Arriving at the same place again is arriving again.
  }, [wanted, place, subject, clearFilters, notices]);

  const toggleCard = useCallback((): void => setSide((now) => (now?.kind === 'card' ? null : { kind: 'card' })), []);
  const showHistory = useCallback((cell: CellAt): void => setSide({ kind: 'history', cell }), []);

  const events = useMemo(
    () => ({
      counted: setTotal,
      filtered: setFilters,
      focused: (cell: CellAt | null) => {
        if (cell) setFocused(cell);
      },
      write,
      why,
      menu: (cell: CellAt, at: { x: number; y: number }) => setMenu({ cell, ...at }),
      key: (event: KeyboardEvent, cell: CellAt) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'i') {
          event.preventDefault();
          toggleCard();
        } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'h') {
          event.preventDefault();
          showHistory(cell);
        } else if (event.key === 'Escape') setSide(null);
      },
      locked: () => notices.refused(new Refusal('NOT_ALLOWED', '户主信息来自户主本人那一行', { remedy: '请在“人”里改户主那一行' })),
      failed: (error: unknown) => notices.refused(error, '读取或写入表格'),
    }),
    [write, why, notices, toggleCard, showHistory],
  );

  const chosen = Object.entries(filters);
  const all = subject === 'people' ? register.people : register.households;
  const narrowed = chosen.length > 0 || search !== '';
  const closeSide = (): void => {
    setSide(null);
    grid.current?.focus();
  };

  return (
    <div className="records">
      <header className="records-head">
        <h1>{words[subject].one}</h1>
        <Input.Search
          allowClear
          aria-label="在表中找"
          placeholder="在表中找：姓名、拼音、证件尾号、电话、村"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(text) => setSearch(text)}
          enterButton={false}
          style={{ width: 300 }}
        />
        <ColumnChooser subject={subject} grid={grid} />
        <UndoButtons />
        <div className="records-more">
          <Tooltip title="证件号码、电话、银行卡号只显示头尾；别人站在旁边时用">
            <Button type="text" aria-pressed={masked} onClick={() => setMasked(!masked)}>{masked ? '☑ 遮住号码' : '☐ 遮住号码'}</Button>
          </Tooltip>
          <Button aria-pressed={side?.kind === 'card'} onClick={toggleCard} title="Ctrl+I">户卡片</Button>
        </div>
      </header>
      {narrowed && (
        <div className="records-chips" role="group" aria-label="筛选条件">
          {search !== '' && <Chip text={`找“${search}”`} drop={() => { setTyped(''); setSearch(''); }} />}
          {chosen.map(([key, filter]) => (
            <Chip key={key} text={filterWords(filter)} drop={() => grid.current?.setFilters(Object.fromEntries(chosen.filter(([other]) => other !== key)))} />
          ))}
          <Button size="small" type="link" onClick={clearFilters}>全部清除</Button>
        </div>
      )}
      <div className="records-body">
        <TableGrid client={client} subject={subject} year={year} search={search} masked={masked} events={events} handle={grid} />
        {total === 0 && narrowed && (
          <div className="records-none">
            <p>没有符合条件的{words[subject].one}</p>
            <Button onClick={clearFilters}>清除条件</Button>
          </div>
        )}
        {side?.kind === 'card' && focused && <HouseholdCard householdId={focused.row.householdId} subject={subject} grid={grid} close={closeSide} />}
        {side?.kind === 'history' && <CellHistory subject={subject} cell={side.cell} close={closeSide} />}
      </div>
      <footer className="records-foot" role="status">
        <span className="records-cell">
          {focused && `${focused.row.values[words[subject].head] ?? ''} · ${focused.field.label}：${cellText(focused.field, focused.row.values[focused.field.key] ?? null, masked) || '空'}`}
        </span>
        <span className="nowrap">
          {narrowed && total !== null ? `筛出 ${total} / ${all} ${words[subject].one}` : `${register.people} 人 · ${register.households} 户`}
        </span>
      </footer>
      {menu && <CellMenu at={menu} grid={grid} subject={subject} history={showHistory} card={() => setSide({ kind: 'card' })} close={() => setMenu(null)} />}
    </div>
  );
}

function Chip({ text, drop }: { text: string; drop: () => void }) {
  return (
    <span className="chip">
      {text}
      <button type="button" aria-label={`去掉条件 ${text}`} onClick={drop}>×</button>
    </span>
  );
}
