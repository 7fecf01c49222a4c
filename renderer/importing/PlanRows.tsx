import { useMemo, useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useNearView } from '../ui/near-view.ts';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { moveByArrows } from './move-by-arrows.ts';
import { PlanHeadings } from './PlanHeadings.tsx';
import { emptyWords, type PlanQuery, rowsAtOnce, useRowsPage } from './plan-query.ts';
import { PlanRowView } from './PlanRowView.tsx';
import { kindsBySheet } from './sheet-kinds-of.ts';

interface Props {
  readonly query: PlanQuery;
  readonly summary: BatchSummary;
  readonly done: boolean;
}

/** A guess of a row's height, until its block has been on screen. */
const usualHeight = 34;

/** The rows of the plan, as many as there may be: only blocks near the view are read and drawn. */
export function PlanRows({ query, summary, done }: Props) {
  const first = useRowsPage(query, 0);
  if (first.isPending || first.isError) return <div className="rows-note"><Reading of={first} what="预览" /></div>;
  const { total } = first.data;
  if (total === 0) return <p className="rows-note quiet">{emptyWords(query, summary, done)}</p>;
  return (
    <div className="plan-rows" role="table" aria-label="逐行结果" aria-rowcount={total} tabIndex={0} onKeyDown={moveByArrows}>
      <PlanHeadings list="rows" done={done} />
      {Array.from({ length: Math.ceil(total / rowsAtOnce) }, (_, block) => (
        <Block key={block} query={query} summary={summary} done={done} block={block} count={Math.min(rowsAtOnce, total - block * rowsAtOnce)} />
      ))}
    </div>
  );
}

function Block({ query, summary, done, block, count }: Props & { block: number; count: number }) {
  const { place, near, height } = useNearView<HTMLDivElement>();
  const page = useRowsPage(query, block, near || block === 0);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const drawn = near && page.data !== undefined;
  const toggle = (position: number): void => setOpened(opened.has(position) ? new Set([...opened].filter((each) => each !== position)) : new Set([...opened, position]));
  const kinds = useMemo(() => kindsBySheet(summary), [summary]);
  return (
    <div role="rowgroup" ref={place} style={drawn ? undefined : { height: height ?? count * usualHeight }}>
      {drawn && page.data.rows.map((row) => <PlanRowView key={row.position} row={row} list="rows" kind={kinds(row)} done={done} open={opened.has(row.position)} toggle={() => toggle(row.position)} />)}
      {near && page.isError && <Problem error={page.error} doing="读取预览" retry={() => void page.refetch()} />}
    </div>
  );
}
