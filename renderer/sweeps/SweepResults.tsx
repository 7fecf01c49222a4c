import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import { OpenProblems } from '../problems/OpenProblems.tsx';
import { Reading } from '../ui/Reading.tsx';

interface Asked {
  readonly form: string;
  readonly round: string;
}

/** What is wrong, by name, which can become problems to be put right; and what was answered, village by village. */
export function SweepResults({ asked, past }: { asked: Asked; past: boolean }) {
  const client = useClient();
  const { file, revision } = useRegister();
  const [opening, setOpening] = useState(false);
  const found = useQuery({ queryKey: ['sweepResults', file, revision, asked], queryFn: () => client.sweeps.results(asked), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Reading of={found} what="结果" />;
  const { results, wrong } = found.data;
  return (
    <>
      <div className="list-head">
        <h2>发现的问题 {wrong.length} 个</h2>
        {!past && wrong.length > 0 && <div className="list-actions"><Button aria-expanded={opening} onClick={() => setOpening(!opening)}>列入整改……</Button></div>}
      </div>
      {opening && <OpenProblems submit="全部列入整改" open={(values) => client.sweeps.open({ ...asked, values })} close={() => setOpening(false)} />}
      {wrong.length > 0 && (
        <table className="plain-table dense sweep-wrong" aria-label="发现的问题">
          <thead><tr><th>村</th><th>户主</th><th>项目</th><th>结果</th><th>说明</th></tr></thead>
          <tbody>
            {wrong.map((each) => (
              <tr key={`${each.householdId} ${each.label}`}>
                <td>{each.village}</td>
                <td><button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: each.householdId })}>{each.head || each.household}</button></td>
                <td>{each.label}</td><td>{each.answer}</td><td>{each.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {results.map(({ key, group, label, choices, wrong: bad, rows }) => (
        <details key={key} className="rule">
          <summary><span className="quiet">{group}</span><strong>{label}</strong><span>{choices.map((choice) => `${choice} ${rows.at(-1)?.counts[choice] ?? 0}`).join('，')}</span></summary>
          <table className="plain-table dense">
            <thead><tr><th>村</th>{choices.map((choice) => <th key={choice} className="number">{bad.includes(choice) ? `▲ ${choice}` : choice}</th>)}</tr></thead>
            <tbody>{rows.map(({ place, counts }) => <tr key={place} className={place === '合计' ? 'score-sum' : undefined}><td>{place}</td>{choices.map((choice) => <td key={choice} className="number">{counts[choice] ?? 0}</td>)}</tr>)}</tbody>
          </table>
        </details>
      ))}
    </>
  );
}
