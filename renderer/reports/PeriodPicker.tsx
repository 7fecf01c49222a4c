import { Select } from 'antd';
import type { PeriodKind } from '../../shared/reports/report.ts';
import { DayInput } from '../ui/DayInput.tsx';

interface Props {
  readonly kind: PeriodKind;
  readonly period: string;
  readonly years: readonly number[];
  readonly choose: (period: string) => void;
}

/** A year, quarter, month or day, as the report wants. */
export function PeriodPicker({ kind, period, years, choose }: Props) {
  const year = Number(period.slice(0, 4));
  const known = [...new Set([year, ...years])].toSorted((a, b) => b - a);
  const yearPick = (change: (year: string) => string) => (
    <Select aria-label="年度" value={year} style={{ width: 96 }} onChange={(next: number) => choose(change(String(next)))} options={known.map((each) => ({ value: each, label: `${each} 年` }))} />
  );
  if (kind === 'year') return yearPick((next) => next);
  if (kind === 'day') return <DayInput aria-label="日期" value={period} change={(day) => day !== '' && choose(day)} />;
  const parts = kind === 'quarter' ? [1, 2, 3, 4].map((each) => ({ value: `Q${each}`, label: `${each} 季度` })) : Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1).padStart(2, '0'), label: `${at + 1} 月` }));
  return (
    <>
      {yearPick((next) => `${next}-${period.slice(5)}`)}
      <Select aria-label={kind === 'quarter' ? '季度' : '月份'} value={period.slice(5)} style={{ width: 96 }} onChange={(part: string) => choose(`${year}-${part}`)} options={parts} />
    </>
  );
}
