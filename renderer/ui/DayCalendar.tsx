import type { KeyboardEvent, Ref } from 'react';
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

/** Alt+↓ in the text beside it opens the calendar, wherever a day is asked. True: that was the key. */
export function openByKey(event: KeyboardEvent, calendar: HTMLInputElement | null): boolean {
  if (event.key !== 'ArrowDown' || !event.altKey || calendar === null) return false;
  event.preventDefault();
  event.stopPropagation();
  calendar.showPicker();
  return true;
}
