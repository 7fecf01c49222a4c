import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { RowsQuery } from '../../../shared/contract/tables.ts';
import type { FrozenList, FrozenRow } from '../../../shared/contract/views.ts';
import { useClient, useOnlyLooking, useRegister, useYear } from '../../app/session.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { sizeText } from './view-work.ts';
import '../../card/card.css';

interface Props {
  readonly id: string;
  /** Shows only what a question finds. */
  readonly narrow: (question: Pick<RowsQuery, 'filters' | 'search'>) => void;
  readonly goTo: (row: FrozenRow) => void;
  readonly remove: (list: FrozenList) => void;
  readonly close: () => void;
}

/** A frozen list beside what is so now: figures, who came, who went. */
export function FrozenSide({ id, narrow, goTo, remove, close }: Props) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const compared = useQuery({ queryKey: ['frozen', id, year, revision], queryFn: () => client.views.compareFrozen({ id, year }), placeholderData: (before) => before });
  const { data } = compared;
  const writable = useOnlyLooking() === null;
  const inList = { field: '', test: 'group', group: 'frozenList', of: id } as const;
  return (
    <aside className="side" aria-label="冻结名单">
      <header>
        <h2>{data?.list.name ?? '冻结名单'}</h2>
        <Button type="text" size="small" aria-label="关闭名单" title="Esc" onClick={close}>×</Button>
      </header>
      {(compared.isError || !data) && <Reading of={compared} what="名单" />}
      {data && (
        <>
          <p className="quiet">{data.list.day} 冻结，{data.list.madeBy} 记{data.list.reason === '' ? '' : `：${data.list.reason}`}</p>
          <dl className="frozen-figures">
            <div><dt>基数（{data.list.day}）</dt><dd>{sizeText(data.list, data.list.subject)}</dd></div>
            <div><dt>现在（{year} 年）</dt><dd>{sizeText(data.live, data.list.subject)}</dd></div>
          </dl>
          <div className="frozen-actions">
            <Button size="small" onClick={() => narrow({ filters: [inList] })}>看名单上的 {data.list.rows}</Button>
            <Button size="small" onClick={() => narrow(data.question)}>看现在的 {data.live.rows}</Button>
            <Button size="small" disabled={data.cameCount === 0} onClick={() => narrow({ ...data.question, filters: [...(data.question.filters ?? []), { ...inList, not: true }] })}>看新进来的 {data.cameCount}</Button>
          </div>
          <Names title="新进来的" empty="没有人新进来" rows={data.came} count={data.cameCount} goTo={goTo} />
          <Names title="出去的" empty="没有人出去" rows={data.went} count={data.wentCount} goTo={goTo} />
          <p className="quiet">一直在名单上的 {data.stayed}。</p>
          {writable && <div className="frozen-actions"><Button size="small" onClick={() => remove(data.list)}>删除这份名单</Button></div>}
        </>
      )}
    </aside>
  );
}

function Names({ title, empty, rows, count, goTo }: { title: string; empty: string; rows: readonly FrozenRow[]; count: number; goTo: (row: FrozenRow) => void }) {
  return (
    <section>
      <h3>{title} {count > 0 && count}</h3>
      {count === 0 && <p className="quiet">{empty}</p>}
      <ul className="frozen-names">
        {rows.map((row) => (
          <li key={row.id}>
            {row.there ? <button type="button" className="link-button" onClick={() => goTo(row)}>{row.title || '没有名字'}</button> : <span className="quiet">{row.title}（已不在登记册里）</span>}
          </li>
        ))}
      </ul>
      {count > rows.length && <p className="quiet">还有 {count - rows.length} 个，请用上面的按钮在表里看</p>}
    </section>
  );
}
