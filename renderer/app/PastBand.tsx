import { Button } from 'antd';
import { dayWords } from '../../shared/fields/day-words.ts';
import { timeText } from '../ui/times.ts';
import { navigate, useLookedAtDay, useRegister } from './session.tsx';

/** Across the top while a past day is looked at: which, that nothing can be written, and the way back. */
export function PastBand() {
  const { day, look } = useLookedAtDay();
  const { past } = useRegister();
  if (day === null) return null;
  // What is on screen may still be of another day.
  const facts = past?.day === day ? past : null;
  return (
    <div className="past-band" role="status" aria-label="看的是过去" data-guide="看某一天">
      <strong>{dayWords(day)}</strong>
      <span>登记册在这一天结束时的样子，只能看，不能改</span>
      {facts === null && <span className="quiet">正在还原……</span>}
      {facts !== null && <span className="quiet">{facts.lastAt === null ? '这一天登记册里还没有内容' : `在这之前最后一次改动：${timeText(facts.lastAt)}`}</span>}
      {facts !== null && facts.misdated > 0 && <span>▲ 有 {facts.misdated} 步的日期和先后对不上：当时电脑的时钟不对</span>}
      <Button size="small" onClick={() => { look(null); navigate({ screen: 'history', part: 'days', since: day }); }}>和今天比</Button>
      <Button size="small" type="primary" onClick={() => look(null)}>回到今天</Button>
    </div>
  );
}
