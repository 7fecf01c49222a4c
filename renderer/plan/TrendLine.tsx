import type { TargetDetail } from '../../shared/plan/measured.ts';
import { number } from './figure.ts';

const [width, height, left, bottom] = [320, 92, 6, 18];

/** The figure at the end of each month as a stepped line, with what was to be reached as a dashed one. Labelled directly. */
export function TrendLine({ points }: { points: TargetDetail['trend'] }) {
  const most = Math.max(1, ...points.flatMap(({ actual, target }) => [actual, target]));
  const x = (at: number): number => left + (at * (width - 2 * left - 28)) / Math.max(1, points.length - 1);
  const y = (value: number): number => 10 + (1 - value / most) * (height - bottom - 14);
  const line = (of: (point: TargetDetail['trend'][number]) => number): string => points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(of(point)).toFixed(1)}`).join(' ');
  const last = points.at(-1);
  return (
    <figure className="plan-trend">
      <svg width="100%" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`各月底：${points.map(({ day, actual }) => `${Number(day.slice(5, 7))}月${number(actual)}`).join('，')}`}>
        <path d={line(({ target }) => target)} fill="none" stroke="var(--quiet)" strokeDasharray="4 3" />
        <path d={line(({ actual }) => actual)} fill="none" stroke="var(--ink)" strokeWidth={2} />
        {points.map(({ day, actual }, at) => (
          <g key={day}>
            <circle cx={x(at)} cy={y(actual)} r={2.5} fill="var(--ink)" />
            <text x={x(at)} y={height - 4} textAnchor="middle" fontSize={11}>{Number(day.slice(5, 7))}月</text>
          </g>
        ))}
        {last && <text x={x(points.length - 1) + 6} y={y(last.actual) + 4} fontSize={12} fontWeight={600}>{number(last.actual)}</text>}
      </svg>
      <figcaption className="quiet">实线：各月底做到；虚线：到那时应做</figcaption>
    </figure>
  );
}
