import { Button } from 'antd';
import { useState } from 'react';
import type { CheckResult, FindingRow } from '../../shared/contract/checking.ts';
import { navigate } from '../app/session.tsx';
import { GradeMark } from '../ui/Grade.tsx';
import { ExemptForm } from './ExemptForm.tsx';
import { OpenFindings } from './OpenFindings.tsx';

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
      <table className="plain-table dense kept rule-table">
        <thead><tr><th>户编号</th><th>村</th><th>姓名</th><th>问题</th><th>怎么办</th><th aria-label="去改、豁免或列入整改" /></tr></thead>
        <tbody>
          {findings.slice(0, limit).map((finding) => (
            <FindingLine key={finding.id} finding={finding} />
          ))}
        </tbody>
      </table>
      {findings.length > limit && <Button onClick={() => setLimit(limit + step)}>再看 {Math.min(step, findings.length - limit)} 处</Button>}
    </details>
  );
}

function FindingLine({ finding }: { finding: FindingRow }) {
  const [doing, setDoing] = useState<'exempt' | 'problem' | null>(null);
  const turn = (next: 'exempt' | 'problem'): void => setDoing(doing === next ? null : next);
  const { memberId, householdId, person, head, household, village, message, remedy, reopened } = finding;
  const rowId = memberId ?? householdId;
  const who = person || head;
  return (
    <>
      <tr>
        <td>{household}</td>
        <td>{village}</td>
        <td className="nowrap">{who}</td>
        <td>{message}{reopened !== '' && <div className="rule-reopened">豁免失效。{reopened}</div>}</td>
        <td>{remedy}</td>
        <td className="nowrap rule-actions">
          {rowId !== null && <Button size="small" aria-label={`去改 ${who || household}`} onClick={() => navigate({ screen: memberId === null ? 'households' : 'people', rowId })}>去改</Button>}
          <Button size="small" aria-expanded={doing === 'exempt'} aria-label={`豁免 ${who || household}`} onClick={() => turn('exempt')}>豁免</Button>
          <Button size="small" aria-expanded={doing === 'problem'} aria-label={`列入整改 ${who || household}`} onClick={() => turn('problem')}>整改</Button>
        </td>
      </tr>
      {doing !== null && (
        <tr className="exempt-row">
          <td colSpan={6}>{doing === 'exempt' ? <ExemptForm finding={finding} close={() => setDoing(null)} /> : <OpenFindings findings={[finding]} close={() => setDoing(null)} />}</td>
        </tr>
      )}
    </>
  );
}
