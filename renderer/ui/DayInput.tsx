import { Input, type InputRef } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { date } from '../../shared/fields/dates.ts';
import { DayCalendar, openByKey } from './DayCalendar.tsx';
import './day-input.css';

interface Props {
  /** yyyy-MM-dd; '' for none. */
  readonly value: string;
  /** Called with yyyy-MM-dd, or '' while what stands there is no day that may stand there. */
  readonly change: (day: string) => void;
  /** First and last day that may stand here. */
  readonly min?: string;
  readonly max?: string;
  readonly id?: string;
  readonly 'aria-label'?: string;
}

/** A day is read from its text alone. */
const readAlone = { today: '' };

/** A day, read and shown alike on every machine: typed in any way in which cells take a day, or chosen from the calendar (Alt+↓). */
export function DayInput({ value, change, min, max, ...named }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const input = useRef<InputRef>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const read = (text: string): { readonly day: string; readonly why: string | null } => {
    const reading = date.read(text, readAlone);
    if (!reading.ok) return { day: '', why: `${reading.refused.message}，${reading.refused.remedy}` };
    const day = String(reading.value ?? '');
    if (day !== '' && min !== undefined && day < min) return { day: '', why: `最早 ${min}` };
    if (day !== '' && max !== undefined && day > max) return { day: '', why: `最晚 ${max}` };
    return { day, why: null };
  };
  const { why } = typed === null ? { why: null } : read(typed);
  const type = (text: string): void => {
    setTyped(text);
    setLeft(false);
    const { day } = read(text);
    if (day !== value) change(day);
  };
  const leave = (): void => {
    setLeft(true);
    if (why === null) setTyped(null);
  };
  // The form around it is not sent while this is no day.
  useLayoutEffect(() => input.current?.input?.setCustomValidity(why ?? ''), [why]);
  return (
    <span className="day-input">
      <Input
        {...named}
        ref={input}
        value={typed ?? value}
        placeholder="如 20200315"
        maxLength={20}
        aria-invalid={left && why !== null}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          openByKey(event, calendar.current);
        }}
        suffix={(
          <DayCalendar
            ref={calendar}
            day={value}
            {...(min === undefined ? {} : { min })}
            {...(max === undefined ? {} : { max })}
            choose={(day) => {
              type(day);
              input.current?.focus();
            }}
          />
        )}
      />
      {left && why !== null && <span className="day-why" role="alert">▲ {why}</span>}
    </span>
  );
}
