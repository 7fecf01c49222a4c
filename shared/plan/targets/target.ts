import { textOf, type HouseholdFacts, type MemberFacts, type RecordFacts } from '../../register/facts.ts';
import type { Window } from '../duties/window.ts';
import type { PlanRow } from '../year-plan.ts';
import type { Tally } from './tally.ts';

/** One household as targets look at it. */
export interface PlanHome {
  readonly household: HouseholdFacts;
  /** Who still belongs to it. */
  readonly here: readonly MemberFacts[];
}

/** When a target is looked at, and what the plan says of it. */
export interface At {
  readonly year: number;
  /** yyyy-MM-dd: what is dated later does not count yet. */
  readonly day: string;
  readonly row: PlanRow;
  /** A dated parameter as it holds on a day, in its own unit; null before there is one. */
  readonly parameter: (key: string, day: string) => number | null;
  /** The windows of a duty in the year. */
  readonly windows: (duty: string) => readonly Window[];
}

export type TargetUnit = '户' | '人' | '个' | '次' | '元' | '%' | '倍' | '类' | '名学生';

/**
 * One row of the plan, measured. What it counts of each household and of the records that stand for themselves goes into a
 * tally; where nothing at all is there of what it reads, there is no figure.
 */
export interface Target {
  readonly row: string;
  readonly unit: TargetUnit;
  /** 口径: what is counted, in a sentence. */
  readonly means: string;
  readonly ledgers: readonly string[];
  /** Whether its evidence bears dates, so that a pace can be told. */
  readonly dated: boolean;
  /** No quota and no list: it goes on, and what was done is counted. */
  readonly running?: boolean;
  /** Keys of the duties that it adds up. */
  readonly duties?: readonly string[];
  readonly home?: (home: PlanHome, at: At, tally: Tally) => void;
  readonly whole?: (records: (ledger: string) => readonly RecordFacts[], at: At, tally: Tally) => void;
}

/** Whether a date or month of the record is there and not after the day. */
export function by({ values }: RecordFacts, key: string, { day }: Pick<At, 'day'>): boolean {
  const on = textOf(values, key);
  return on !== '' && on <= day.slice(0, on.length);
}

export const ofYear = ({ year }: RecordFacts, at: Pick<At, 'year'>): boolean => year === null || year === at.year;

const none: readonly RecordFacts[] = [];

/** A household's records of a ledger, of the year and of none. */
export const recordsOf = ({ household }: PlanHome, ledger: string, at: Pick<At, 'year'>): readonly RecordFacts[] => household.records[ledger]?.filter((record) => ofYear(record, at)) ?? none;
export const ofMember = (home: PlanHome, member: MemberFacts, ledger: string, at: Pick<At, 'year'>): readonly RecordFacts[] => {
  const all = recordsOf(home, ledger, at);
  return all.length === 0 ? none : all.filter(({ memberId }) => memberId === member.id);
};

type Base = Pick<Target, 'row' | 'means'> & { readonly ledgers?: readonly string[]; readonly dated?: boolean };

/** Null: done. Else why not. */
type PersonWhy = (member: MemberFacts, home: PlanHome, at: At) => string | null;
type HomeWhy = (home: PlanHome, at: At) => string | null;

/** Everybody who is meant is to be reached. `seen`: whether anything at all is known of it; where nothing is said, a record of its ledgers. */
export function ofPeople({ row, means, ledgers = [], dated = false, meant = () => true, why, seen }: Base & { readonly meant?: (member: MemberFacts, home: PlanHome, at: At) => boolean; readonly why: PersonWhy; readonly seen?: (member: MemberFacts, home: PlanHome) => boolean }): Target {
  return {
    row, means, ledgers, dated, unit: '人',
    home(home, at, tally) {
      const due = home.here.filter((member) => meant(member, home, at));
      if (seen ? home.here.some((member) => seen(member, home)) : ledgers.some((ledger) => recordsOf(home, ledger, at).length > 0)) tally.see();
      tally.people(home, due.map((member) => ({ member, why: why(member, home, at) })));
    },
  };
}

/** Every household that is meant is to be reached. */
export function ofHomes({ row, means, ledgers = [], dated = false, meant = () => true, why, seen }: Base & { readonly meant?: (home: PlanHome, at: At) => boolean; readonly why: HomeWhy; readonly seen?: (home: PlanHome) => boolean }): Target {
  return {
    row, means, ledgers, dated, unit: '户',
    home(home, at, tally) {
      if (seen ? seen(home) : ledgers.some((ledger) => recordsOf(home, ledger, at).length > 0)) tally.see();
      if (home.here.length > 0 && meant(home, at)) tally.household(home, why(home, at));
    },
  };
}

/** Every record of a ledger of households or people is to be as it should. */
export function ofRecords({ row, means, ledger, more = [], dated = true, meant = () => true, why }: Omit<Base, 'ledgers'> & { readonly ledger: string; readonly more?: readonly string[]; readonly meant?: (record: RecordFacts, home: PlanHome, at: At) => boolean; readonly why: (record: RecordFacts, home: PlanHome, at: At) => string | null }): Target {
  return {
    row, means, ledgers: [ledger, ...more], dated, unit: '个',
    home(home, at, tally) {
      for (const record of recordsOf(home, ledger, at)) {
        tally.see();
        if (meant(record, home, at)) tally.record(ledger, record, why(record, home, at), home);
      }
    },
  };
}

/** Every record that stands for itself is to be as it should. */
export function ofAlone({ row, means, ledger, more = [], dated = false, meant = () => true, name, why }: Omit<Base, 'ledgers'> & { readonly ledger: string; readonly more?: readonly string[]; readonly meant?: (record: RecordFacts, at: At) => boolean; readonly name: string; readonly why: (record: RecordFacts, at: At, records: (ledger: string) => readonly RecordFacts[]) => string | null }): Target {
  return {
    row, means, ledgers: [ledger, ...more], dated, unit: '个',
    whole(records, at, tally) {
      for (const record of records(ledger)) {
        if (!ofYear(record, at)) continue;
        tally.see();
        if (meant(record, at)) tally.record(ledger, record, why(record, at, records), null, textOf(record.values, name));
      }
    },
  };
}

/** What goes on without a quota: what was done until the day. */
export function running({ row, means, ledgers, on }: { readonly row: string; readonly means: string; readonly ledgers: readonly string[]; readonly on: Readonly<Record<string, string>> }): Target {
  const count = (ledger: string, records: readonly RecordFacts[], at: At, tally: Tally): void => {
    for (const record of records) {
      if (!ofYear(record, at) || !by(record, on[ledger] ?? '', at)) continue;
      tally.see();
      tally.add(0, 1);
    }
  };
  return {
    row, means, ledgers, dated: true, running: true, unit: '次',
    whole: (records, at, tally) => ledgers.forEach((ledger) => count(ledger, records(ledger), at, tally)),
  };
}
