import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { lastDayOf, officeWords, periodWords, type MonthCycle, type OfficeNow, type OfficeState } from '../../../shared/cycle/month.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useSaving } from '../../app/session.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { download } from '../../ui/download.ts';
import { askLeave } from '../../ui/leave-gate.ts';
import { useNotices } from '../../ui/messages.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { WorkBar } from '../../ui/WorkBar.tsx';
import { dayText } from '../figure.ts';
import { CyclePaper } from './CyclePaper.tsx';
import { useMonthDesk, useMonthWork } from './month-desk.ts';

const weekLater = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);

/** Workbooks go out, come back, and are taken in by the import; who has not returned is told. */
export function CollectStep({ month, today, toImport }: { month: MonthCycle; today: string; toImport: (files: readonly File[]) => void }) {
  const past = useOnlyLooking() !== null;
  const work = useMonthWork();
  const [printing, setPrinting] = useState(false);
  const open = month.offices.filter(({ state }) => state !== 'returned' && state !== 'returnedLate');
  return (
    <>
      {!past && <Send month={month} today={today} />}
      <WorkBar work={work} what="正在做填报表" />
      {!past && <Returned month={month} toImport={toImport} />}
      <table className="plain-table plan-table">
        <thead><tr><th>填报单位</th><th>发出</th><th>期限</th><th>情况</th><th>交回的表</th></tr></thead>
        <tbody>{month.offices.map((each) => <OfficeRow key={each.office} of={each} />)}</tbody>
      </table>
      {open.length > 0 && month.due !== '' && (
        <>
          <p><Button onClick={() => setPrinting(!printing)} aria-expanded={printing}>未交名单（可打印）</Button></p>
          {printing && <CyclePaper period={month.period} paper="missing" />}
        </>
      )}
    </>
  );
}

const colours: Readonly<Record<OfficeState, string>> = { returned: 'state-met', returnedLate: 'state-risk', waiting: '', overdue: 'state-overdue', none: 'quiet' };
const marks: Readonly<Record<OfficeState, string>> = { returned: '✓', returnedLate: '△', waiting: '→', overdue: '✕', none: '○' };

function OfficeRow({ of: { office, state, sentOn, due, daysLate, returns } }: { of: OfficeNow }) {
  return (
    <tr>
      <td>{office}</td>
      <td className="nowrap">{sentOn === '' ? '' : dayText(sentOn)}</td>
      <td className="nowrap">{due === '' ? '' : dayText(due)}</td>
      <td className={`nowrap ${colours[state]}`}>{marks[state]} {officeWords[state]}{daysLate > 0 ? ` ${daysLate} 天` : ''}</td>
      <td>
        {returns.map(({ file, on, rows, refused, changed, batch }) => (
          <div key={batch}>
            {dayText(on)} {file} <span className="quiet">{rows === 0 ? '零报告' : `${rows} 行`}{refused > 0 ? `，${refused} 行没收` : ''}</span>
            {changed.length > 0 && <span className="state-risk"> △ {changed.join('；')}</span>}
          </div>
        ))}
      </td>
    </tr>
  );
}

function Send({ month, today }: { month: MonthCycle; today: string }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const run = useMonthWork((state) => state.run);
  const running = useMonthWork((state) => state.running);
  const track = useSaving((state) => state.track);
  const end = lastDayOf(month.period);
  const [due, setDue] = useState(end > today ? end : weekLater(today));
  const [trouble, setTrouble] = useState<unknown>(null);
  const sent = month.due !== '';
  const later = month.period > today.slice(0, 7);
  const send = async (): Promise<void> => {
    const what = `${periodWords(month.period)}填报表`;
    const leaving = await askLeave(what, 'full', ['reduced', 'full']);
    if (!leaving) return;
    setTrouble(null);
    try {
      const { files } = await run(client, (job) => track(client.cycle.make({ period: month.period, due, ...leaving, job })));
      for (const file of files) download(file, file.name);
      await refresh();
      notices.done(`已做好${what}，发出记在这里；交回以后拖到这里`);
    } catch (error) {
      setTrouble(error);
    }
  };
  if (later) return <p className="quiet">{periodWords(month.period)}还没有到。</p>;
  return (
    <form className="month-form" aria-label="发填报表" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {trouble !== null && <Problem error={trouble} doing="做填报表" />}
      <span>每个办事处一个 Excel：已知的锁定，要填的有下拉。</span>
      <label>交回期限 <DayInput aria-label="交回期限" value={due} min={today} change={setDue} /></label>
      <Button type={sent ? 'default' : 'primary'} htmlType="submit" disabled={running || due === ''}>{sent ? '再做一次填报表' : '做填报表'}</Button>
    </form>
  );
}

/** What came back: looked at here, taken in by the ordinary import. */
function Returned({ month, toImport }: { month: MonthCycle; toImport: (files: readonly File[]) => void }) {
  const client = useClient();
  const { returned, receive } = useMonthDesk();
  const chooser = useRef<HTMLInputElement>(null);
  const looked = useQuery({ queryKey: ['returns', month.period, returned.map(({ name, size, lastModified }) => [name, size, lastModified]), month.offices.map(({ returns }) => returns.length)], queryFn: () => client.cycle.look({ files: [...returned], period: month.period }), enabled: returned.length > 0, gcTime: 0 });
  const good = returned.filter((_, at) => looked.data?.[at]?.ok === true);
  const take = (): void => {
    toImport(good);
    receive([]);
  };
  return (
    <section className="month-drop" aria-label="交回的表">
      <p>
        <input ref={chooser} type="file" multiple hidden accept=".xlsx,.xls,.et,.ods" aria-label="交回的填报表" onChange={({ target }) => { receive([...(target.files ?? [])]); target.value = ''; }} />
        把交回的表拖到这里，可以一次拖几份。<Button size="small" onClick={() => chooser.current?.click()}>选择交回的表</Button>
      </p>
      {(looked.isError || (returned.length > 0 && !looked.data)) && <Reading of={looked} doing="看交回的表" />}
      {returned.length > 0 && looked.data && (
        <>
          <table className="plain-table plan-table">
            <thead><tr><th>文件</th><th>单位</th><th className="amount">填了</th><th>情况</th></tr></thead>
            <tbody>
              {looked.data.map(({ file, ok, office, rows, told }) => (
                <tr key={file}>
                  <td>{file}</td>
                  <td>{office}</td>
                  <td className="amount nowrap">{ok ? `${rows} 行` : ''}</td>
                  <td className={ok ? (told.length > 0 ? 'state-risk' : 'state-met') : 'state-overdue'}>{ok ? (told.length > 0 ? '△ ' : '✓ 可以合并') : '✕ 不能收：'}{told.join('；')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p><Button type="primary" disabled={good.length === 0} onClick={take}>看会改什么，合并这 {good.length} 份</Button> <Button type="text" onClick={() => receive([])}>先不收</Button></p>
        </>
      )}
    </section>
  );
}
