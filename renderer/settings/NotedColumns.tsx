import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { NotedColumn } from '../../shared/contract/own-columns.ts';
import { useClient, useRegister } from '../app/session.tsx';
import { aboutWords } from '../own/typed-column.ts';
import { Problem } from '../ui/Problem.tsx';

/** Columns of imported files that the register has no place for: kept beside the rows until they are made a column. */
export function NotedColumns({ open }: { open: (noted: NotedColumn) => void }) {
  const client = useClient();
  const { revision } = useRegister();
  const notes = useQuery({ queryKey: ['own-columns', 'notes', revision], queryFn: () => client.ownColumns.notes(), placeholderData: (before: readonly NotedColumn[] | undefined) => before });
  if (notes.isError) return <Problem error={notes.error} doing="读取文件里带来的列" retry={() => void notes.refetch()} />;
  if (!notes.data || notes.data.length === 0) return null;
  return (
    <>
      <h3 className="own-notes-title">文件里带来、登记册没有的列</h3>
      <table className="plain-table">
        <thead><tr><th>表头</th><th>在谁名下</th><th className="amount">有内容</th><th>例如</th><th aria-label="做成一列" /></tr></thead>
        <tbody>
          {notes.data.map((noted) => (
            <tr key={`${noted.about} ${noted.header}`}>
              <td>{noted.header}</td>
              <td>{aboutWords[noted.about]}</td>
              <td className="amount">{noted.rows} 行</td>
              <td className="own-samples">{noted.samples.join('、')}</td>
              <td><Button size="small" aria-label={`把“${noted.header}”做成一列`} onClick={() => open(noted)}>做成一列……</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
