import type { Choice, PlanRow, ValueChange } from '../../shared/changes/plan-types.ts';
import { type KeepReason, takeable } from '../../shared/changes/steps.ts';
import { shown } from '../ui/shown.ts';
import { cellTarget } from './chosen-rows.ts';
import { useChoose } from './use-choose.ts';

const reasons: Record<Exclude<KeepReason, 'rank'>, string> = {
  hand: '手工改过',
  rows: '表里前后不一',
  key: '关系到是不是同一个人，要到“人”里改',
  fill: '只填空白',
  event: '人口变动，另行办理',
};

function reasonOf({ kept, why, by }: ValueChange): string {
  if (kept !== true) return by === undefined ? '' : `不用${by}的`;
  if (why === 'rank') return by === undefined ? '以别的部门为准' : `以${by}为准`;
  return why === undefined ? '' : reasons[why];
}

/** One value that differs: as the file has it, as the register has it, what will be, and the choice. */
export function ChangeLine({ row, change, done }: { row: PlanRow; change: ValueChange; done: boolean }) {
  const old = shown(change.field, change.old);
  const next = shown(change.field, change.new);
  const kept = change.kept === true;
  const taken = change.taken ?? !kept;
  const reason = reasonOf(change);
  return (
    <div className={`plan-line${taken || kept ? '' : ' plan-line-left'}`}>
      <span className="quiet">{change.label}</span>
      <span>{next === '' ? <i className="quiet">空</i> : next}</span>
      <span>{old === '' ? <i className="quiet">{row.verdict === 'new' ? '没有' : '空'}</i> : old}</span>
      <span>
        {taken ? <>{old !== '' && <del>{old}</del>} <ins>{next === '' ? '空' : next}</ins>{kept && <i className="quiet">（改用表里的）</i>}</> : <><b>{old === '' ? '空' : old}</b><i className="quiet">（不变）</i></>}
        {reason !== '' && !(kept && taken) && <i className={kept ? 'plan-why' : 'quiet'}> {reason}</i>}
      </span>
      {!done && <CellChoice row={row} change={change} taken={taken} />}
    </div>
  );
}

function CellChoice({ row, change, taken }: { row: PlanRow; change: ValueChange; taken: boolean }) {
  const choose = useChoose();
  const set = (choice: Choice | null): void => choose('cell', cellTarget(row, change), choice);
  const of = `${row.name ?? ''}“${change.label}”`;
  if (change.kept !== true) {
    // Pressed only by what was said of this cell; what the row or column says shows in the line itself.
    const held = change.choice === 'skip';
    const forced = !taken && !held;
    return (
      <span className="cell-choice">
        <button type="button" className="tick" aria-pressed={!taken} aria-label={`${of}不改`} title={taken ? '这一格不改' : '照表里的改'} onClick={() => set(held ? null : forced ? 'take' : 'skip')}>不改</button>
      </span>
    );
  }
  if (change.why === undefined || !takeable.has(change.why)) return <span />;
  return (
    <span className="cell-choice" role="group" aria-label={`${of}用哪个`}>
      <button type="button" className="tick" aria-pressed={!taken} title="用登记册的" onClick={() => set(change.choice === 'take' ? null : 'skip')}>用登记册的</button>
      <button type="button" className="tick" aria-pressed={taken} title="用表里的" onClick={() => set('take')}>用表里的</button>
    </span>
  );
}
