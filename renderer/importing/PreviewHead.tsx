import { Button } from 'antd';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { navigate, useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { type Stage, useImportDesk } from './import-desk.ts';
import { writesAnything } from './verdict-words.ts';

/** What this is, and the one thing to do next. */
export function PreviewHead({ summary, stage }: { summary: BatchSummary; stage: Stage }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const { commit, discard, leave } = useImportDesk();
  const { writes, counts } = summary;

  const doCommit = async (): Promise<void> => {
    if (await track(commit(client))) await refresh();
  };
  const undo = async (): Promise<void> => {
    try {
      const result = await track(client.importing.undo({ batch: summary.batch }));
      leave();
      await refresh();
      notices.done(`已撤销这次导入，撤回 ${result.reversed} 项${result.kept.length > 0 ? `，保留 ${result.kept.length} 项（后来又改过）` : ''}${result.failed.length > 0 ? `，${result.failed.length} 项未能撤回` : ''}`, { label: '看记录', run: () => navigate({ screen: 'history' }) });
    } catch (error) {
      notices.refused(error, '撤销导入');
    }
  };

  const mend = async (): Promise<void> => {
    try {
      const file = await client.importing.toMend({ batch: summary.batch });
      download(file, file.name);
      notices.done(`已导出 ${summary.toMend} 行，改好以后直接再导入：${file.name}`);
    } catch (error) {
      notices.refused(error, '导出要改的行');
    }
  };
  const mending = summary.toMend > 0 && <Button title="原来的版式，有问题的格子标黄，最后两列是原因和怎么改" onClick={() => void mend()}>导出要改的 {summary.toMend} 行</Button>;

  if (stage === 'done') {
    return (
      <header className="screen-head">
        <h1>已导入</h1>
        <span role="status">{told(writes)}{counts.refused > 0 ? `；${counts.refused} 行没有收，原因见下` : ''}</span>
        <div className="screen-actions">
          {mending}
          <Button onClick={() => void undo()}>撤销这次导入</Button>
          <Button onClick={leave}>再导入别的表</Button>
          <Button onClick={() => navigate({ screen: 'people' })}>去看人</Button>
          <Button type="primary" onClick={() => navigate({ screen: 'households' })}>去看户</Button>
        </div>
      </header>
    );
  }
  const rows = counts.new + counts.changed;
  const nothing = !writesAnything(summary);
  return (
    <header className="screen-head">
      <h1>导入前看一看</h1>
      <span className="screen-note">{nothing ? '没有要写进登记册的内容' : `会写进：${told(writes)}`}</span>
      <div className="screen-actions">
        {mending}
        <Button disabled={stage === 'committing'} onClick={() => void discard(client).catch((error: unknown) => notices.refused(error, '放弃导入'))}>不导入了</Button>
        <Button type="primary" disabled={nothing || summary.needsYear || stage === 'committing'} title={summary.needsYear ? '先在左边填上年度' : ''} onClick={() => void doCommit()}>
          {nothing ? '没有可导入的' : `导入这 ${rows > 0 ? rows : counts.conflict} 行`}
        </Button>
      </div>
    </header>
  );
}

function told({ households, people, values }: BatchSummary['writes']): string {
  const parts = [
    ...(households > 0 ? [`新户 ${households} 户`] : []),
    ...(people > 0 ? [`新人 ${people} 人`] : []),
    ...(values > 0 ? [`改动 ${values} 项`] : []),
  ];
  return parts.length > 0 ? parts.join('，') : '没有改动';
}
