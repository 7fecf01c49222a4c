import type { BatchSummary, Choice, Verdict } from '../../shared/changes/plan-types.ts';
import { sheetCalled, sheetPlace } from '../../shared/sheets/sheet-place.ts';
import { type PlanQuery, useHouseholdsPage, useRowsPage } from './plan-query.ts';
import { usePreviewView } from './preview-view.ts';
import { useChoose } from './use-choose.ts';
import { verdictWords } from './verdict-words.ts';

/** How the rows are listed, what they are narrowed to, and one word for all rows of a verdict. */
export function ListBar({ summary, done, query }: { summary: BatchSummary; done: boolean; query: PlanQuery }) {
  const { list, sheet, field, sieve, show } = usePreviewView();
  return (
    <div className="list-bar">
      <div className="switch" role="group" aria-label="怎么列">
        <button type="button" aria-pressed={list === 'households'} onClick={() => show({ showing: 'households' })}>按户</button>
        <button type="button" aria-pressed={list === 'rows'} onClick={() => show({ showing: 'rows' })}>逐行</button>
      </div>
      {sheet && <Chip word={`只看 ${sheetCalled(sheet.file, sheet.sheet)}`} full={sheetPlace(sheet.file, sheet.sheet)} close={() => show({ sheet: null })} />}
      {field && <Chip word={`只看改“${field.label}”的`} full={field.label} close={() => show({ field: null })} />}
      <Total query={query} list={list} />
      {done && <span className="quiet">写进登记册的不再列出，改了什么在“记录”里</span>}
      {!done && isChoosable(sieve) && summary.counts[sieve] > 0 && <VerdictChoice verdict={sieve} count={summary.counts[sieve]} />}
    </div>
  );
}

const Chip = ({ word, full, close }: { word: string; full: string; close: () => void }) => (
  <span className="tag" title={full}><span>{word}</span><button type="button" aria-label={`不再${word}`} onClick={close}>×</button></span>
);

function Total({ query, list }: { query: PlanQuery; list: 'households' | 'rows' }) {
  const households = useHouseholdsPage(query, 0, list === 'households');
  const rows = useRowsPage(query, 0, list === 'rows');
  const total = list === 'households' ? households.data?.total : rows.data?.total;
  return <span className="quiet nowrap" role="status">{total === undefined ? '' : list === 'households' ? `${total} 户` : `${total} 行`}</span>;
}

const isChoosable = (sieve: PlanQuery['sieve'] | 'absent'): sieve is 'new' | 'changed' | 'conflict' => sieve === 'new' || sieve === 'changed' || sieve === 'conflict';

/** All rows of a verdict, whatever else the list is narrowed to. */
function VerdictChoice({ verdict, count }: { verdict: Verdict; count: number }) {
  const choose = useChoose();
  const { verdicts, show } = usePreviewView();
  const held = verdicts[verdict];
  const press = (choice: Choice): void => {
    const next = held === choice ? null : choice;
    const { [verdict]: _before, ...others } = verdicts;
    show({ verdicts: next === null ? others : { ...others, [verdict]: next } });
    choose('verdict', verdict, next);
  };
  const conflict = verdict === 'conflict';
  return (
    <span className="list-choice" role="group" aria-label={`所有${verdictWords[verdict].word}的行`}>
      {verdictWords[verdict].word}的 {count} 行
      {conflict && <button type="button" className="tick" aria-pressed={held === 'take'} title="冲突的格都改用表里的；单独选过的不受影响" onClick={() => press('take')}>都用表里的</button>}
      <button type="button" className="tick" aria-pressed={held === 'skip'} title={held === 'skip' ? '照常收' : '这些行全都不收；单独选过的不受影响'} onClick={() => press('skip')}>全不收</button>
    </span>
  );
}
