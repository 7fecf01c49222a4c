import type { ProblemList } from '../../shared/contract/problems.ts';

/** How far each office is, and how the whole went day by day. */
export function ProblemRates({ list: { rates, days } }: { list: ProblemList }) {
  const percent = (closed: number, total: number): string => (total === 0 ? '100.0' : ((closed / total) * 100).toFixed(1));
  return (
    <div className="problem-rates">
      <table className="plain-table" aria-label="各街道整改率">
        <thead><tr><th>街道</th><th className="number">问题</th><th className="number">已销号</th><th className="number">待销号</th><th className="number">逾期未改</th><th className="number">整改率</th></tr></thead>
        <tbody>
          {rates.map(({ town, total, closed, proposed, overdue, rate }, at) => (
            <tr key={town} className={at === rates.length - 1 ? 'score-sum' : undefined}>
              <td>{town || '（没有写街道）'}</td><td className="number">{total}</td><td className="number">{closed}</td><td className="number">{proposed}</td><td className="number">{overdue}</td><td className="number">{rate.toFixed(1)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="plain-table" aria-label="逐日整改率">
        <thead><tr><th>日期</th><th className="number">累计问题</th><th className="number">累计销号</th><th className="number">整改率</th><th aria-label="图" /></tr></thead>
        <tbody>
          {days.map(({ day, total, closed }) => (
            <tr key={day}>
              <td className="nowrap">{day}</td><td className="number">{total}</td><td className="number">{closed}</td><td className="number">{percent(closed, total)}%</td>
              <td className="problem-bar"><span style={{ width: `${percent(closed, total)}%` }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
