import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { CheckResult, FindingRow } from '../../shared/contract/checking.ts';
import { mostOpened } from '../../shared/contract/problems.ts';
import { useOnlyLooking } from '../app/session.tsx';
import { grades, type Grade } from '../../shared/wording/grades.ts';
import { EmptyPlace } from '../ui/Screen.tsx';
import { OpenFindings } from './OpenFindings.tsx';
import { RuleFindings } from './RuleFindings.tsx';
import { clearable } from '../ui/signs.tsx';

const byName = (a: string, b: string): number => a.localeCompare(b, 'zh-CN');
const named = (of: readonly string[]): string[] => [...new Set(of.filter((each) => each !== ''))].toSorted(byName);

const gravest: readonly Grade[] = ['E', 'W', 'I'];

/** What was found, the gravest first, sieved by grade, rule, office and village. */
export function Findings({ result }: { result: CheckResult }) {
  const [grade, setGrade] = useState<Grade | 'all'>('all');
  const [rule, setRule] = useState<string | null>(null);
  const [town, setTown] = useState<string | null>(null);
  const [village, setVillage] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const past = useOnlyLooking() !== null;
  const { findings, rules } = result;
  if (findings.length === 0) {
    const asked = rules.filter(({ state }) => state === 'asked').length;
    return <EmptyPlace title="没有发现疑点">按 {asked} 条规则核对过，全部户和人都对得上。还有 {rules.length - asked} 条没有查，见“没有查的规则”。</EmptyPlace>;
  }
  const inPlace = (finding: FindingRow): boolean => (town === null || finding.town === town) && (village === null || finding.village === village);
  const placed = findings.filter(inPlace);
  const countOf = (each: Grade): number => placed.filter((finding) => finding.grade === each).length;
  const byRule = Map.groupBy(placed, (finding) => finding.rule);
  const found = rules.filter((each) => byRule.has(each.rule)).toSorted((a, b) => gravest.indexOf(a.grade) - gravest.indexOf(b.grade));
  const shown = found.filter((each) => (grade === 'all' || each.grade === grade) && (rule === null || each.rule === rule));
  const listed = shown.flatMap((each) => byRule.get(each.rule) ?? []);
  const option = (value: string): { value: string; label: string } => ({ value, label: value });
  return (
    <>
      <div className="check-filters">
        <Segmented<Grade | 'all'>
          aria-label="按轻重筛选"
          value={grade}
          onChange={setGrade}
          options={[{ value: 'all' as const, label: `全部 ${placed.length}` }, ...gravest.map((each) => ({ value: each, label: <span className={`check-count-${each}`}>{`${grades[each].sign} ${grades[each].word} ${countOf(each)}`}</span> }))]}
        />
        <Select
          aria-label="按规则筛选"
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 300 }}
          placeholder="全部规则"
          value={rule}
          onChange={(value: string | undefined) => setRule(value ?? null)}
          options={found.map((each) => ({ value: each.rule, label: `${each.rule} ${each.title}（${byRule.get(each.rule)?.length ?? 0}）` }))}
        />
        <Select
          aria-label="按街道筛选"
          allowClear={clearable}
          style={{ width: 150 }}
          placeholder="全部街道"
          value={town}
          onChange={(value: string | undefined) => { setTown(value ?? null); setVillage(null); }}
          options={named(findings.map((each) => each.town)).map(option)}
        />
        <Select
          aria-label="按村筛选"
          allowClear={clearable}
          showSearch
          style={{ width: 150 }}
          placeholder="全部村"
          value={village}
          onChange={(value: string | undefined) => setVillage(value ?? null)}
          options={named(findings.filter((each) => town === null || each.town === town).map((each) => each.village)).map(option)}
        />
        {!past && shown.length > 0 && <Button aria-expanded={opening} disabled={listed.length > mostOpened} title={listed.length > mostOpened ? `一次最多列入 ${mostOpened} 处，请先筛选` : undefined} onClick={() => setOpening(!opening)}>这 {listed.length} 处列入整改……</Button>}
      </div>
      {opening && <OpenFindings findings={listed} close={() => setOpening(false)} />}
      {shown.length === 0 && <p className="quiet">这样筛选没有疑点。</p>}
      {shown.map((each) => (
        <RuleFindings key={each.rule} rule={each} findings={byRule.get(each.rule) ?? []} />
      ))}
    </>
  );
}
