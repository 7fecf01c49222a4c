import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { eventReasons, householdArrivals, identifiedAnew } from '../../shared/changes/life-events.ts';
import type { NewCell } from '../../shared/contract/inserting.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { hints } from '../grid/typing.ts';
import { Problem } from '../ui/Problem.tsx';
import { filledRows, freshDraft, withColumn, type NewDraft } from './new-draft.ts';
import { comes, NewRowsSaid } from './NewRowsSaid.tsx';
import { NewRowsSheet } from './NewRowsSheet.tsx';
import type { NewRowsDesk } from './use-new-rows.ts';
import './inserting.css';

interface Props {
  readonly title: string;
  readonly table: Table;
  readonly desk: NewRowsDesk;
  /** The columns with which an emptied sheet begins. */
  readonly columns: readonly string[];
  readonly done: (ids: readonly string[]) => void;
  readonly close: () => void;
}

/** Several new rows at once: why and when they come, the sheet, what is wrong with it, one button. */
export function NewRowsForm({ title, table, desk, columns, done, close }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, told, trouble, write } = desk;
  // Opened by a key, the sheet has the keys: at what must be said first, else at its first cell.
  useEffect(() => form.current?.querySelector<HTMLElement>('select[name=reason], input[data-row]')?.focus(), []);
  const any = filledRows(draft) > 0;
  const submit = async (): Promise<void> => {
    const ids = await write();
    if (ids) done(ids);
  };
  const go = ({ row, field }: NewCell): void => {
    const place = row < 0 ? `[name="${field}"]` : `input[data-row="${row}"][data-column="${Math.max(0, draft.fields.indexOf(field))}"]`;
    form.current?.querySelector<HTMLElement>(place)?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const propose = (): void => {
    const column = draft.fields.indexOf('householdNo');
    const given = new Map(told?.proposed.map(({ row, householdNo }) => [row, householdNo]));
    if (column >= 0) change({ ...draft, rows: draft.rows.map((row, at) => (given.has(at) ? Array.from({ length: Math.max(row.length, column + 1) }, (_, place) => (place === column ? (given.get(at) ?? '') : (row[place] ?? ''))) : row)) });
  };
  const { good = [], refused = [] } = told ?? {};
  const blocked = refused.some(({ row }) => row < 0);
  return (
    <form ref={form} className="new-form" aria-label={title} onSubmit={(event: FormEvent) => { event.preventDefault(); void submit(); }} onKeyDown={onKey}>
      <header>
        <h2>{title}</h2>
        <span className="quiet">逐格填，或从 Excel 粘贴几行（带列名的会按列名放）</span>
        <span className="new-actions">
          <AddColumn table={table} draft={draft} change={change} />
          {any && <Button size="small" onClick={() => change(freshDraft(columns, draft.into))}>清空</Button>}
          <Button size="small" title="Esc；填了的先留着" onClick={close}>收起</Button>
        </span>
      </header>
      {table.ledger ? null : <Why table={table} draft={draft} change={change} refused={refused} />}
      <NewRowsSheet table={table} draft={draft} change={change} told={told} submit={() => void submit()} />
      {draft.note !== '' && <p className="new-note" role="status">△ {draft.note}</p>}
      {told && <NewRowsSaid told={told} go={go} />}
      {trouble !== null && trouble !== undefined && <Problem error={trouble} doing={title} />}
      <footer>
        <Button type="primary" htmlType="submit" title="Ctrl+Enter" disabled={!told || good.length === 0 || blocked}>
          {!told || good.length === 0 ? '写入登记册' : refused.length > 0 && !blocked ? `只新增好的 ${good.length} 行` : `新增这 ${good.length} 行`}
        </Button>
        <span className="quiet" role="status">{told && good.length > 0 ? `会新增 ${comes(told)}${told.rows > good.length ? `；${told.rows - good.length} 行还要改，留在这里` : ''}` : any ? '' : '还没有填'}</span>
        {told && told.proposed.length > 0 && <Button size="small" title="同村里最大的户编号往后排；以系统给的为准" onClick={propose}>填上建议的户编号</Button>}
      </footer>
    </form>
  );
}

function AddColumn({ table, draft, change }: { readonly table: Table; readonly draft: NewDraft; readonly change: (draft: NewDraft) => void }) {
  const { ledger } = table;
  const others = table.fields.filter(({ key }) => !draft.fields.includes(key) && ledger?.made.includes(key) !== true);
  return (
    <select className="plain-select" aria-label="加一列" value="" onChange={({ target }) => change(withColumn(draft, target.value))}>
      <option value="">加一列……</option>
      {others.map(({ key, label, group }) => <option key={key} value={key}>{label}（{group}）</option>)}
    </select>
  );
}

interface WhyProps {
  readonly table: Table;
  readonly draft: NewDraft;
  readonly change: (draft: NewDraft) => void;
  readonly refused: readonly NewCell[];
}

/** Why, when and by which paper they come: one event for all of them. */
function Why({ table, draft, change, refused }: WhyProps) {
  const reasons: readonly string[] = table.subject === 'households' ? householdArrivals : [...eventReasons.join, identifiedAnew];
  const wrong = (field: string): NewCell | undefined => refused.find((cell) => cell.row < 0 && cell.field === field);
  const anew = draft.reason === identifiedAnew;
  return (
    <div className="new-why">
      <label>
        <span>原因 <em>必填</em></span>
        <select name="reason" className="plain-select" aria-invalid={wrong('reason') !== undefined} value={draft.reason} onChange={({ target }) => change({ ...draft, reason: target.value })}>
          <option value="">请选</option>
          {reasons.map((reason) => <option key={reason} value={reason}>{reason}</option>)}
        </select>
      </label>
      <label>
        <span>{anew ? '年月' : '日期'} <em>必填</em></span>
        <input name="on" className="plain-input" aria-invalid={wrong('on') !== undefined} value={draft.on} placeholder={anew ? hints.month : hints.date} maxLength={40} onChange={({ target }) => change({ ...draft, on: target.value })} />
      </label>
      <label>
        <span>依据材料</span>
        <input name="paper" className="plain-input" value={draft.paper} maxLength={200} onChange={({ target }) => change({ ...draft, paper: target.value })} />
      </label>
      {draft.into && draft.fields.includes('householdNo') && <span className="quiet">没写户编号的，进 {draft.into.name}</span>}
    </div>
  );
}
