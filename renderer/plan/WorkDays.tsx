import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { SpecialDay } from '../../shared/contract/plan.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { dayText } from './figure.ts';

const weekdays = '日一二三四五六';
const weekday = (day: string): string => `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`;
type Kind = '放假' | '上班';

/** Holidays and make-up days by which duties fall due: the country's, and what the office says otherwise. */
export function WorkDays({ year }: { year: number }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const past = useOnlyLooking() !== null;
  const found = useQuery({ queryKey: ['workDays', file, revision, year], queryFn: () => client.plan.days({ year }), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Reading of={found} what="日历" />;
  return (
    <section aria-label="放假和调休">
      <h2>放假和调休</h2>
      <p className="quiet">职责遇休息日提前到前一个工作日提醒。{found.data.some(({ own }) => !own) ? '国务院公布的已在里面；' : '这一年的放假安排还没有，'}和本区不一样的，在这里改。</p>
      {!past && <SetDay year={year} />}
      <table className="plain-table">
        <thead><tr><th>日期</th><th>星期</th><th>放假或上班</th><th>节日</th><th>依据</th><th aria-label="操作" /></tr></thead>
        <tbody>{found.data.map((each) => <DayRow key={each.day} of={each} past={past} />)}</tbody>
      </table>
    </section>
  );
}

function DayRow({ of: { day, off, holiday, own, why, usual }, past }: { of: SpecialDay; past: boolean }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const back = async (): Promise<void> => {
    try {
      await client.plan.sayDay({ day, kind: null });
      await refresh();
      notices.done(`已恢复：${dayText(day)}${usual}`);
    } catch (error) {
      notices.refused(error, '恢复日历');
    }
  };
  return (
    <tr className={own ? 'plan-chosen' : undefined}>
      <td className="nowrap">{dayText(day)}</td>
      <td>{weekday(day)}</td>
      <td>{off ? '放假' : '上班'}{own ? <span className="quiet">（本区改，原来{usual}）</span> : ''}</td>
      <td>{holiday}</td>
      <td className="quiet">{why}</td>
      <td>{own && !past && <Button size="small" type="text" onClick={() => void back()}>恢复</Button>}</td>
    </tr>
  );
}

function SetDay({ year }: { year: number }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<Kind>('放假');
  const [holiday, setHoliday] = useState('');
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setTrouble(null);
    try {
      await track(client.plan.sayDay({ day, kind, holiday, why }));
      await refresh();
      notices.done(`已记：${dayText(day)}${kind}`);
      setDay('');
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <form className="plan-standard" aria-label="改日历" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {trouble !== null && <Problem error={trouble} doing="改日历" />}
      <label>日期 <DayInput aria-label="改哪一天" min={`${year}-01-01`} max={`${year}-12-31`} value={day} change={setDay} /></label>
      <Segmented<Kind> aria-label="放假还是上班" value={kind} onChange={setKind} options={['放假', '上班']} />
      {kind === '放假' && <Input aria-label="哪个节日" placeholder="节日，没有不写" value={holiday} onChange={({ target }) => setHoliday(target.value)} style={{ width: 140 }} />}
      <Input aria-label="调休依据" placeholder="依据：放假通知" value={why} onChange={({ target }) => setWhy(target.value)} style={{ width: 220 }} />
      <Button htmlType="submit" disabled={day === ''}>记下这一天</Button>
    </form>
  );
}
