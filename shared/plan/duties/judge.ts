import type { Duty } from '../year-plan.ts';
import type { Window } from './window.ts';

/** Something that was done and noted down. */
export interface Deed {
  readonly by: string;
  /** yyyy-MM-dd or yyyy-MM. */
  readonly on: string;
  readonly amount: number;
  readonly ledger: string;
  readonly record: string;
}

/** What the office said of one occurrence: done, with its proof, or excused, with the reason. */
export interface DutyMark {
  readonly id: string;
  readonly duty: string;
  readonly who: string;
  readonly due: string;
  readonly state: '已办' | '免办';
  readonly why: string;
}

export type DutyState = 'done' | 'missed' | 'excused' | 'open' | 'later';
export const dutyWords: Readonly<Record<DutyState, string>> = { done: '已办', missed: '逾期', excused: '免办', open: '待办', later: '未到' };

/** One occurrence of a duty for one unit or person. */
export interface DutyLine {
  readonly duty: string;
  readonly row: string;
  readonly title: string;
  readonly who: string;
  readonly label: string;
  readonly from: string;
  readonly due: string;
  readonly remind: string;
  readonly state: DutyState;
  readonly done: number;
  readonly least: number;
  /** Records, or the mark, that prove or excuse it. */
  readonly evidence: readonly { readonly ledger: string; readonly record: string }[];
  readonly why: string;
}

const lastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
/** A month counts on its last day, but while it is running already. */
const within = (on: string, { from, until }: Window, day: string): boolean => {
  if (on.length === 7) return on <= day.slice(0, 7) && lastDay(on) >= from && lastDay(on) <= until;
  return on <= day && on >= from && on <= until;
};

/** 区委 or 区政府 for 区委、区政府; 高台子街道党工委 for 高台子街道. */
const sameUnit = (name: string, who: string): boolean => name !== '' && (name === who || (name.length > 1 && who.includes(name)) || name.includes(who));

/** A duty's occurrences for everybody who owes it, as they stand on a day. */
export function judge(duty: Duty, of: { readonly windows: readonly Window[]; readonly who: readonly string[]; readonly deeds: readonly Deed[]; readonly marks: readonly DutyMark[]; readonly day: string }): DutyLine[] {
  const { windows, who, deeds, marks, day } = of;
  const least = duty.least ?? 1;
  const exact = duty.who === 'helpers';
  return who.flatMap((each) => {
    const own = duty.evidence?.by === undefined ? deeds : deeds.filter(({ by }) => (exact ? by === each : sameUnit(by, each)));
    return windows.map((window): DutyLine => {
      const counted = own.filter(({ on }) => within(on, window, day));
      const done = counted.reduce((sum, { amount }) => sum + amount, 0);
      const mark = marks.find((one) => one.duty === duty.key && one.who === each && one.due === window.until);
      const state: DutyState = mark?.state === '免办' ? 'excused' : mark || (duty.evidence !== undefined && done >= least) ? 'done' : window.until < day ? 'missed' : window.from <= day ? 'open' : 'later';
      return {
        duty: duty.key, row: duty.row, title: duty.title, who: each, label: window.label, from: window.from, due: window.until, remind: window.remind, state, done, least,
        evidence: [...counted.map(({ ledger, record }) => ({ ledger, record })), ...(mark ? [{ ledger: 'dutyMark', record: mark.id }] : [])],
        why: mark?.why ?? '',
      };
    });
  });
}
