import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';

const step = 100;

export function CommandChanges({ command }: { command: number }) {
  const client = useClient();
  const changes = useInfiniteQuery({
    queryKey: ['commandChanges', command],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => client.history.changes({ command, offset: pageParam, limit: step }),
    getNextPageParam: ({ total }, pages) => (pages.length * step < total ? pages.length * step : undefined),
  });
  if (changes.isPending || changes.isError) return <Reading of={changes} what="改动" />;
  const rows = changes.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <table className="plain-table change-table">
        <thead><tr><th>哪里</th><th>项目</th><th>原来</th><th>改成</th><th>来自</th></tr></thead>
        <tbody>
          {rows.map((row, index) => (
            // The log has no key of its own for a line, and never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>{row.what}</td>
              <td>{row.field}</td>
              <td>{row.old === '' ? <span className="quiet">空</span> : <del>{row.old}</del>}</td>
              <td>{row.new === '' ? <span className="quiet">空</span> : row.new}</td>
              <td className="quiet">{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.hasNextPage && <Button size="small" className="more" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>再看 {step} 项</Button>}
    </>
  );
}
