import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { navigate, useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { timeText } from '../ui/times.ts';
import { UndoOutcome } from '../ui/UndoOutcome.tsx';

/** One import: what it was, and taking it back; of one that was taken back, what that did, however long ago. */
export function BatchRow({ batch: { batch, at, files, counts, who, state } }: { batch: BatchSummary }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((saving) => saving.track);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const undo = async (): Promise<void> => {
    setTrouble(null);
    setBusy(true);
    try {
      await track(client.importing.undo({ batch }));
      setOpen(true);
      await refresh();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const names = files.map(({ file }) => file);
  return (
    <>
      <tr>
        <td className="nowrap">{timeText(at)}</td>
        <td className="batch-files" title={names.join('\n')}>{names.slice(0, 3).join('、')}{names.length > 3 && ` 等 ${names.length} 个文件`}</td>
        <td className="amount">{counts.new}</td>
        <td className="amount">{counts.changed}</td>
        <td className="amount">{counts.same}</td>
        <td className="amount">{counts.conflict}</td>
        <td className="amount">{counts.refused}</td>
        <td className="nowrap">{who}</td>
        <td className="nowrap">
          {state === 'committed' ? <Button size="small" loading={busy} onClick={() => void undo()}>撤销这次导入</Button> : (
            <>
              <span className="quiet">已撤销</span>{' '}
              <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : '看撤销了什么'}</button>
            </>
          )}
        </td>
      </tr>
      {(trouble !== null || (open && state === 'undone')) && (
        <tr>
          <td colSpan={9}>
            {trouble !== null && <Problem error={trouble} doing="撤销导入" />}
            {open && state === 'undone' && <Undone batch={batch} />}
          </td>
        </tr>
      )}
    </>
  );
}

function Undone({ batch }: { batch: number }) {
  const client = useClient();
  const undone = useQuery({ queryKey: ['undone', batch], queryFn: () => client.importing.undone({ batch }) });
  if (undone.isPending || undone.isError) return <Reading of={undone} what="撤销结果" />;
  return undone.data ? <UndoOutcome result={undone.data} look={(command) => navigate({ screen: 'history', command })} /> : <p className="quiet">这次导入没有撤销过。</p>;
}
