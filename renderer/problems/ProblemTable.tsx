import type { KeyboardEvent } from 'react';
import type { ProblemRow } from '../../shared/contract/problems.ts';
import { problemStateWords } from '../../shared/register/problem-state.ts';
import { said, whomOf } from './problem-words.ts';

interface Props {
  readonly rows: readonly ProblemRow[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

const signs = { open: '○', working: '◐', proposed: '◇', closed: '✓' } as const;

/** Problems line by line; arrows go through them, Enter opens what is done about one. */
export function ProblemTable({ rows, chosen, choose }: Props) {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const lines = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.problem-open')];
    const at = lines.findIndex((line) => line === document.activeElement);
    const next = lines[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
  if (rows.length === 0) return <p className="quiet">这里没有问题。</p>;
  return (
    <table className="plain-table dense kept problem-table" aria-label="整改台账">
      <thead><tr><th>期限</th><th>对象</th><th>问题</th><th>责任单位、责任人</th><th>措施和进展</th><th>现在</th></tr></thead>
      <tbody onKeyDown={move}>
        {rows.map((row) => (
          <tr key={row.id} className={row.id === chosen ? 'problem-chosen' : undefined}>
            <td className="nowrap">{row.overdue && <strong className="problem-overdue">▲ 逾期 </strong>}{said(row, 'due') || <span className="quiet">没有定</span>}</td>
            <td>{whomOf(row)}<div className="quiet">{row.village}</div></td>
            <td>
              <button type="button" className="link-button problem-open" aria-expanded={row.id === chosen} onClick={() => choose(row.id)}>{said(row, 'text')}</button>
              <div className="quiet">{[said(row, 'class'), said(row, 'source'), said(row, 'foundOn')].filter((part) => part !== '').join('，')}</div>
            </td>
            <td>{said(row, 'unit') || said(row, 'lead')}<div>{said(row, 'owner')}</div></td>
            <td>{said(row, 'measure')}{said(row, 'progress') !== '' && <div className="quiet">{said(row, 'progress')}</div>}</td>
            <td className="nowrap">
              <span className={`problem-state problem-${row.state}`}><span aria-hidden>{signs[row.state]}</span> {problemStateWords[row.state]}</span>
              <div className="quiet">{row.state === 'closed' ? `${said(row, 'closedOn')} ${said(row, 'closedBy')}` : row.state === 'proposed' ? said(row, 'proposedWhy') || `${said(row, 'doneBy')} ${said(row, 'doneOn')}报完成` : said(row, 'reopenedOn') === '' ? '' : '重新打开'}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
