import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TrashRow } from '../../shared/contract/trash.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';
import { timeText } from '../ui/times.ts';

const page = 50;

/** What was taken out of the register and can come back, newest first. */
export function TrashList() {
  const client = useClient();
  const { revision } = useRegister();
  const [limit, setLimit] = useState(page);
  const trash = useQuery({ queryKey: ['trash', limit, revision], queryFn: () => client.trash.list({ limit: Math.min(200, limit) }), placeholderData: keepPreviousData });
  if (trash.isError || !trash.data) return <Reading of={trash} what="回收站" />;
  const { rows, total } = trash.data;
  if (total === 0) return <EmptyPlace title="回收站是空的">登记错了的人和户、删除的台账记录会放在这里，随时可以恢复。</EmptyPlace>;
  return (
    <>
      <table className="plain-table history-table" aria-label="回收站">
        <thead><tr><th /><th>时间</th><th>经手人</th><th>是什么</th><th>为什么删</th><th /></tr></thead>
        <tbody>{rows.map((row) => <TrashLine key={`${row.command} ${row.id}`} row={row} />)}</tbody>
      </table>
      {total > rows.length && limit < 200 && <Button className="more" onClick={() => setLimit(limit + page)}>再看 {Math.min(page, total - rows.length)} 条</Button>}
    </>
  );
}

function TrashLine({ row }: { row: TrashRow }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const writable = useOnlyLooking() === null;
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const restore = async (): Promise<void> => {
    setTrouble(null);
    try {
      const { label } = await track(client.trash.restore({ command: row.command, id: row.id }));
      await refresh();
      notices.done(`已${label}`);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <>
      <tr>
        <td><button type="button" className="fold" aria-expanded={open} aria-label={`${row.what} 的内容`} onClick={() => setOpen(!open)}>{open ? '▾' : '▸'}</button></td>
        <td className="nowrap">{timeText(row.at)}</td>
        <td className="nowrap">{row.who}</td>
        <td>{row.what}{row.along > 0 && <span className="quiet">，连同 {row.along} 条</span>}</td>
        <td>{row.label}{row.obstacle && <div className="quiet">▲ {row.obstacle.what}。{row.obstacle.remedy}</div>}</td>
        <td className="nowrap history-act">{writable && <Button size="small" disabled={row.obstacle !== null} onClick={() => void restore()}>恢复</Button>}</td>
      </tr>
      {trouble !== null && <tr><td /><td colSpan={5}><Problem error={trouble} doing="恢复" /></td></tr>}
      {open && <tr><td /><td colSpan={5}>{row.values.map(({ label, text }) => `${label} ${text}`).join('，')}</td></tr>}
    </>
  );
}
