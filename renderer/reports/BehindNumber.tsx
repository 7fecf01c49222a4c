import { figureText } from '../../shared/reports/figure-text.ts';
import { partsOf, type MadeReport } from '../../shared/reports/made-report.ts';
import { navigate, useClient, useOnlyLooking, useRefreshRegister } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';

interface Props {
  readonly made: MadeReport;
  /** What was sent for the period before. */
  readonly before: MadeReport | null;
  readonly figure: string;
  readonly close: () => void;
}

/** What a number is made of: what it counts, as of when, and each household with what it adds. */
export function BehindNumber({ made, before, figure, close }: Props) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const past = useOnlyLooking() !== null;
  const of = made.figures[figure];
  if (!of) return null;
  const pin = async (): Promise<void> => {
    try {
      const name = `${made.title}：${of.label}`.slice(0, 60);
      await client.pins.pin({ name, of: { kind: 'figure', report: made.key, figure } });
      await refresh();
      notices.done(`已钉住“${name}”，在“常问的数”里`);
    } catch (error) {
      notices.refused(error, '钉住这个数');
    }
  };
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
      {!past && <div><button type="button" className="link-button" title="以后在“常问的数”里随时有答案" onClick={() => void pin()}>钉住这个数</button></div>}
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
