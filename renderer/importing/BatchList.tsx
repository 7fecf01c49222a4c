import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import type { BatchSummary, UndoResult } from '../../shared/changes/plan-types.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { Later } from '../ui/Later.tsx';
import { Problem } from '../ui/Problem.tsx';
import { timeText } from '../ui/times.ts';
import { UndoOutcome } from '../ui/UndoOutcome.tsx';

/** Imports so far, each to be taken back. */
export function BatchList() {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const batches = useQuery({ queryKey: ['batches'], queryFn: () => client.importing.batches() });
  const [outcomes, setOutcomes] = useState<Readonly<Record<number, UndoResult>>>({});
  const [trouble, setTrouble] = useState<{ batch: number; error: unknown } | null>(null);
  const [undoing, setUndoing] = useState<number | null>(null);

  const undo = async (batch: number): Promise<void> => {
    setTrouble(null);
    setUndoing(batch);
    try {
      const outcome = await track(client.importing.undo({ batch }));
      setOutcomes((before) => ({ ...before, [batch]: outcome }));
      await refresh();
    } catch (error) {
      setTrouble({ batch, error });
    } finally {
      setUndoing(null);
    }
  };

  if (batches.isPending) return <Later><p role="status">正在读取导入记录……</p></Later>;
  if (batches.isError) return <Problem error={batches.error} doing="读取导入记录" retry={() => void batches.refetch()} />;
  if (batches.data.length === 0) return <p className="quiet">还没有导入过。导入以后，每一次都列在这里，随时可以整批撤销。</p>;
  return (
    <section aria-labelledby="batches-title">
      <h2 id="batches-title">以前的导入</h2>
      <table className="plain-table batch-list">
        <thead>
          <tr><th>时间</th><th>文件</th><th className="amount">新增</th><th className="amount">有变化</th><th className="amount">相同</th><th className="amount">不收</th><th>经手</th><th>状态</th></tr>
        </thead>
        <tbody>
          {batches.data.map((each) => (
            <Fragment key={each.batch}>
              <tr>
                <td className="nowrap">{timeText(each.at)}</td>
                <td>{filesOf(each)}</td>
                <td className="amount">{each.counts.new}</td>
                <td className="amount">{each.counts.changed}</td>
                <td className="amount">{each.counts.same}</td>
                <td className="amount">{each.counts.refused}</td>
                <td className="nowrap">{each.who}</td>
                <td className="nowrap">
                  {each.state === 'committed'
                    ? <Button size="small" loading={undoing === each.batch} disabled={undoing !== null} onClick={() => void undo(each.batch)}>撤销这次导入</Button>
                    : <span className="quiet">已撤销</span>}
                </td>
              </tr>
              {(outcomes[each.batch] !== undefined || trouble?.batch === each.batch) && (
                <tr>
                  <td colSpan={8}>
                    {trouble?.batch === each.batch && <Problem error={trouble.error} doing="撤销导入" />}
                    {outcomes[each.batch] && <UndoOutcome result={outcomes[each.batch] as UndoResult} />}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const filesOf = (batch: BatchSummary): string => batch.files.map(({ file }) => file).join('、');
