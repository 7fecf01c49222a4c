import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { CommandLine } from './CommandLine.tsx';

/** Commands, newest first; with `from` that one, opened, and those before it. */
export function CommandList({ from }: { from: number | undefined }) {
  const client = useClient();
  const { revision } = useRegister();
  const commands = useInfiniteQuery({
    queryKey: ['commands', revision, from],
    initialPageParam: from === undefined ? undefined : from + 1,
    queryFn: ({ pageParam }: { pageParam: number | undefined }) => client.history.commands({ limit: 50, ...(pageParam === undefined ? {} : { before: pageParam }) }),
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.command : undefined),
    // Undoing changes the revision; the list stays on screen meanwhile, and the outcome with it.
    placeholderData: (before) => before,
  });
  const rows = commands.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      {(commands.isPending || commands.isError) && <Reading of={commands} what="记录" />}
      {commands.isSuccess && rows.length === 0 && (
        <NothingYet title="还没有改动">
          导入、手工修改、撤销都会记在这里。
        </NothingYet>
      )}
      {rows.length > 0 && (
        <table className="plain-table history-table">
          <thead><tr><th aria-label="展开" /><th>时间</th><th>谁</th><th>做了什么</th><th className="amount">改动</th><th aria-label="撤销" /></tr></thead>
          <tbody>
            {rows.map((row) => <CommandLine key={row.command} row={row} shown={row.command === from} />)}
          </tbody>
        </table>
      )}
      {commands.hasNextPage && <Button className="more" loading={commands.isFetchingNextPage} onClick={() => void commands.fetchNextPage()}>再看更早的</Button>}
    </>
  );
}
