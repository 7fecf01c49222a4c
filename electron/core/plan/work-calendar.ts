import country from 'chinese-days';
import type { SpecialDay } from '../../../shared/contract/plan.ts';
import { textOf, type RecordFacts } from '../../../shared/register/facts.ts';

/** Which days are worked, and which holiday a day off belongs to. */
export interface WorkCalendar {
  /** The same for calendars that say the same. */
  readonly key: string;
  readonly isWorkday: (day: string) => boolean;
  /** Name of the holiday that a day off belongs to; '' for a weekend and a working day. */
  readonly holidayOn: (day: string) => string;
}

/** The country's: holidays and make-up days as they are published. A year that it does not know has weekends alone. */
export const countryCalendar: WorkCalendar = {
  key: '',
  isWorkday: (day) => country.isWorkday(day),
  holidayOn(day) {
    const { name, work } = country.getDayDetail(day);
    return work ? '' : (name.split(',')[1] ?? '');
  },
};

/** A day of which the office says otherwise. */
export interface OwnDay {
  readonly day: string;
  readonly off: boolean;
  readonly holiday: string;
  readonly why: string;
}

export const ownDays = (records: readonly RecordFacts[]): OwnDay[] =>
  records.map(({ values }) => ({ day: textOf(values, 'calendarDay.day'), off: textOf(values, 'calendarDay.kind') === '放假', holiday: textOf(values, 'calendarDay.holiday'), why: textOf(values, 'calendarDay.why') }));

/** The country's days, but where the office says otherwise. */
export function officeCalendar(own: readonly OwnDay[]): WorkCalendar {
  if (own.length === 0) return countryCalendar;
  const said = new Map(own.map((each) => [each.day, each]));
  return {
    key: own.map(({ day, off, holiday }) => `${day}${off ? '-' : '+'}${holiday}`).toSorted((a, b) => (a < b ? -1 : 1)).join(' '),
    isWorkday(day) {
      const found = said.get(day);
      return found ? !found.off : countryCalendar.isWorkday(day);
    },
    holidayOn(day) {
      const found = said.get(day);
      if (!found) return countryCalendar.holidayOn(day);
      return found.off ? found.holiday || countryCalendar.holidayOn(day) : '';
    },
  };
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The days of a year that are not as their weekday has them: holidays, make-up days, and what the office says. */
export function specialDays(year: number, own: readonly OwnDay[]): SpecialDay[] {
  const calendar = officeCalendar(own);
  const said = new Map(own.map((each) => [each.day, each]));
  const days: SpecialDay[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const mine = said.get(day);
    const [off, holiday] = [!calendar.isWorkday(day), calendar.holidayOn(day)];
    if (mine || holiday !== '' || off !== isWeekend(day)) days.push({ day, off, holiday, own: mine !== undefined, why: mine?.why ?? '', usual: countryCalendar.isWorkday(day) ? '上班' : '放假' });
  }
  return days;
}
