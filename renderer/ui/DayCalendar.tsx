import type { Ref } from 'react';
import './day-input.css';

interface Props {
  readonly ref?: Ref<HTMLInputElement>;
  /** yyyy-MM-dd; '' for none. */
  readonly day: string;
  readonly min?: string;
  readonly max?: string;
  readonly choose: (day: string) => void;
}

/** The calendar alone of the browser's field for days: how that writes a day depends on the machine, and nobody sees it. */
export function DayCalendar({ day, choose, ...rest }: Props) {
  return <input {...rest} type="date" className="day-calendar" tabIndex={-1} aria-label="日历" value={day} onChange={({ target }) => choose(target.value)} />;
}
