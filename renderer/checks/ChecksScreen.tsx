import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { CheckResult, Grade } from '../../shared/contract/checking.ts';
import { navigate, useClient, useRegister, useYear } from '../app/session.tsx';
import { grades } from '../ui/Grade.tsx';
import { Problem } from '../ui/Problem.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import './checks.css';
import { IdentityEmergencies } from './IdentityEmergencies.tsx';
import { RuleFindings } from './RuleFindings.tsx';

const useCheckWork = createWork();

/** What the rules find wrong in the register as it is now. */
export function ChecksScreen() {
  const client = useClient();
  const year = useYear();
  const { households, revision } = useRegister();
  const work = useCheckWork();
  const checks = useQuery({
    queryKey: ['checks', year, revision],
    queryFn: () => work.run(client, (job) => client.checking.run({ year, job })),
    staleTime: Infinity,
  });
  const note = checks.data && households > 0 ? sumUp(checks.data) : undefined;
  return (
    <Screen
      title="核对"
      note={note}
      actions={<Button disabled={checks.isFetching} onClick={() => void checks.refetch()}>重新核对</Button>}
    >
      <IdentityEmergencies />
      <WorkBar work={work} what="正在核对" />
      {checks.isError && <Problem error={checks.error} doing="核对" retry={() => void checks.refetch()} />}
      {households === 0 ? (
        <EmptyPlace title="还没有可核对的户" actions={<Button type="primary" onClick={() => navigate({ screen: 'importing' })}>去导入</Button>}>
          这里列出登记册里前后矛盾、漏填、填错的地方，逐条指到户、指到人。先导入省里的表。
        </EmptyPlace>
      ) : (
        checks.data && <Findings result={checks.data} />
      )}
    </Screen>
  );
}

function sumUp({ findings }: CheckResult): string {
  if (findings.length === 0) return '没有发现问题';
  const households = new Set(findings.map(({ householdId }) => householdId)).size;
  return `${findings.length} 处，涉及 ${households} 户`;
}

function Findings({ result }: { result: CheckResult }) {
  const [grade, setGrade] = useState<Grade | 'all'>('all');
  const [rule, setRule] = useState<string | null>(null);
  const { findings, rules } = result;
  if (findings.length === 0) {
    return <EmptyPlace title="没有发现问题">按 {rules.length} 条规则核对过，全部户和人都对得上。改动以后可以再核对一次。</EmptyPlace>;
  }
  const countOf = (each: Grade): number => findings.filter((finding) => finding.grade === each).length;
  const found = rules.filter((each) => (result.counts[each.rule] ?? 0) > 0);
  const shown = found.filter((each) => (grade === 'all' || each.grade === grade) && (rule === null || each.rule === rule));
  return (
    <>
      <div className="check-filters">
        <Segmented<Grade | 'all'>
          aria-label="按轻重筛选"
          value={grade}
          onChange={setGrade}
          options={[{ value: 'all' as const, label: `全部 ${findings.length}` }, ...(['E', 'W', 'I'] as const).map((each) => ({ value: each, label: <span className={`check-count-${each}`}>{`${grades[each].sign} ${grades[each].word} ${countOf(each)}`}</span> }))]}
        />
        <Select
          aria-label="按规则筛选"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 340 }}
          placeholder="全部规则"
          value={rule}
          onChange={(value: string | undefined) => setRule(value ?? null)}
          options={found.map((each) => ({ value: each.rule, label: `${each.title}（${result.counts[each.rule] ?? 0}）` }))}
        />
      </div>
      {shown.length === 0 && <p className="quiet">这样筛选没有问题。</p>}
      {shown.map((each) => (
        <RuleFindings key={each.rule} rule={each} findings={findings.filter((finding) => finding.rule === each.rule)} />
      ))}
    </>
  );
}
