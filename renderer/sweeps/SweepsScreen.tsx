import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { isRound } from '../../shared/sweeps/form.ts';
import type { SheetPlace } from '../app/place.ts';
import { useClient, useOnlyLooking, useRegister, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { FormFiles } from './FormFiles.tsx';
import { SweepPaper } from './SweepPaper.tsx';
import { SweepProgressView } from './SweepProgressView.tsx';
import { SweepResults } from './SweepResults.tsx';
import './sweeps.css';
import { Typing } from './Typing.tsx';

const useSweepWork = createWork();
type View = 'progress' | 'typing' | 'results' | 'paper' | 'forms';

/** Forms filled in household by household: the sweep, the census, observations, the handbook held against the register. */
export function SweepsScreen({ sheet }: { sheet: SheetPlace | undefined }) {
  const client = useClient();
  const notices = useNotices();
  const year = useYear();
  const past = useOnlyLooking() !== null;
  const { file, revision, households } = useRegister();
  const work = useSweepWork();
  const [form, setForm] = useState(sheet?.form ?? 'sweep');
  const [month, setMonth] = useState<string | null>(sheet?.round ?? null);
  const [view, setView] = useState<View>(sheet ? 'typing' : 'progress');
  const forms = useQuery({ queryKey: ['forms', file, revision], queryFn: () => client.sweeps.forms(), placeholderData: (before) => before });
  const chosen = forms.data?.find(({ key }) => key === form) ?? forms.data?.[0];
  const usual = chosen && (chosen.every === 'month' ? (chosen.round.startsWith(String(year)) ? chosen.round : `${year}-12`) : String(year));
  const round = chosen?.every === 'month' && month !== null && isRound(chosen, month) ? month : (usual ?? '');
  const asked = { form: chosen?.key ?? '', round };
  const progress = useQuery({ queryKey: ['sweepProgress', file, revision, asked], enabled: chosen !== undefined, queryFn: () => client.sweeps.progress(asked), placeholderData: (before) => before });
  const save = async (): Promise<void> => {
    const leaving = await askLeave(chosen?.title ?? '', 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const sheet = await work.run(client, (job) => client.sweeps.export({ ...asked, ...leaving, job }));
      download(sheet, sheet.name);
      notices.done(`已导出 ${sheet.name}`);
    } catch (error) {
      notices.refused(error, '导出');
    }
  };
  if (forms.isError || progress.isError) return <Problem error={forms.error ?? progress.error} doing="读取排查普查" retry={() => void Promise.all([forms.refetch(), progress.refetch()])} />;
  if (!forms.data) return <Screen title="排查普查"><Reading of={forms} what="排查普查" /></Screen>;
  if (!chosen) return null;
  const all = progress.data?.places.at(-1);
  return (
    <Screen
      title="排查普查"
      note={all ? `${all.households} 户 ${all.people} 人，已录 ${all.entered} 户，已核定 ${all.settled} 户 ${all.settledPeople} 人${progress.data?.deadline ? `；${progress.data.deadline} 前完成${progress.data.overdue ? '，已过期' : ''}` : ''}` : undefined}
      actions={<Button disabled={households === 0 || work.running} onClick={() => void save()}>导出 Excel</Button>}
    >
      <WorkBar work={work} what="正在导出" />
      <div className="check-filters">
        <Select aria-label="哪张表" style={{ width: 250 }} value={chosen.key} onChange={setForm} options={forms.data.map(({ key, title, own }) => ({ value: key, label: own === null ? title : `${title}（自设）` }))} />
        {chosen.every === 'month' && <Input aria-label="哪个月" style={{ width: 110 }} value={month ?? round} status={month !== null && !isRound(chosen, month) ? 'error' : ''} placeholder="如 2020-03" onChange={({ target }) => setMonth(target.value)} />}
        <Segmented<View>
          aria-label="看什么"
          value={view}
          onChange={setView}
          options={[{ value: 'progress', label: '进度' }, { value: 'typing', label: past ? '各户的表' : '录入' }, { value: 'results', label: '结果' }, { value: 'paper', label: '打印空表' }, { value: 'forms', label: '表的文件' }]}
        />
      </div>
      {households === 0 ? <EmptyPlace title="还没有户">先导入省里的表，再按户排查。</EmptyPlace> : !progress.data ? null : view === 'forms' ? (
        <FormFiles forms={forms.data} />
      ) : progress.data.lines.length === 0 ? (
        <EmptyPlace title="还没有定点观测户">在台账“定点观测户”里定下观测户和起始月份，就能按月记。</EmptyPlace>
      ) : view === 'progress' ? (
        <SweepProgressView progress={progress.data} />
      ) : view === 'typing' ? (
        <Typing key={`${chosen.key} ${round}`} asked={asked} lines={progress.data.lines} past={past} first={sheet?.form === chosen.key && sheet.round === round ? sheet.householdId : null} />
      ) : view === 'results' ? (
        <SweepResults asked={asked} past={past} />
      ) : (
        <SweepPaper key={`${chosen.key} ${round}`} asked={asked} title={chosen.title} villages={[...new Set(progress.data.lines.map(({ village }) => village))].filter((village) => village !== '')} revision={revision} />
      )}
    </Screen>
  );
}
