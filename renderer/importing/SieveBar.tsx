import type { BatchSummary, Counts } from '../../shared/changes/plan-types.ts';
import type { SheetChoice } from './FilePanel.tsx';
import { remarkCount, rowCount, type Sieve, verdictWords } from './verdict-words.ts';

const order = ['new', 'changed', 'same', 'conflict', 'refused', 'remarked', 'absent'] as const;

/** The counts are the filters. */
export function SieveBar(props: { summary: BatchSummary; sheet: SheetChoice | null; sieve: Sieve; choose: (sieve: Sieve) => void }) {
  const { summary, sheet, sieve, choose } = props;
  const chosen = sheet && summary.files.find(({ file }) => file === sheet.file)?.sheets.find((each) => each.sheet === sheet.sheet);
  const counts: Counts = chosen?.counts ?? summary.counts;
  const numbers = { ...counts, remarked: chosen?.remarks ?? remarkCount(summary), absent: summary.absent };
  return (
    <div className="sieve-bar" role="group" aria-label="按结果筛选">
      <SieveButton word="全部" sign="" note="所有行" count={rowCount(counts)} pressed={sieve === 'all'} onClick={() => choose('all')} kind="all" />
      {order.map((each) => (
        <SieveButton key={each} {...verdictWords[each]} kind={each} count={numbers[each]} pressed={sieve === each} onClick={() => choose(each)} />
      ))}
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
