import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/session.tsx';
import { useCard } from './card-desk.ts';

interface Props {
  readonly year: number;
  readonly setYear: (year: number) => void;
}

/** The year that the card shows, and adding one. */
export function YearSwitch({ year, setYear }: Props) {
  const { card, frozen, run } = useCard();
  const client = useClient();
  const [adding, setAdding] = useState(false);
  const years = card.years.map((each) => each.year);
  const next = Math.max(year, ...years) + (years.length === 0 || !years.includes(Math.max(year, ...years)) ? 0 : 1);
  const shown = [...new Set([...years, year])].toSorted((a, b) => b - a);
  const add = async (copy: boolean): Promise<void> => {
    if (!(await run('新增年度', () => client.cards.addYear({ householdId: card.household.id, year: next, copy })))) return;
    setAdding(false);
    setYear(next);
  };
  return (
    <span className="card-year">
      <select className="plain-select" aria-label="卡片的年度" value={year} onChange={({ target }) => setYear(Number(target.value))}>
        {shown.map((each) => <option key={each} value={each}>{each} 年{years.includes(each) ? '' : '（没有记录）'}</option>)}
      </select>
      {!frozen && <button type="button" className="link" aria-expanded={adding} onClick={() => setAdding(!adding)}>加一年</button>}
      {adding && !frozen && (
        <span className="card-year-add" role="group" aria-label={`新增 ${next} 年`}>
          新增 {next} 年：
          {years.length > 0 && <Button size="small" onClick={() => void add(true)} title="状态、条件、健康、学业、保障照抄；收入和务工月数不抄">照上年抄，收入不抄</Button>}
          <Button size="small" onClick={() => void add(false)}>从空白开始</Button>
        </span>
      )}
    </span>
  );
}
