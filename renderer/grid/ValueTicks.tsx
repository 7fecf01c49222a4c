import { useEffect, useMemo, useState } from 'react';
import { mostValues } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf } from '../../shared/register/field.ts';
import { conditionOfTicks, isAllTicked, isTicked, tick, tickAll, ticksOf } from '../../shared/views/value-ticks.ts';
import { FilterFoot } from './FilterFoot.tsx';
import { FilterSearch } from './FilterSearch.tsx';
import { emptyWord, walkTicks, type TicksProps } from './filter-ticks.ts';

/** Ticks drawn at once; the others are found by typing. */
const mostDrawn = 500;

/** The values of a column with their counts, to be ticked. */
export function ValueTicks({ model, field, subject, context, opened, apply, failed, children }: TicksProps) {
  const [ticks, setTicks] = useState(() => ticksOf(model));
  const [values, setValues] = useState<readonly { readonly value: Stored; readonly count: number }[] | null>(null);
  const [search, setSearch] = useState('');

  useEffect(() => setTicks(ticksOf(model)), [model]);
  useEffect(() => {
    if (opened === 0) return;
    setSearch('');
    context.client.tables.distinct({ ...context.query(), subject, field: field.key }).then(setValues, failed);
  }, [opened, context, subject, field, failed]);

  const words = (value: Stored): string => kindOf(field).show(value) || emptyWord;
  const shown = useMemo(() => (values ?? []).filter(({ value }) => search === '' || (kindOf(field).show(value) || emptyWord).includes(search)), [values, search, field]);
  const applyTicks = (): void => apply(conditionOfTicks(field.key, ticks, (values ?? []).map(({ value }) => value), search === '' ? null : shown.map(({ value }) => value)));
  const tickShown = (on: boolean): void => setTicks(search === '' ? tickAll(on) : tick(ticks, shown.map(({ value }) => value), on));

  return (
    <>
      <FilterSearch value={search} placeholder="找值" onChange={setSearch} onEnter={applyTicks} />
      <div className="filter-values" onKeyDown={walkTicks}>
        <label>
          <input type="checkbox" checked={values === null ? isAllTicked(ticks) : shown.every(({ value }) => isTicked(ticks, value))} onChange={(event) => tickShown(event.target.checked)} />
          <span>{search === '' ? '全选' : '全选找到的'}</span>
        </label>
        {shown.slice(0, mostDrawn).map(({ value, count }) => (
          <label key={String(value)}>
            <input type="checkbox" checked={isTicked(ticks, value)} onChange={(event) => setTicks(tick(ticks, [value], event.target.checked))} />
            <span className={value === null ? 'quiet' : ''}>{words(value)}</span>
            <span className="quiet amount">{count}</span>
          </label>
        ))}
        {shown.length > mostDrawn && <p className="quiet">还有 {shown.length - mostDrawn} 个值，请用上面的框找</p>}
        {(values?.length ?? 0) >= mostValues && <p className="quiet">这一列的值太多，只列出最多的 {mostValues} 个；没列出的，请用上面的条件筛选</p>}
      </div>
      {children}
      <FilterFoot clear={() => apply(null)} applyTicks={applyTicks} />
    </>
  );
}
