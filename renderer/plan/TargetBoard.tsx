import { useState } from 'react';
import type { Measured } from '../../shared/plan/measured.ts';
import { stateMarks, stateWords, targetStates, type TargetState } from '../../shared/plan/targets/state.ts';
import { dayText, figureOf, shareOf } from './figure.ts';

/** Every row of the plan under its group; the counts on top are the filters. */
export function TargetBoard({ rows, groups, chosen, open }: { rows: readonly Measured[]; groups: readonly string[]; chosen: string | null; open: (row: string | null) => void }) {
  const [state, setState] = useState<TargetState | null>(null);
  const shown = rows.filter((row) => state === null || row.state === state);
  return (
    <>
      <div className="plan-counts" role="group" aria-label="按状态筛选">
        {targetStates.map((each) => (
          <button key={each} type="button" className={`plan-count state-${each}`} aria-pressed={state === each} onClick={() => setState(state === each ? null : each)}>
            <strong>{rows.filter((row) => row.state === each).length}</strong>
            <span>{stateMarks[each]} {stateWords[each]}</span>
          </button>
        ))}
      </div>
      <table className="plain-table dense plan-table">
        <thead><tr><th>条目</th><th>任务</th><th>做到</th><th className="amount">缺</th><th>状态</th><th>期限</th><th>责任单位</th></tr></thead>
        {groups.map((group) => {
          const own = shown.filter((row) => row.group === group);
          if (own.length === 0) return null;
          return (
            <tbody key={group}>
              <tr className="plan-group"><th colSpan={7} scope="rowgroup">{group}</th></tr>
              {own.map((row) => (
                <tr key={row.row} className={row.row === chosen ? 'plan-chosen' : undefined}>
                  <td className="quiet">{row.row}</td>
                  <td><button type="button" className="link-button plan-open" aria-expanded={row.row === chosen} onClick={() => open(row.row === chosen ? null : row.row)}>{row.title}</button>{row.quota !== '' && <span className="quiet"> {row.quota}</span>}</td>
                  <td className="nowrap"><Bar of={row} /> {figureOf(row)}</td>
                  <td className="amount">{row.missing > 0 ? row.missing : ''}</td>
                  <td className={`nowrap state-${row.state}`}>{stateMarks[row.state]} {stateWords[row.state]}</td>
                  <td className="nowrap">{row.cadence || dayText(row.until)}</td>
                  <td className="plan-units quiet" title={row.units.join('、')}>{row.units.filter((unit) => unit !== '各涉农办事处').join('、') || row.units.join('、')}</td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </>
  );
}

/** How much of it is done, as a bar that is readable in black and white. */
function Bar({ of }: { of: Measured }) {
  const share = shareOf(of);
  return (
    <svg className="plan-bar" width={64} height={8} aria-hidden>
      <rect x={0.5} y={0.5} width={63} height={7} fill="none" stroke="var(--line-strong)" strokeDasharray={share === null ? '2 2' : undefined} />
      {share !== null && <rect x={0} y={0} width={64 * share} height={8} fill={of.state === 'overdue' ? 'var(--red)' : of.state === 'risk' ? 'var(--amber)' : 'var(--ink)'} />}
    </svg>
  );
}
