import { useMemo, useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useNearView } from '../ui/near-view.ts';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { HouseholdBlock } from './HouseholdBlock.tsx';
import { moveByArrows } from './move-by-arrows.ts';
import { PlanHeadings } from './PlanHeadings.tsx';
import { emptyWords, householdsAtOnce, type PlanQuery, useHouseholdsPage } from './plan-query.ts';
import { kindsBySheet } from './sheet-kinds-of.ts';

interface Props {
  readonly query: PlanQuery;
  readonly summary: BatchSummary;
  readonly done: boolean;
}

/** A guess of a household's height, until its block has been on screen. */
const usualHeight = 100;

/** The plan household by household, as many as there may be: only what is near the view is read and drawn. */
export function PlanHouseholds({ query, summary, done }: Props) {
  const first = useHouseholdsPage(query, 0);
  if (first.isPending || first.isError) return <div className="rows-note"><Reading of={first} what="预览" /></div>;
  const { total } = first.data;
  if (total === 0) return <p className="rows-note quiet">{emptyWords(query, summary, done)}</p>;
  return (
    <div className="plan-rows" role="table" aria-label="按户核对" tabIndex={0} onKeyDown={moveByArrows}>
      <PlanHeadings list="households" done={done} />
      {Array.from({ length: Math.ceil(total / householdsAtOnce) }, (_, block) => (
        <Block key={block} query={query} summary={summary} done={done} block={block} count={Math.min(householdsAtOnce, total - block * householdsAtOnce)} />
      ))}
    </div>
  );
}

function Block({ query, summary, done, block, count }: Props & { block: number; count: number }) {
  const { place, near, height } = useNearView<HTMLDivElement>();
  const page = useHouseholdsPage(query, block, near || block === 0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const drawn = near && page.data !== undefined;
  const toggle = (key: string): void => setOpened(opened.has(key) ? new Set([...opened].filter((each) => each !== key)) : new Set([...opened, key]));
  const kinds = useMemo(() => kindsBySheet(summary), [summary]);
  return (
    <div role="presentation" ref={place} style={drawn ? undefined : { height: height ?? count * usualHeight }}>
      {drawn && page.data.households.map((household) => (
        <HouseholdBlock key={household.grouping} household={household} kinds={kinds} done={done} opened={opened} toggle={toggle} />
      ))}
      {near && page.isError && <Problem error={page.error} doing="读取预览" retry={() => void page.refetch()} />}
    </div>
  );
}
