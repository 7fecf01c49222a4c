import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { NotedColumn, OwnAbout, OwnColumnUse } from '../../shared/contract/own-columns.ts';
import type { NotesTaken } from '../../shared/contract/own-columns.ts';
import { useClient, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { draftOf, emptyColumn, type TypedColumn, typedOf } from './typed-column.ts';
import './own.css';

/** What the form is for: a new column, a change of one, or a column made of what files brought along. */
export type ColumnWork =
  | { readonly kind: 'new'; readonly abouts: readonly OwnAbout[] }
  | { readonly kind: 'change'; readonly use: OwnColumnUse }
  | { readonly kind: 'notes'; readonly noted: NotedColumn };

interface Props {
  readonly work: ColumnWork;
  readonly close: () => void;
  /** The notes that could not be read into the column. */
  readonly told?: (taken: NotesTaken) => void;
  /** The key of what was added or changed. */
  readonly done?: (key: string) => void;
}

function startOf(work: ColumnWork): TypedColumn {
  if (work.kind === 'change') return typedOf(work.use.column);
  if (work.kind === 'notes') return { ...emptyColumn(work.noted.about), label: work.noted.header, kind: work.noted.kind };
  return emptyColumn(work.abouts[0] ?? 'household');
}

const words = {
  new: { title: '新增一列', save: '新增这一列', doing: '新增自设列' },
  change: { title: '改这一列', save: '存改动', doing: '改自设列' },
  notes: { title: '做成一列', save: '做成一列，把内容读进去', doing: '做成自设列' },
} as const;

export function ColumnForm({ work, close, told, done }: Props) {
  const client = useClient();
  const { revision } = useRegister();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [typed, setTyped] = useState(() => startOf(work));
  const [base] = useState(revision);
  const [trouble, setTrouble] = useState<unknown>(null);
  const said = words[work.kind];

  const write = async (): Promise<string> => {
    const { about } = typed;
    const draft = draftOf(typed);
    if (work.kind === 'new') return (await client.ownColumns.add({ about, draft })).key;
    if (work.kind === 'change') return (await client.ownColumns.change({ key: work.use.column.key, base, draft })).key;
    const taken = await client.ownColumns.addFromNotes({ header: work.noted.header, about, draft });
    told?.(taken);
    return taken.key;
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTrouble(null);
    try {
      const key = await track(write());
      await refresh();
      notices.done(work.kind === 'change' ? `“${typed.label}”已改` : `已新增一列“${typed.label}”`);
      done?.(key);
      close();
    } catch (error) {
      setTrouble(error);
    }
  };

  return (
    <form className="own-form" aria-label={said.title} onSubmit={(event) => void save(event)} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); close(); } }}>
      <h3>{said.title}</h3>
      {work.kind === 'notes' && <p className="quiet">文件里的“{work.noted.header}”，{work.noted.rows} 行有内容，例如：{work.noted.samples.join('、')}。读不进去的原样留着，会一条条列出来。</p>}
      <ColumnFields typed={typed} change={(part) => setTyped((before) => ({ ...before, ...part }))} abouts={work.kind === 'new' ? work.abouts : [typed.about]} values={work.kind === 'change' ? work.use.values : null} />
      {trouble !== null && <Problem error={trouble} doing={said.doing} />}
      <div className="own-form-foot">
        <Button type="primary" htmlType="submit" disabled={typed.label.trim() === ''}>{said.save}</Button>
        <Button title="Esc" onClick={close}>{work.kind === 'change' ? '不改了' : '不加了'}</Button>
      </div>
    </form>
  );
}
