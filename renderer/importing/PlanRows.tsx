import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../app/session.tsx';
import { Later } from '../ui/Later.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useNearView } from '../ui/near-view.ts';
import type { SheetChoice } from './FilePanel.tsx';
import './plan-rows.css';
import { PlanRowView } from './PlanRowView.tsx';
import { type Sieve, verdictWords } from './verdict-words.ts';

const blockSize = 50;
/** A guess of a row's height, until its block has been on screen. */
const usualHeight = 34;

interface Query {
  readonly batch: number;
  readonly sieve: Exclude<Sieve, 'absent'>;
  readonly sheet: SheetChoice | null;
}

function usePage({ batch, sieve, sheet }: Query, block: number, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: ['planRows', batch, sieve, sheet?.file, sheet?.sheet, block],
    enabled,
    queryFn: () => client.importing.rows({ batch, offset: block * blockSize, limit: blockSize, ...(sieve === 'all' ? {} : { verdict: sieve }), ...sheet }),
  });
}

/** The rows of the plan, as many as there may be: only blocks near the view are read and drawn. */
export function PlanRows(props: Query & { done: boolean }) {
  const first = usePage(props, 0);
  if (first.isPending) return <Later><p className="rows-note" role="status">正在读取……</p></Later>;
  if (first.isError) return <div className="rows-note"><Problem error={first.error} doing="读取预览" retry={() => void first.refetch()} /></div>;
  const { total } = first.data;
  if (total === 0) return <p className="rows-note quiet">{props.sieve === 'all' ? '没有可以导入的行。' : `没有“${verdictWords[props.sieve].word}”的行。`}</p>;
  const blocks = Math.ceil(total / blockSize);
  return (
    <div className="plan-rows" role="table" aria-label="逐行结果" aria-rowcount={total} tabIndex={0}>
      <div className="plan-head" role="row">
        {['行', '户编号', '姓名', '村', '结果', '项目', '表里', '登记册里', props.done ? '现在' : '导入后'].map((word) => <span key={word} role="columnheader">{word}</span>)}
      </div>
      {Array.from({ length: blocks }, (_, block) => (
        <Block key={block} query={props} block={block} rows={Math.min(blockSize, total - block * blockSize)} />
      ))}
    </div>
  );
}

function Block({ query, block, rows }: { query: Query; block: number; rows: number }) {
  const { place, near, height } = useNearView<HTMLDivElement>();
  const page = usePage(query, block, near || block === 0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const drawn = near && page.data !== undefined;
  return (
    <div role="rowgroup" ref={place} style={drawn ? undefined : { height: height ?? rows * usualHeight }}>
      {drawn && page.data.rows.map((row) => {
        const key = `${row.file}|${row.sheet}|${row.row}`;
        return <PlanRowView key={key} row={row} open={opened.has(key)} show={() => setOpened(new Set([...opened, key]))} />;
      })}
      {near && page.isError && <Problem error={page.error} doing="读取预览" retry={() => void page.refetch()} />}
    </div>
  );
}
