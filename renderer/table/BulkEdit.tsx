import { Button, Radio, Select } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import type { Area, BlockChange, BlockCheck, PlacesOf } from '../../shared/contract/blocks.ts';
import { shown } from '../../shared/register/show-value.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { useClient } from '../app/session.tsx';
import type { GridHandle, Selected } from '../grid/grid-context.ts';
import { TypedValue, whyNot } from '../grid/TypedValue.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import './bulk.css';

const useBulkWork = createWork();
const listed = 100;

interface Checked {
  readonly change: BlockChange;
  readonly asked: PlacesOf;
  readonly told: BlockCheck;
}

interface Props {
  readonly subject: Subject;
  readonly grid: RefObject<GridHandle | null>;
  /** What is selected in the table. */
  readonly selected: Selected | null;
  /** The column to begin with. */
  readonly column: string | null;
  readonly close: () => void;
}

/** The rows of a selection, each once, as stretches from the top. */
export function stretches(areas: readonly Pick<Area, 'from' | 'to'>[]): { readonly from: number; readonly to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of areas.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** One value into a column of the selected rows, or of every row that the table shows: first what would change, then the writing, as one step. */
export function BulkEdit({ subject, grid, selected, column, close }: Props) {
  const client = useClient();
  const notices = useNotices();
  const work = useBulkWork();
  const [key, setKey] = useState<string | null>(column);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const table = tableOf(subject);
  const fields = table.fields.filter((field) => lockOf(table, field) === null);
  const field = fields.find((each) => each.key === key);
  const chosen = stretches(selected?.areas ?? []);
  const rows = chosen.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const [wanted, setWanted] = useState<'selected' | 'all' | null>(null);
  // Whoever has selected several rows means these.
  const scope = wanted ?? (rows > 1 ? 'selected' : 'all');
  const of = scope === 'selected' ? JSON.stringify(chosen) : '';
  // What was looked at was of other rows.
  useEffect(() => setChecked(null), [of]);

  const check = async (): Promise<void> => {
    setTrouble(null);
    if (!field || whyNot(field, text) !== null) return;
    try {
      const asked = scope === 'selected' ? selected?.asked() : grid.current?.asked();
      if (!asked) return;
      const { total } = await client.tables.rows({ ...asked.question, standing: asked.revision, offset: 0, limit: 1 });
      const lines = scope === 'selected' ? chosen : [{ from: 0, to: total - 1 }];
      if (total === 0 || lines.length === 0) return setChecked(null);
      const change: BlockChange = { kind: 'set', areas: lines.map((each) => ({ ...each, fields: [field.key] })), text };
      setChecked({ change, asked, told: await work.run(client, (job) => client.blocks.check({ ...asked, change, job })) });
    } catch (error) {
      setTrouble(error);
    }
  };
  const write = async (): Promise<void> => {
    if (!checked || !grid.current) return;
    setTrouble(null);
    try {
      const { asked, change } = checked;
      const { label } = await grid.current.writing(work.run(client, (job) => client.blocks.write({ ...asked, change, goodOnly: true, job })));
      notices.done(`${label}，可以撤销（Ctrl+Z）`);
      close();
    } catch (error) {
      setTrouble(error);
    }
  };
  const anew = (next: () => void): void => {
    setChecked(null);
    next();
  };
  return (
    <SideForm title="批量修改" giveUp="关闭" submit={() => void (checked ? write() : check())} close={close}>
      <p className="quiet">先看会改什么，再写入；写入算一步，可以撤销。</p>
      <Radio.Group
        aria-label="改哪些行"
        value={scope}
        onChange={({ target }) => anew(() => setWanted(target.value === 'selected' ? 'selected' : 'all'))}
        options={[{ value: 'selected', label: `选中的 ${rows} 行`, disabled: rows === 0 }, { value: 'all', label: '表里现在筛出的全部行' }]}
      />
      <label>
        <span>改哪一列</span>
        <Select
          aria-label="改哪一列"
          showSearch={{ optionFilterProp: 'label' }}
          value={key}
          placeholder="选一列"
          onChange={(picked: string) => anew(() => { setKey(picked); setText(''); })}
          options={fields.map((each) => ({ value: each.key, label: `${each.label}（${each.group}）` }))}
        />
      </label>
      {field && <TypedValue field={field} value={text} change={(next) => anew(() => setText(next))} />}
      {field && text.trim() === '' && <p className="quiet">不填就是清空这一列。</p>}
      <WorkBar work={work} what="正在核对" />
      {trouble !== null && <Problem error={trouble} doing="批量修改" />}
      {!checked && <Button type="primary" htmlType="submit" disabled={!field || whyNot(field, text) !== null}>看看会改什么</Button>}
      {checked && <Outcome told={checked.told} />}
      {checked && checked.told.changes > 0 && <Button type="primary" htmlType="submit" loading={work.running}>{checked.told.refusedCount > 0 ? `只写好的 ${checked.told.changes} 格` : `改这 ${checked.told.changes} 格`}</Button>}
    </SideForm>
  );
}

function Outcome({ told }: { told: BlockCheck }) {
  return (
    <section aria-label="会改什么">
      <p>
        <strong>会改 {told.changes} 格</strong>，{told.rows} 行，{told.households} 户；已经是这个值的 {told.same} 格不动{told.refusedCount > 0 ? `；不能改 ${told.refusedCount} 格` : ''}。
      </p>
      {told.refused.length > 0 && (
        <ul className="bulk-list" aria-label="不能改的">
          {told.refused.slice(0, listed).map(({ id, field, where, why, remedy }) => <li key={`${id} ${field}`}>▲ {where}：{why}。{remedy}</li>)}
        </ul>
      )}
      <ul className="bulk-list" aria-label="会改的">
        {told.changed.slice(0, listed).map((cell) => <li key={`${cell.id} ${cell.field}`}>{cell.where}：<del>{shown(cell.field, cell.old)}</del> → {shown(cell.field, cell.new)}</li>)}
      </ul>
      {told.changes > listed && <p className="quiet">只列出前 {listed} 格。</p>}
    </section>
  );
}
