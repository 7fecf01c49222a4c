import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { BatchRow } from './BatchRow.tsx';

/** Imports so far, each to be taken back; what taking back did stays readable. */
export function BatchList() {
  const client = useClient();
  const batches = useQuery({ queryKey: ['batches'], queryFn: () => client.importing.batches() });
  if (batches.isPending || batches.isError) return <Reading of={batches} what="导入记录" />;
  if (batches.data.length === 0) return <p className="quiet">还没有导入过。导入以后，每一次都列在这里，随时可以整批撤销。</p>;
  return (
    <section aria-labelledby="batches-title">
      <h2 id="batches-title">以前的导入</h2>
      <table className="plain-table batch-list">
        <thead>
          <tr><th>时间</th><th>文件</th><th className="amount">新增</th><th className="amount">有变化</th><th className="amount">相同</th><th className="amount">冲突</th><th className="amount">不收</th><th>经手</th><th>状态</th></tr>
        </thead>
        <tbody>{batches.data.map((each) => <BatchRow key={each.batch} batch={each} />)}</tbody>
      </table>
    </section>
  );
}
