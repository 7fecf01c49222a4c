import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { EventKind, PlanEvent } from '../../shared/changes/plan-types.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import { date } from '../../shared/fields/dates.ts';
import { Problem } from '../ui/Problem.tsx';
import { useEventDecision } from './use-event-decision.ts';

const kinds: Record<EventKind, string> = { join: '新增', leave: '减少', move: '转户', split: '分户', merge: '并户', head: '变更户主', status: '户的状态' };

/** One event: whether it is done, why, when and by which paper. What is refused is told in the row. */
export function LifeEventRow({ batch, event }: { batch: number; event: PlanEvent }) {
  const { shown: { accepted, reason, on, paper }, decide, trouble, setTrouble } = useEventDecision(batch, event);
  const { kind, what, reasons, file, row } = event;
  return (
    <>
      <tr className={accepted ? '' : 'event-left'}>
        <td><input type="checkbox" aria-label={`办理：${what}`} checked={accepted} onChange={({ target }) => decide({ accepted: target.checked })} /></td>
        <td className="nowrap">{kinds[kind]}</td>
        <td className="event-what">{what}</td>
        <td>
          {reasons.length === 0 ? <span className="quiet">不用填</span> : (
            <select className="plain-select" aria-label={`原因：${what}`} value={reason} onChange={({ target }) => decide({ reason: target.value })}>
              <option value="">{kind === 'join' ? '不清楚' : '选原因'}</option>
              {[...new Set(reason === '' ? reasons : [...reasons, reason])].map((each) => <option key={each} value={each}>{each}</option>)}
            </select>
          )}
        </td>
        <td><DayInput label={`日期：${what}`} day={on} give={(next) => decide({ on: next })} refuse={setTrouble} /></td>
        <td><PaperInput label={`依据材料：${what}`} hint={kind === 'join' ? '如：出生证' : '如：死亡证明'} paper={paper} give={(next) => decide({ paper: next })} /></td>
        <td className="quiet event-source">{file}{row === null ? '' : ` 第 ${row} 行`}</td>
      </tr>
      {trouble !== null && <tr><td /><td colSpan={6}><Problem error={trouble} doing="记下这条变动" /></td></tr>}
    </>
  );
}

/** A day, written in any of the ways that a sheet may. */
function DayInput({ label, day, give, refuse }: { label: string; day: string; give: (day: string) => void; refuse: (error: unknown) => void }) {
  const [text, setText] = useState(day);
  useEffect(() => setText(day), [day]);
  const finish = (): void => {
    if (text.trim() === day) return;
    const reading = date.read(text, { today: '' });
    if (!reading.ok) refuse(new Refusal('VALUE_REFUSED', reading.refused.message, { remedy: reading.refused.remedy }));
    else if (typeof reading.value === 'string') {
      setText(reading.value);
      give(reading.value);
    } else setText(day);
  };
  return <Input size="small" className="event-day" aria-label={label} placeholder="如：20200315" maxLength={20} value={text} onChange={({ target }) => setText(target.value)} onBlur={finish} onPressEnter={finish} />;
}

function PaperInput({ label, hint, paper, give }: { label: string; hint: string; paper: string; give: (paper: string) => void }) {
  const [text, setText] = useState(paper);
  const finish = (): void => { if (text !== paper) give(text); };
  return <Input size="small" className="event-paper" aria-label={label} placeholder={hint} maxLength={200} value={text} onChange={({ target }) => setText(target.value)} onBlur={finish} onPressEnter={finish} />;
}
