import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { levelWords } from '../../shared/papers/gate.ts';
import { figureText } from '../../shared/reports/figure-text.ts';
import type { Explained } from '../../shared/reports/explain.ts';
import { useClient, useRegister } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { timeText } from '../ui/times.ts';

/** What was sent of this report, and why its numbers are others today. */
export function SentReports({ report }: { report: string }) {
  const client = useClient();
  const { revision } = useRegister();
  const notices = useNotices();
  const [open, setOpen] = useState<number | null>(null);
  const frozen = useQuery({ queryKey: ['frozen', report, revision], queryFn: () => client.reports.frozen({ report }) });
  if (frozen.isError || !frozen.data) return <Reading of={frozen} what="上报记录" />;
  if (frozen.data.length === 0) return <p className="quiet">这张报表还没有上报定格过。点“上报并定格”，以后数字变了，能逐户说清为什么。</p>;
  const again = async (number: number): Promise<void> => {
    try {
      const file = await client.reports.frozenFile({ number, reason: '再取上报原件' });
      download(file, file.name);
    } catch (error) {
      notices.refused(error, '取上报原件');
    }
  };
  return (
    <div className="sent">
      <table className="plain-table">
        <thead><tr><th>期间</th><th>何时，经手</th><th>密级</th><th>文件</th><th aria-label="操作" /></tr></thead>
        <tbody>
          {frozen.data.map(({ number, period, at, who, level, file }) => (
            <tr key={number}>
              <td className="nowrap">{period}</td>
              <td className="nowrap">{timeText(at)} <span className="quiet">{who}</span></td>
              <td className="nowrap">{levelWords[level]}</td>
              <td>{file}</td>
              <td className="nowrap">
                <Button size="small" aria-expanded={open === number} onClick={() => setOpen(open === number ? null : number)}>为什么变了</Button>{' '}
                <Button size="small" onClick={() => void again(number)}>取原件</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && <WhyChanged number={open} />}
    </div>
  );
}

function WhyChanged({ number }: { number: number }) {
  const client = useClient();
  const { revision } = useRegister();
  const one = useQuery({ queryKey: ['frozenOne', number, revision], queryFn: () => client.reports.frozenOne({ number }) });
  if (one.isError || !one.data) return <Reading of={one} doing="和现在比" />;
  const { explained } = one.data;
  // A sum over villages changes by what changed in them: it is told once, where it happened.
  const sums = new Set(Object.entries(one.data.made.figures).flatMap(([key, { sums: of }]) => (of ? [key] : [])));
  const told = explained.filter(({ figure }) => !sums.has(figure));
  if (explained.length === 0) return <p role="status">和上报时一样，没有变。</p>;
  return (
    <section aria-label="为什么变了">
      <h3>和上报时不同的数字（{told.length} 个）</h3>
      <ul className="why-changed">{told.map((each) => <Why key={each.figure} of={each} />)}</ul>
    </section>
  );
}

function Why({ of: { label, unit, reported, now, difference, because } }: { of: Explained }) {
  const shown = (value: number): string => figureText(value, unit === '%' ? '个' : unit);
  const signed = (value: number): string => `${value > 0 ? '+' : '−'}${shown(Math.abs(value))}`;
  return (
    <li>
      <div><strong>{label}</strong>：上报 {shown(reported)}，现在 {shown(now)}{difference === 0 ? '（总数没变，户变了）' : `，${signed(difference)}`}</div>
      <ul>{because.map(({ id, unit: called, difference: part }) => <li key={id}>{called} <span className="amount">{signed(part)}</span></li>)}</ul>
    </li>
  );
}
