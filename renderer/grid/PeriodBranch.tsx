import type { KeyboardEvent } from 'react';
import { periodWords, tickOf, type Tick } from '../../shared/views/period-ticks.ts';
import type { Ticks } from '../../shared/views/value-ticks.ts';
import type { Branch } from './period-lists.ts';

interface Props {
  readonly branch: Branch;
  readonly ticks: Ticks<string | null>;
  readonly isOpen: (period: string) => boolean;
  readonly open: (period: string, on: boolean) => void;
  readonly tick: (period: string, on: boolean) => void;
}

/** What stands in the tree: the part that the branch above does not say. */
const lastWords = (period: string): string => (period.length === 4 ? `${period}年` : `${Number(period.slice(-2))}${period.length === 7 ? '月' : '日'}`);

const leaves = ({ period, inner }: Branch): readonly string[] => (inner && inner.length > 0 ? inner.flatMap(leaves) : [period]);
const under = ({ inner = [] }: Branch): readonly string[] => inner.flatMap(leaves);

/** A year with its months, a month with its days: one line and, when it is open, those below it. */
export function PeriodBranch({ branch, ticks, isOpen, open, tick }: Props) {
  const { period, count, inner } = branch;
  const widens = inner === undefined || inner.length > 0;
  const opened = widens && isOpen(period);
  const state: Tick = tickOf(ticks, period, under(branch));
  const byArrows = (event: KeyboardEvent): void => {
    if (!widens || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    open(period, event.key === 'ArrowRight');
  };
  return (
    <>
      <div className="period" data-depth={(period.length - 4) / 3} onKeyDown={byArrows}>
        {widens ? <button type="button" tabIndex={-1} aria-label={`${opened ? '收起' : '展开'}${periodWords(period)}`} aria-expanded={opened} onClick={() => open(period, !opened)}>{opened ? '▾' : '▸'}</button> : <i />}
        <label>
          <input
            type="checkbox"
            aria-label={`${periodWords(period)}，${count}`}
            checked={state === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = state === 'some';
            }}
            onChange={() => tick(period, state !== 'all')}
          />
          <span>{lastWords(period)}</span>
          <span className="quiet amount">{count}</span>
        </label>
      </div>
      {opened && inner?.map((each) => <PeriodBranch key={each.period} branch={each} ticks={ticks} isOpen={isOpen} open={open} tick={tick} />)}
    </>
  );
}
