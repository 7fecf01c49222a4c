import { Button } from 'antd';
import { useState } from 'react';
import type { CheckResult, FindingRow } from '../../shared/contract/checking.ts';
import { navigate } from '../app/session.tsx';
import { GradeMark } from '../ui/Grade.tsx';

const step = 100;

/** One rule and what it found. */
export function RuleFindings({ rule, findings }: { rule: CheckResult['rules'][number]; findings: readonly FindingRow[] }) {
  const [limit, setLimit] = useState(step);
  return (
    <details className="rule" open={findings.length <= step}>
      <summary>
        <GradeMark grade={rule.grade} />
        <strong>{rule.title}</strong>
        <span>{findings.length} 处</span>
        <span className="quiet rule-why">{rule.why}</span>
        <span className="quiet">{rule.rule}</span>
      </summary>
      <table className="plain-table rule-table">
        <thead><tr><th>户编号</th><th>姓名</th><th>问题</th><th>怎么办</th><th aria-label="去改" /></tr></thead>
        <tbody>
          {findings.slice(0, limit).map((finding, index) => (
            <tr key={`${finding.householdId} ${finding.memberId} ${finding.field} ${index}`}>
              <td>{finding.household}</td>
              <td className="nowrap">{finding.person}</td>
              <td>{finding.message}</td>
              <td>{finding.remedy}</td>
              <td className="nowrap">{goOf(finding)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > limit && <Button onClick={() => setLimit(limit + step)}>再看 {Math.min(step, findings.length - limit)} 处</Button>}
    </details>
  );
}

function goOf({ memberId, householdId, person, household }: FindingRow) {
  const rowId = memberId ?? householdId;
  if (rowId === null) return null;
  const screen = memberId === null ? 'households' : 'people';
  return <Button size="small" aria-label={`去改 ${person || household}`} onClick={() => navigate({ screen, rowId })}>去改</Button>;
}
