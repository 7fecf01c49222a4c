import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { today } from '../grid/typing.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { KeyPopover } from '../ui/KeyPopover.tsx';
import { useLookedAtDay, useRegister } from './session.tsx';

/** The days to which the plan's year counts. */
const planDays = ['03-31', '04-20', '09-30', '10-31'] as const;

const short = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 看某一天: the plan's days at one press, any other by calendar or typed. */
export function DayChooser() {
  const { workingYear } = useRegister();
  const { day, look } = useLookedAtDay();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const now = today();
  const go = (to: string | null): void => {
    setOpen(false);
    look(to === now ? null : to);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== '') go(typed);
  };
  const choices = (
    <div className="day-choices">
      <p className="quiet">看登记册在那一天结束时的样子：表、户卡片、核对、导出、上墙都按那一天，只能看。</p>
      <div className="day-buttons">
        {planDays.map((each) => {
          const of = `${workingYear}-${each}`;
          return <Button key={each} aria-pressed={day === of} disabled={of > now} title={of > now ? '这一天还没有到' : of} onClick={() => go(of)}>{short(of)}</Button>;
        })}
        <Button aria-pressed={day === null} onClick={() => go(null)}>今天</Button>
      </div>
      <form onSubmit={submit}>
        <label htmlFor="past-day">别的日子</label>
        <DayInput id="past-day" max={now} value={typed} change={setTyped} />
        <Button htmlType="submit" disabled={typed === ''}>看这一天</Button>
      </form>
    </div>
  );
  return (
    <KeyPopover content={choices} open={open} onOpenChange={setOpen}>
      <Button type="text" aria-label={`${day ?? '今天'}：看某一天的登记册`}>{day ?? '今天'}<span aria-hidden="true"> ▾</span></Button>
    </KeyPopover>
  );
}
