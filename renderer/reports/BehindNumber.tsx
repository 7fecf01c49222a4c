import { figureText } from '../../shared/reports/figure-text.ts';
import { partsOf, type MadeReport } from '../../shared/reports/made-report.ts';
import { navigate } from '../app/session.tsx';

interface Props {
  readonly made: MadeReport;
  /** What was sent for the period before. */
  readonly before: MadeReport | null;
  readonly figure: string;
  readonly close: () => void;
}

/** What a number is made of: what it counts, as of when, and each household with what it adds. */
export function BehindNumber({ made, before, figure, close }: Props) {
  const of = made.figures[figure];
  if (!of) return null;
  const unit = of.unit === '%' ? '个' : of.unit;
  const parts = Object.entries(partsOf(made, figure));
  const means = made.definitions.find(({ column }) => of.label.endsWith(column))?.means;
  const last = before?.figures[figure];
  return (
    <aside className="behind" aria-label={`${of.label} 是怎么来的`}>
      <header>
        <h3>{of.label}</h3>
        <button type="button" className="notice-close" aria-label="关闭" onClick={close}>×</button>
      </header>
      <p className="behind-sum"><strong>{figureText(of.value, unit)}</strong> {of.unit}{last && <span className="quiet">　上期 {figureText(last.value, unit)}，{of.value >= last.value ? '多' : '少'} {figureText(Math.abs(of.value - last.value), unit)}</span>}</p>
      {means !== undefined && <p className="quiet">{means}。截至登记册第 {made.revision} 次修改。</p>}
      <ol>
        {parts.map(([id, part]) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: id })}>{made.units[id] ?? id}</button>
            <span className="amount">{figureText(part, unit)}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
