import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useState } from 'react';
import type { ProblemRow } from '../../shared/contract/problems.ts';
import { useClient, useOnlyLooking, useRegister } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { AddProblem } from './AddProblem.tsx';
import { Poster } from './Poster.tsx';
import { ProblemRates } from './ProblemRates.tsx';
import { ProblemSide } from './ProblemSide.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import './problems.css';
import { clearable } from '../ui/signs.tsx';

const useProblemWork = createWork();

const sieves = {
  unclosed: { label: '未销号', test: ({ state }: ProblemRow) => state !== 'closed' },
  overdue: { label: '逾期', test: ({ overdue }: ProblemRow) => overdue },
  proposed: { label: '待销号', test: ({ state }: ProblemRow) => state === 'proposed' },
  spot: { label: '现场整改', test: ({ values }: ProblemRow) => values['problem.mode'] === '现场整改' },
  handed: { label: '交办整改', test: ({ values }: ProblemRow) => values['problem.mode'] === '交办整改' },
  closed: { label: '已销号', test: ({ state }: ProblemRow) => state === 'closed' },
} as const;
type Sieve = keyof typeof sieves;
type View = Sieve | 'rates' | 'poster';

/** 整改销号台账: overdue first; each problem leads to what is done about it, by whom, and how it ends. */
export function ProblemsScreen() {
  const client = useClient();
  const notices = useNotices();
  const past = useOnlyLooking() !== null;
  const { file, revision } = useRegister();
  const work = useProblemWork();
  const [view, setView] = useState<View>('unclosed');
  const [town, setTown] = useState<string | null>(null);
  const [side, setSide] = useState<string | 'new' | null>(null);
  const close = useCallback(() => setSide(null), []);
  const list = useQuery({ queryKey: ['problems', file, revision], queryFn: () => client.problems.list(), placeholderData: (before) => before });
  const save = async (): Promise<void> => {
    const leaving = await askLeave('整改台账', 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const sheet = await work.run(client, (job) => client.problems.export({ ...leaving, job }));
      download(sheet, sheet.name);
      notices.done(`已导出 ${sheet.name}`);
    } catch (error) {
      notices.refused(error, '导出整改台账');
    }
  };
  if (list.isError || !list.data) return <Screen title="整改台账"><Reading of={list} what="整改台账" /></Screen>;
  const { rows, rates } = list.data;
  const placed = town === null ? rows : rows.filter((row) => row.town === town);
  const chosen = rows.find(({ id }) => id === side);
  const sum = rates.at(-1);
  return (
    <Screen
      title="整改台账"
      note={sum && sum.total > 0 ? `${sum.total} 个问题，已销号 ${sum.closed} 个，整改率 ${sum.rate}%${sum.overdue > 0 ? `，逾期 ${sum.overdue} 个` : ''}` : undefined}
      actions={
        <>
          <Button disabled={rows.length === 0 || work.running} onClick={() => void save()}>导出 Excel</Button>
          {!past && <Button type={side === 'new' ? 'default' : 'primary'} onClick={() => setSide('new')}>新增问题</Button>}
        </>
      }
    >
      <WorkBar work={work} what="正在导出" />
      <div className="problems">
        <div className="problems-main">
          {rows.length === 0 ? (
            <EmptyPlace title="整改台账里还没有问题">规则查出来的，在“规则核对”里点“列入整改”；检查、审计、媒体、走访、自查发现的，点“新增问题”。谁负责、怎么改、什么时候改完，都记在这里；有佐证、另一个人复核过，才能销号。</EmptyPlace>
          ) : (
            <>
              <div className="check-filters">
                <Segmented<View>
                  aria-label="看哪些问题"
                  value={view}
                  onChange={setView}
                  options={[
                    ...(Object.keys(sieves) as Sieve[]).map((key) => ({ value: key, label: `${sieves[key].label} ${placed.filter(sieves[key].test).length}` })),
                    { value: 'rates' as const, label: '整改率' },
                    { value: 'poster' as const, label: '上墙' },
                  ]}
                />
                <Select aria-label="按街道筛选" allowClear={clearable} style={{ width: 150 }} placeholder="全部街道" value={town} onChange={(next: string | undefined) => setTown(next ?? null)} options={rates.slice(0, -1).map((each) => ({ value: each.town, label: each.town || '（没有写街道）' }))} />
              </div>
              {view === 'rates' ? <ProblemRates list={list.data} /> : view === 'poster' ? <Poster town={town} revision={revision} /> : <ProblemTable rows={placed.filter(sieves[view].test)} chosen={side} choose={setSide} />}
            </>
          )}
        </div>
        {side === 'new' && !past && <AddProblem usualDue={list.data.usualDue} today={list.data.today} close={close} />}
        {chosen && <ProblemSide key={chosen.id} row={chosen} close={close} />}
      </div>
    </Screen>
  );
}
