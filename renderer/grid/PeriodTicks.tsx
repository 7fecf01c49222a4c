import { useEffect, useState } from 'react';
import { mostValues } from '../../shared/contract/tables.ts';
import { conditionOfPeriods, periodTicksOf, tickOf, tickPeriods, type Period } from '../../shared/views/period-ticks.ts';
import { isAllTicked } from '../../shared/views/value-ticks.ts';
import { FilterFoot } from './FilterFoot.tsx';
import { FilterSearch } from './FilterSearch.tsx';
import { PeriodBranch } from './PeriodBranch.tsx';
import { emptyWord, walkTicks, type TicksProps } from './filter-ticks.ts';
import { usePeriodLists } from './period-lists.ts';

/** A column of days as years, months and days with their counts, to be ticked: a year takes its months with it. */
export function PeriodTicks({ model, apply, children, ...around }: TicksProps) {
  const { tree, listed, meant, search, setSearch, openMonth, unread, blank } = usePeriodLists(around);
  const { field, opened } = around;
  const [ticks, setTicks] = useState(() => periodTicksOf(model));
  /** Opened by hand, or closed where a search has opened it. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => setTicks(periodTicksOf(model)), [model]);
  useEffect(() => setTurned(new Set()), [opened, search]);

  // What a search found below the years is open by itself.
  const byItself = (period: string): boolean => (meant === null ? tree.length === 1 && period.length === 4 : meant.some((found) => found !== null && found.length > period.length));
  const isOpen = (period: string): boolean => byItself(period) !== turned.has(period);
  const open = (period: string, on: boolean): void => {
    if (isOpen(period) === on) return;
    const next = new Set(turned);
    if (!next.delete(period)) next.add(period);
    setTurned(next);
    if (on && period.length === 7) openMonth(period);
  };
  const tick = (which: readonly Period[], on: boolean): void => setTicks(tickPeriods(ticks, which, on));
  // Of what a search has narrowed only that is ticked which it found.
  const inSight = (period: string): readonly Period[] => meant?.filter((found) => found !== null && (found.startsWith(period) || period.startsWith(found))).map((found) => (found !== null && found.length > period.length ? found : period)) ?? [period];
  const all = meant ?? [...tree.map(({ period }) => period), ...(blank ? [null] : [])];
  // Before the list has come, too, a tick is what was pressed.
  const everyone = all.length === 0 && meant === null ? isAllTicked(ticks) : all.every((period) => tickOf(ticks, period, listed.filter((month): month is string => period !== null && (month?.startsWith(period) ?? false))) === 'all');
  const applyTicks = (): void => apply(conditionOfPeriods(field.key, ticks, listed, meant));

  return (
    <>
      <FilterSearch value={search} placeholder="找日子：2020、2020年3月、3月15日" onChange={setSearch} onEnter={applyTicks} />
      <div className="filter-values" onKeyDown={walkTicks}>
        <label>
          <input type="checkbox" checked={everyone} onChange={(event) => (meant === null ? setTicks({ but: event.target.checked, values: new Set() }) : tick(meant, event.target.checked))} />
          <span>{meant === null ? '全选' : '全选找到的'}</span>
        </label>
        {tree.map((branch) => <PeriodBranch key={branch.period} branch={branch} ticks={ticks} isOpen={isOpen} open={open} tick={(period, on) => tick(inSight(period), on)} />)}
        {blank && (
          <label>
            <input type="checkbox" checked={tickOf(ticks, null) === 'all'} onChange={(event) => tick([null], event.target.checked)} />
            <span className="quiet">{emptyWord}</span>
            <span className="quiet amount">{blank.count}</span>
          </label>
        )}
        {unread && <p className="quiet">请写成 2020、2020年3月、3月或 3月15日 这样</p>}
        {(meant?.length ?? 0) >= mostValues && <p className="quiet">找到的日子太多，只列出最近的 {mostValues} 个，请写得细一些</p>}
      </div>
      {children}
      <FilterFoot clear={() => apply(null)} applyTicks={applyTicks} />
    </>
  );
}
