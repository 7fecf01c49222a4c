import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { levelWords } from '../../shared/papers/gate.ts';
import type { Outgoing } from '../../shared/contract/outgoing.ts';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';
import { timeText } from '../ui/times.ts';

const page = 50;

/** What left the office, newest first: who took it, why, and whose data was in it. Nobody can change it. */
export function OutgoingList() {
  const client = useClient();
  const { file } = useRegister();
  const [limit, setLimit] = useState(page);
  const outgoing = useQuery({ queryKey: ['outgoing', file, limit], queryFn: () => client.outgoing.list({ limit: Math.min(500, limit) }), placeholderData: keepPreviousData });
  if (outgoing.isError || !outgoing.data) return <Reading of={outgoing} what="出门记录" />;
  const { rows, total } = outgoing.data;
  if (total === 0) return <EmptyPlace title="还没有拿出去过什么">导出、打印、出报表、复制完整号码，都会记在这里：谁、什么时候、为什么、涉及哪些人。</EmptyPlace>;
  return (
    <>
      <table className="plain-table history-table" aria-label="出门记录">
        <thead><tr><th /><th>时间</th><th>经手人</th><th>拿走了什么</th><th>密级，用途</th><th>涉及</th></tr></thead>
        <tbody>{rows.map((row) => <OutgoingLine key={row.number} row={row} />)}</tbody>
      </table>
      {total > rows.length && limit < 500 && <Button className="more" onClick={() => setLimit(limit + page)}>再看 {Math.min(page, total - rows.length)} 条</Button>}
    </>
  );
}

function OutgoingLine({ row }: { row: Outgoing }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td><button type="button" className="fold" aria-expanded={open} aria-label={`${row.what} 涉及谁`} onClick={() => setOpen(!open)}>{open ? '▾' : '▸'}</button></td>
        <td className="nowrap">{timeText(row.at)}</td>
        <td className="nowrap">{row.who}</td>
        <td>{row.what}<div className="quiet">{row.purpose}{row.file === '' ? '' : `，${row.file}`}，{row.rows} 行</div></td>
        <td>{levelWords[row.level]}{row.reason !== '' && <div className="quiet">{row.reason}</div>}</td>
        <td className="nowrap">{row.people > 0 ? `${row.people} 人` : row.households > 0 ? `${row.households} 户` : '没有名字'}</td>
      </tr>
      {open && <tr><td /><td colSpan={5}><Whose row={row} /></td></tr>}
    </>
  );
}

function Whose({ row }: { row: Outgoing }) {
  const client = useClient();
  const whose = useQuery({ queryKey: ['outgoingWhose', row.number], queryFn: () => client.outgoing.whose({ number: row.number }) });
  if (whose.isError || !whose.data) return <Reading of={whose} what="涉及的人" />;
  return (
    <div className="outgoing-whose">
      <p className="quiet">各栏：{row.columns.join('、')}</p>
      {whose.data.length > 0 && (
        <p>
          {whose.data.map(({ householdId, memberId, name, village, here }) => (
            <span key={memberId ?? householdId}>
              {here ? <button type="button" className="link-button" onClick={() => navigate(memberId === null ? { screen: 'households', rowId: householdId } : { screen: 'people', rowId: memberId })}>{name === '' ? '（没有姓名）' : name}</button> : '已不在册'}
              {village !== '' && <span className="quiet">（{village}）</span>}{' '}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
