import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { navigate, useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { type Stage, useImportDesk } from './import-desk.ts';
import { PolicyChoice } from './PolicyChoice.tsx';
import { usePreviewView } from './preview-view.ts';
import { usePending } from './sheet-words.ts';
import { useCommit } from './use-commit.ts';
import { planKeys } from './use-choose.ts';
import { writesAnything } from './verdict-words.ts';

/** What this is, and the one thing to do next. */
export function PreviewHead({ summary, stage }: { summary: BatchSummary; stage: Stage }) {
  const notices = useNotices();
  const client = useClient();
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
  return stage === 'done' ? <DoneHead summary={summary} mending={mending} /> : <PlannedHead summary={summary} stage={stage} mending={mending} />;
}

type Part = { readonly summary: BatchSummary; readonly mending: React.ReactNode };

function PlannedHead({ summary, stage, mending }: Part & { stage: Stage }) {
  const client = useClient();
  const notices = useNotices();
  const commit = useCommit();
  const discard = useImportDesk((state) => state.discard);
  const { showing, show } = usePreviewView();
  const pending = usePending(({ words, answers }) => Object.keys(words).length + Object.keys(answers).length > 0);
  const events = useAcceptedEvents(summary);
  // A workbook of the month that says nothing is taken in all the same: its office has returned it.
  const returned = summary.files.filter((file) => file.returned !== undefined).length;
  const nothing = !writesAnything(summary) && events === 0 && returned === 0;
  const busy = stage !== 'preview';
  const why = summary.needsYear ? '先在左边填上年度' : pending ? '有改过的还没有重新比对，先比对一次' : '';
  const go = (): void => (summary.brake.length > 0 ? show({ showing: 'brake' }) : void commit(false));
  const rows = summary.writes.rows;
  const word = nothing ? '没有可导入的' : rows > 0 ? `导入这 ${rows} 行` : events > 0 ? `办理这 ${events} 条变动` : `收下这 ${returned} 份填报表`;
  return (
    <header className="screen-head">
      <h1>导入前看一看</h1>
      <span className="screen-note" role="status">{nothing ? '没有要写进登记册的内容' : rows === 0 && events === 0 ? '没有要改的，收下就算交过' : `会写进：${told(summary.writes, events)}`}</span>
      <div className="screen-actions">
        <PolicyChoice policy={summary.policy} disabled={busy} />
        {mending}
        <Button disabled={busy} onClick={() => void discard(client).catch((error: unknown) => notices.refused(error, '放弃导入'))}>不导入了</Button>
        {showing !== 'brake' && <Button type={pending ? 'default' : 'primary'} disabled={nothing || why !== '' || busy} title={why} onClick={go}>{word}</Button>}
      </div>
    </header>
  );
}

/** Events that would be written beside the rows. Who joins goes in with the row and needs no other event to. */
function useAcceptedEvents({ batch, events }: BatchSummary): number {
  const client = useClient();
  const found = useQuery({ queryKey: [planKeys.events, batch], enabled: events > 0, queryFn: () => client.importing.events({ batch }) });
  return (found.data ?? []).filter(({ kind, accepted }) => accepted && kind !== 'join').length;
}

function DoneHead({ summary, mending }: Part) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const leave = useImportDesk((state) => state.leave);
  const { writes, counts, files } = summary;
  const undo = async (): Promise<void> => {
    try {
      const result = await track(client.importing.undo({ batch: summary.batch }));
      leave();
      await refresh();
      notices.done(
        `已撤销这次导入，恢复 ${result.reversed} 项${result.kept.length > 0 ? `，保留 ${result.kept.length} 项（后来又改过）` : ''}${result.failed.length > 0 ? `，${result.failed.length} 项撤不了` : ''}`,
        { label: '看记录', run: () => navigate({ screen: 'history', command: result.command }) },
      );
    } catch (error) {
      notices.refused(error, '撤销导入');
    }
  };
  return (
    <header className="screen-head">
      <h1>已导入</h1>
      <span role="status">{told(writes, summary.eventsDone ?? 0)}{counts.refused > 0 ? `；${counts.refused} 行没有收，原因见下` : ''}</span>
      <div className="screen-actions">
        {mending}
        <Button onClick={() => void undo()}>撤销这次导入</Button>
        {files.some(({ returned }) => returned !== undefined) && <Button onClick={() => { leave(); navigate({ screen: 'plan' }); }}>回到月度</Button>}
        <Button onClick={leave}>再导入别的表</Button>
        <Button onClick={() => navigate({ screen: 'people' })}>去看人</Button>
        <Button type="primary" onClick={() => navigate({ screen: 'households' })}>去看户</Button>
      </div>
    </header>
  );
}

function told({ households, people, values }: BatchSummary['writes'], events: number): string {
  const parts = [
    ...(households > 0 ? [`新户 ${households} 户`] : []),
    ...(people > 0 ? [`新人 ${people} 人`] : []),
    ...(values > 0 ? [`改动 ${values} 项`] : []),
    ...(events > 0 ? [`人口变动 ${events} 条`] : []),
  ];
  return parts.length > 0 ? parts.join('，') : '没有改动';
}
