import { useEffect, useMemo, useState } from 'react';
import { foundAmong, readDaySearch, yearOf, type CountedPeriod, type Period } from '../../shared/views/period-ticks.ts';
import { emptyWord, type TicksProps } from './filter-ticks.ts';

/** A year, a month or a day in the tree, with the days below it. */
export interface Branch {
  readonly period: string;
  readonly count: number;
  /** Undefined where they were not asked for yet. */
  readonly inner: readonly Branch[] | undefined;
}

const sum = (branches: readonly { readonly count: number }[]): number => branches.reduce((so, { count }) => so + count, 0);
const named = (counted: readonly CountedPeriod[]): { readonly period: string; readonly count: number }[] => counted.flatMap(({ period, count }) => (period === null ? [] : [{ period, count }]));

/** Years as they come, latest first; their months and days from the first on. */
function treeOf(months: readonly CountedPeriod[], daysOf: (month: string) => readonly CountedPeriod[] | undefined): readonly Branch[] {
  const years = Map.groupBy(named(months), ({ period }) => yearOf(period));
  return [...years].map(([year, of]) => ({
    period: year,
    count: sum(of),
    inner: of.toReversed().map((month) => ({ ...month, inner: daysOf(month.period) && named(daysOf(month.period) ?? []).toReversed().map((day) => ({ ...day, inner: [] })) })),
  }));
}

const none: ReadonlyMap<string, readonly CountedPeriod[]> = new Map();

/** What a column of days holds, as the tree shows it: all of it, or what a search found. Days are asked for when their month is opened. */
export function usePeriodLists({ field, subject, context, opened, failed }: Pick<TicksProps, 'field' | 'subject' | 'context' | 'opened' | 'failed'>) {
  const [all, setAll] = useState<readonly CountedPeriod[] | null>(null);
  const [days, setDays] = useState(none);
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<{ readonly search: string; readonly days: readonly CountedPeriod[] } | null>(null);
  const asked = useMemo(() => (search.trim() === '' ? null : (readDaySearch(search) ?? 'unread')), [search]);
  const ofDay = asked !== null && asked !== 'unread' && asked.day !== undefined;

  useEffect(() => {
    if (opened === 0) return;
    setSearch('');
    setDays(none);
    context.client.tables.periods({ ...context.query(), subject, field: field.key }).then(setAll, failed);
  }, [opened, context, subject, field, failed]);

  useEffect(() => {
    if (asked === null || asked === 'unread' || asked.day === undefined) return;
    let overtaken = false;
    context.client.tables.periods({ ...context.query(), subject, field: field.key, days: asked }).then((answer) => !overtaken && setFound({ search, days: answer }), failed);
    return () => void (overtaken = true);
  }, [asked, search, context, subject, field, failed]);

  const openMonth = (month: string): void => {
    if (days.has(month) || field.kind === 'month') return;
    context.client.tables
      .periods({ ...context.query(), subject, field: field.key, days: { year: month.slice(0, 4), month: month.slice(5) } })
      .then((answer) => setDays((known) => new Map([...known, [month, answer]])), failed);
  };

  const months = all ?? [];
  const foundDays = ofDay && found?.search === search ? found.days : [];
  const blank = months.find(({ period }) => period === null);
  const meaning = (): readonly Period[] | null => {
    if (asked === null) return null;
    if (asked === 'unread') return emptyWord.includes(search.trim()) ? [null] : [];
    return asked.day === undefined ? foundAmong(months.map(({ period }) => period), asked) : foundDays.map(({ period }) => period);
  };
  /** What the search means; null without one. */
  const meant = meaning();

  const inner = (month: string): readonly CountedPeriod[] | undefined => (field.kind === 'month' ? [] : days.get(month));
  const shown = months.filter(({ period }) => period !== null && (meant === null || meant.includes(period) || meant.includes(yearOf(period))));
  const byMonth = Map.groupBy(named(foundDays), ({ period }) => period.slice(0, 7));
  const tree = ofDay ? treeOf([...byMonth].map(([period, of]) => ({ period, count: sum(of) })), (month) => byMonth.get(month)) : treeOf(shown, inner);
  const listed = months.map(({ period }) => period);
  return { tree, listed, meant, search, setSearch, openMonth, unread: asked === 'unread' && meant?.length === 0, blank: blank && (meant === null || meant.includes(null)) ? blank : undefined };
}
