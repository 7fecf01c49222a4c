import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { CheckReport } from '../../shared/contract/checking.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { navigate, useClient, useOnlyLooking, useRefreshRegister, useRegister, useYear } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import './checks.css';
import { Duplicates } from './Duplicates.tsx';
import { ExemptionList } from './ExemptionList.tsx';
import { Findings } from './Findings.tsx';
import { IdentityEmergencies } from './IdentityEmergencies.tsx';
import { PlaceScores } from './PlaceScores.tsx';
import { RuleBookView } from './RuleBookView.tsx';
import { RulesNotAsked } from './RulesNotAsked.tsx';

const useCheckWork = createWork();
const views = ['findings', 'scores', 'lacking', 'exemptions', 'rules'] as const;
type View = (typeof views)[number];

/** What the rules find wrong in the register as it is now. */
export function ChecksScreen() {
  const client = useClient();
  const notices = useNotices();
  const year = useYear();
  const { households, revision } = useRegister();
  const work = useCheckWork();
  const refresh = useRefreshRegister();
  const past = useOnlyLooking() !== null;
  const [view, setView] = useState<View>('findings');
  const [kept, setKept] = useState<CheckReport | null>(null);
  const checks = useQuery({
    queryKey: ['checks', year, revision],
    queryFn: () => work.run(client, (job) => client.checking.run({ year, job })),
    staleTime: Infinity,
  });
  /** A run by hand is kept; what it says of the run before stays until something changes. */
  const again = async (): Promise<void> => {
    try {
      setKept(await work.run(client, (job) => client.checking.run({ year, keep: true, job })));
      if (past) return;
      const { proposed, reopened } = await client.problems.follow({ year });
      if (proposed + reopened === 0) return;
      await refresh();
      notices.done(`整改台账：${[proposed > 0 ? `${proposed} 个问题已查不出，建议销号` : '', reopened > 0 ? `${reopened} 个又查出来，重新打开` : ''].filter((part) => part !== '').join('；')}`, { label: '去看', run: () => navigate({ screen: 'checks', part: 'problems' }) });
    } catch (error) {
      notices.refused(error, '核对');
    }
  };
  const save = async (): Promise<void> => {
    const leaving = await askLeave('核对结果', 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => client.checking.export({ year, ...leaving, job }));
      download(file, file.name);
    } catch (error) {
      notices.refused(error, '导出核对结果');
    }
  };
  const result = checks.data;
  const shown = kept && result && sameFindings(kept, result) ? kept : result;
  return (
    <Screen
      title="核对"
      note={shown && households > 0 ? sumUp(shown) : undefined}
      actions={
        <>
          <Button disabled={!shown || households === 0} onClick={() => void save()}>导出核对结果</Button>
          <Button disabled={checks.isFetching || work.running} onClick={() => void again()}>重新核对</Button>
        </>
      }
    >
      <IdentityEmergencies />
      <Duplicates />
      <WorkBar work={work} what="正在核对" />
      {(checks.isError || (!shown && households > 0 && !work.running)) && <Reading of={checks} doing="核对" />}
      {households === 0 ? (
        <NothingYet title="还没有可核对的户">
          这里列出登记册里前后矛盾、漏填、填错的地方，逐条指到户、指到人。先导入省里的表。
        </NothingYet>
      ) : (
        shown && (
          <>
            <Segmented<View> className="check-views" aria-label="看什么" value={view} onChange={setView} options={optionsOf(shown)} />
            {view === 'findings' && <Findings result={shown} />}
            {view === 'scores' && <PlaceScores scores={shown.scores} />}
            {view === 'lacking' && <RulesNotAsked rules={shown.rules} />}
            {view === 'exemptions' && <ExemptionList exemptions={shown.exemptions} />}
            {view === 'rules' && <RuleBookView />}
          </>
        )
      )}
    </Screen>
  );
}

const sameFindings = (one: CheckReport, other: CheckReport): boolean =>
  one.year === other.year && one.findings.length === other.findings.length && one.exempted.length === other.exempted.length && one.findings.every(({ id }, at) => id === other.findings[at]?.id);

const optionsOf = ({ findings, rules, exempted, exemptions }: CheckReport): { value: View; label: string }[] => [
  { value: 'findings', label: `疑点 ${findings.length}` },
  { value: 'scores', label: '各村得分' },
  { value: 'lacking', label: `没有查的规则 ${rules.filter(({ state }) => state !== 'asked').length}` },
  { value: 'exemptions', label: `豁免清单 ${exempted.length}${exemptions.length > exempted.length ? `/${exemptions.length}` : ''}` },
  { value: 'rules', label: '规则和标准' },
];

function sumUp({ findings, before }: CheckReport): string {
  const households = new Set(findings.map(({ householdId }) => householdId)).size;
  const now = findings.length === 0 ? '没有发现疑点' : `${findings.length} 处，涉及 ${households} 户`;
  if (!before) return now;
  const { gone, fresh, run } = before;
  return `${now}；比上次（${run.at.slice(5, 10)}）改好 ${gone} 处，新出现 ${fresh} 处`;
}
