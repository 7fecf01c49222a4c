import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DutyLine } from '../../shared/plan/duties/judge.ts';
import { findLedger } from '../../shared/register/ledgers/index.ts';
import { navigate, useClient, useOnlyLooking, useRegister } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { dayText } from './figure.ts';
import { MarkDuty } from './MarkDuty.tsx';

/** How many lines of a list are shown before it is asked for. */
const first = 40;

/** What falls due: today, within two weeks, late; and who owes how much. */
export function DutiesView({ when }: { when: { readonly year: number; readonly day?: string } }) {
  const client = useClient();
  const notices = useNotices();
  const { revision, file } = useRegister();
  const past = useOnlyLooking() !== null;
  const [who, setWho] = useState<string | null>(null);
  const [marking, setMarking] = useState<DutyLine | null>(null);
  const clock = useQuery({ queryKey: ['duties', file, revision, when], queryFn: () => client.plan.duties(when), placeholderData: (before) => before });
  if (clock.isError || !clock.data) return <Reading of={clock} what="职责" />;
  const { day, workday, today, fortnight, overdue, people } = clock.data;
  const of = (lines: readonly DutyLine[]): readonly DutyLine[] => (who === null ? lines : lines.filter((line) => line.who === who));
  const save = async (): Promise<void> => {
    try {
      const calendar = await client.plan.calendar({ ...when, ...(who === null ? {} : { who }) });
      download(calendar, calendar.name);
      notices.done(`已存日历：${calendar.name}`);
    } catch (error) {
      notices.refused(error, '存日历');
    }
  };
  const mark = past ? null : setMarking;
  return (
    <div className="plan-duties">
      <div>
        <p className="plan-duty-head">{dayText(day)}{workday ? '' : '（休息日）'}{who !== null && <> · {who} <Button size="small" onClick={() => setWho(null)}>看全部</Button></>} <Button size="small" onClick={() => void save()}>存成日历（.ics）</Button></p>
        <Lines title="今天要办" lines={of(today)} mark={mark} none="今天没有到期的" />
        <Lines title="两周内" lines={of(fortnight)} mark={mark} none="两周内没有到期的" />
        <Lines title="逾期" lines={of(overdue)} mark={mark} none="没有逾期的" />
      </div>
      <aside aria-label="按单位和人">
        {marking !== null && <MarkDuty key={`${marking.duty}${marking.who}${marking.due}`} line={marking} close={() => setMarking(null)} />}
        <table className="plain-table">
          <thead><tr><th>单位或人</th><th className="amount">逾期</th><th className="amount">待办</th><th className="amount">已办</th></tr></thead>
          <tbody>
            {people.map((each) => (
              <tr key={each.who} className={each.who === who ? 'plan-chosen' : undefined}>
                <td><button type="button" className="link-button" onClick={() => setWho(each.who)}>{each.who}</button></td>
                <td className={`amount ${each.missed > 0 ? 'state-overdue' : ''}`}>{each.missed}</td>
                <td className="amount">{each.open}</td>
                <td className="amount">{each.done}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </aside>
    </div>
  );
}

function Lines({ title, lines, mark, none }: { title: string; lines: readonly DutyLine[]; mark: ((line: DutyLine) => void) | null; none: string }) {
  const [all, setAll] = useState(false);
  return (
    <section aria-label={title}>
      <h2>{title} {lines.length}</h2>
      {lines.length === 0 ? <p className="quiet">{none}。</p> : (
        <table className="plain-table dense">
          <tbody>
            {(all ? lines : lines.slice(0, first)).map((line) => (
              <tr key={`${line.duty}${line.who}${line.due}`}>
                <td className="nowrap">{dayText(line.remind)}{line.remind !== line.due && <span className="quiet">（最迟{dayText(line.due)}）</span>}</td>
                <td>{line.who}</td>
                <td>{line.title} <span className="quiet">{line.label}，{line.done} / {line.least}</span></td>
                <td className="nowrap">
                  {line.evidence.length > 0 && <EvidenceLink line={line} />}
                  {mark && <Button size="small" onClick={() => mark(line)}>已办或免办……</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!all && lines.length > first && <Button size="small" onClick={() => setAll(true)}>还有 {lines.length - first} 条，都列出来</Button>}
    </section>
  );
}

/** To the record that proves a part of it. */
function EvidenceLink({ line: { evidence } }: { line: DutyLine }) {
  const [record] = evidence;
  if (!record || findLedger(record.ledger)?.place !== 'ledgers') return null;
  return <Button size="small" onClick={() => navigate({ screen: 'ledgers', ledger: record.ledger, rowId: record.record })}>看记录</Button>;
}
