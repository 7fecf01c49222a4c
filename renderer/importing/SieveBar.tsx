import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { usePreviewView } from './preview-view.ts';
import { type Sieve, sieveCounts, verdictWords } from './verdict-words.ts';

const order = ['new', 'changed', 'same', 'conflict', 'refused', 'remarked', 'decided', 'absent'] as const;

/** The counts are the filters. */
export function SieveBar({ summary }: { summary: BatchSummary }) {
  const { sheet, sieve, show } = usePreviewView();
  const counts = sieveCounts(summary, sheet);
  const choose = (next: Sieve): void => show({ sieve: next, field: null });
  return (
    <div className="sieve-bar" role="group" aria-label="按结果筛选">
      <SieveButton word="全部" sign="" note="所有行" count={counts.all} pressed={sieve === 'all'} onClick={() => choose('all')} kind="all" />
      {order.map((each) => <SieveButton key={each} {...verdictWords[each]} kind={each} count={counts[each]} pressed={sieve === each} onClick={() => choose(each)} />)}
    </div>
  );
}

function SieveButton(props: { kind: Sieve; word: string; sign: string; note: string; count: number; pressed: boolean; onClick: () => void }) {
  return (
    <button type="button" className={`sieve mark-${props.count > 0 ? props.kind : 'none'}`} aria-pressed={props.pressed} title={props.note} onClick={props.onClick}>
      <strong>{props.count}</strong>
      <span>{props.sign}{props.word}</span>
    </button>
  );
}
