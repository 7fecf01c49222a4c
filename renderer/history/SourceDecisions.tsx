import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace } from '../ui/Screen.tsx';
import { timeText } from '../ui/times.ts';

const step = 100;

/** Values that two departments told differently, newest first: whose word stands, and what the other said. */
export function SourceDecisions() {
  const client = useClient();
  const { revision } = useRegister();
  const decisions = useInfiniteQuery({
    queryKey: ['decisions', revision],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => client.importing.decisions({ offset: pageParam, limit: step }),
    getNextPageParam: ({ total }, pages) => (pages.length * step < total ? pages.length * step : undefined),
    placeholderData: (before) => before,
  });
  if (decisions.isPending || decisions.isError) return <Reading of={decisions} what="部门说法不一的内容" />;
  const rows = decisions.data.pages.flatMap((page) => page.rows);
  const total = decisions.data.pages[0]?.total ?? 0;
  if (total === 0) {
    return (
      <EmptyPlace title="还没有部门说法不一的内容" actions={<Button onClick={() => navigate({ screen: 'settings' })}>看部门先后</Button>}>
        两个部门的表对同一个人、同一户说法不同时，以谁为准、另一个说了什么，都记在这里。
      </EmptyPlace>
    );
  }
  return (
    <>
      <p className="history-from" role="status">共 {total} 项。<button type="button" className="link-button" onClick={() => navigate({ screen: 'settings' })}>改部门先后</button></p>
      <table className="plain-table decision-table">
        <thead><tr><th>谁</th><th>项目</th><th>以谁为准</th><th>现在是</th><th>另一个部门</th><th>它说的</th><th>来自</th><th>时间</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td>{row.what}</td>
              <td>{row.label}</td>
              <td className="nowrap">{row.winner}</td>
              <td><strong>{row.stands}</strong></td>
              <td className="nowrap">{row.loser}</td>
              <td><del>{row.dropped}</del></td>
              <td className="quiet">{row.source}</td>
              <td className="nowrap quiet">{timeText(row.at)} {row.who}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {decisions.hasNextPage && <Button className="more" loading={decisions.isFetchingNextPage} onClick={() => void decisions.fetchNextPage()}>再看 {step} 项</Button>}
    </>
  );
}
