import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { usualDue } from '../../shared/register/problem-state.ts';
import { navigate, useClient, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { today } from '../grid/typing.ts';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';

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
  if (found.isError) return <Problem error={found.error} doing="读取结果" retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { results, wrong } = found.data;
  return (
    <>
      <div className="list-head">
        <h2>发现的问题 {wrong.length} 个</h2>
        {!past && wrong.length > 0 && <div className="list-actions"><Button aria-expanded={opening} onClick={() => setOpening(!opening)}>列入整改……</Button></div>}
      </div>
      {opening && <OpenThem asked={asked} close={() => setOpening(false)} />}
      {wrong.length > 0 && (
        <table className="plain-table sweep-wrong" aria-label="发现的问题">
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
          <table className="plain-table score-table">
            <thead><tr><th>村</th>{choices.map((choice) => <th key={choice} className="number">{bad.includes(choice) ? `▲ ${choice}` : choice}</th>)}</tr></thead>
            <tbody>{rows.map(({ place, counts }) => <tr key={place} className={place === '合计' ? 'score-sum' : undefined}><td>{place}</td>{choices.map((choice) => <td key={choice} className="number">{counts[choice] ?? 0}</td>)}</tr>)}</tbody>
          </table>
        </details>
      ))}
    </>
  );
}

function OpenThem({ asked, close }: { asked: Asked; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [unit, setUnit] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState(usualDue(today()));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const values: Record<string, string> = { 'problem.lead': '区扶贫办', ...(unit === '' ? {} : { 'problem.unit': unit }), ...(owner === '' ? {} : { 'problem.owner': owner }), ...(due === '' ? {} : { 'problem.due': due }) };
      const { label, already } = await track(client.sweeps.open({ ...asked, values }));
      notices.done(`已${label}${already > 0 ? `；${already} 个原来就在台账里` : ''}`, { label: '去看', run: () => navigate({ screen: 'checks', part: 'problems' }) });
      close();
      await refresh();
    } catch (error) {
      notices.refused(error, '列入整改');
    }
  };
  return (
    <form className="exempt-form" aria-label="列入整改" onSubmit={(event) => void save(event)} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <label>整改责任单位<Input autoFocus value={unit} maxLength={200} onChange={({ target }) => setUnit(target.value)} /></label>
      <label>整改责任人<Input value={owner} maxLength={40} onChange={({ target }) => setOwner(target.value)} /></label>
      <label>整改期限<Input type="date" value={due} onChange={({ target }) => setDue(target.value)} /></label>
      <Button type="primary" htmlType="submit">全部列入整改</Button>
      <Button onClick={close}>不列</Button>
    </form>
  );
}
