import type { Choice, PlanRow, ValueChange } from '../../shared/changes/plan-types.ts';
import { takeable } from '../../shared/changes/steps.ts';
import { cellTarget } from './chosen-rows.ts';
import { usePreviewView } from './preview-view.ts';
import { useChoose } from './use-choose.ts';

/** Whether one value is taken; of one that stays although the file says otherwise, whose. `word` says what leaving out means. */
export function CellChoice({ row, change, taken, word }: { row: PlanRow; change: ValueChange; taken: boolean; word: '不改' | '不收' }) {
  const choose = useChoose();
  const show = usePreviewView((state) => state.show);
  const set = (choice: Choice | null): void => choose('cell', cellTarget(row, change), choice);
  const of = `${row.name ?? ''}“${change.label}”`;
  if (change.kept !== true) {
    const held = change.choice === 'skip';
    // Where the row or the column leaves it out, only an outright word brings this cell back.
    const wider = !taken && !held;
    return (
      <span className="cell-choice">
        <button type="button" className="tick" aria-pressed={!taken} aria-label={`${of}${word}`} title={taken ? `这一格${word}` : '照表里的'} onClick={() => set(held ? null : wider ? 'take' : 'skip')}>{word}</button>
      </span>
    );
  }
  if (change.why === 'event') return <span className="cell-choice"><button type="button" className="in-text" onClick={() => show({ showing: 'events' })}>去办理</button></span>;
  if (change.why === undefined || !takeable.has(change.why)) return <span />;
  // What another row of these files says is not in the register yet.
  const [standing, said] = change.why === 'rows' ? ['用另一行的', '用这一行的'] : ['用登记册的', '用表里的'];
  return (
    <span className="cell-choice" role="group" aria-label={`${of}用哪个`}>
      <button type="button" className="tick" aria-pressed={!taken} title={standing} onClick={() => set(change.choice === 'take' ? null : 'skip')}>{standing}</button>
      <button type="button" className="tick" aria-pressed={taken} title={said} onClick={() => set('take')}>{said}</button>
    </span>
  );
}
