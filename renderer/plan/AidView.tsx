import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { calculators, counted } from '../../shared/plan/aid/index.ts';
import { navigate, useClient, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { ExportButton } from './ExportButton.tsx';

/** Calculations over everybody: what is due, what was paid, what is owed, and by what rule. */
export function AidView({ when }: { when: { readonly year: number; readonly day?: string } }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const [key, setKey] = useState(calculators[0]?.key ?? '');
  const found = useQuery({ queryKey: ['aid', file, revision, when, key], queryFn: () => client.plan.aid({ ...when, key }), placeholderData: (before) => before });
  const shown = (value: number | null): string => (value === null ? '' : counted.has(key) ? String(value) : (value / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 }));
  const table = found.data;
  return (
    <>
      <Segmented<string> aria-label="测算什么" className="plan-parts" value={key} onChange={setKey} options={calculators.map(({ key: value, title }) => ({ value, label: title.replace('应发、已发、欠发', '').replace('将要变化的人', '变化') }))} />
      {(found.isError || !table) && <Reading of={found} doing="测算" />}
      {table && (
        <>
          <p className="quiet">{table.means}。{!counted.has(key) && '单位：元。'}{table.lines.length > 0 && <ExportButton what={table.title} take={(leaving, job) => client.plan.exportAid({ ...when, key, ...leaving, job })} />}</p>
          {table.lacks !== '' ? <p role="status">还算不了：{table.lacks}。</p> : table.lines.length === 0 ? <p>没有这样的人和户。</p> : (
            <table className="plain-table dense plan-table">
              <thead><tr><th>姓名</th><th>村</th><th>依据</th>{table.heads.map((head) => <th key={head} className="amount">{head}</th>)}<th>说明</th></tr></thead>
              <tbody>
                {table.lines.map((line, at) => (
                  <tr key={`${line.memberId ?? line.householdId ?? ''}${at}`}>
                    <td className="nowrap"><button type="button" className="link-button" onClick={() => navigate(line.memberId !== null ? { screen: 'people', rowId: line.memberId } : { screen: 'households', ...(line.householdId === null ? {} : { rowId: line.householdId }) })}>{line.who}</button></td>
                    <td>{line.village}</td>
                    <td>{line.by}</td>
                    <td className="amount">{shown(line.due)}</td>
                    <td className="amount">{shown(line.paid)}</td>
                    <td className={`amount ${(line.owed ?? 0) > 0 && !counted.has(key) ? 'state-risk' : ''}`}>{shown(line.owed)}</td>
                    <td className="quiet">{line.note}</td>
                  </tr>
                ))}
                {!counted.has(key) && <tr className="plan-group"><th scope="row" colSpan={3}>合计 {table.lines.length} 行</th><td className="amount">{shown(table.sums.due)}</td><td className="amount">{shown(table.sums.paid)}</td><td className="amount">{shown(table.sums.owed)}</td><td /></tr>}
              </tbody>
            </table>
          )}
        </>
      )}
    </>
  );
}
