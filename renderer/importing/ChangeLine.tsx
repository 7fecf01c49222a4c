import type { PlanRow, ValueChange } from '../../shared/changes/plan-types.ts';
import type { KeepReason } from '../../shared/changes/steps.ts';
import { findField } from '../../shared/register/vocabulary.ts';
import { shown } from '../ui/shown.ts';
import { CellChoice } from './CellChoice.tsx';
import { onlyDiffering } from './extra-columns.ts';

const reasons: Record<Exclude<KeepReason, 'rank'>, string> = {
  moved: '表发出去以后，登记册里又改过',
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

interface Props {
  readonly row: PlanRow;
  readonly change: ValueChange;
  readonly done: boolean;
}

/** One value that differs: as the file has it, as the register has it, what will be, and the choice. */
export function ChangeLine({ row, change, done }: Props) {
  const kept = change.kept === true;
  const taken = change.taken ?? !kept;
  if (row.verdict === 'new' && change.old === null && !kept) return <NewLine row={row} change={change} done={done} />;
  const [before, after] = change.field === 'extra' ? onlyDiffering(change.old, change.new) : [change.old, change.new];
  const [old, next] = [shown(change.field, before), shown(change.field, after)];
  const reason = reasonOf(change);
  return (
    <div className={`plan-line${taken || kept ? '' : ' plan-line-left'}`}>
      <span className="quiet">{change.label}</span>
      <span className="plan-text" title={next}>{next === '' ? <i className="quiet">空</i> : next}</span>
      <span className="plan-text" title={old}>{change.why === 'rows' && <i className="quiet">另一行 </i>}{old === '' ? <i className="quiet">空</i> : old}</span>
      <span className="plan-text">
        {taken ? <>{old !== '' && <del>{old}</del>} <ins>{next === '' ? '空' : next}</ins>{kept && <i className="quiet">（{change.why === 'event' ? '办理人口变动' : `改用${change.why === 'rows' ? '这一行' : '表里'}的`}）</i>}</> : <><b>{old === '' ? '空' : old}</b><i className="quiet">（不变）</i></>}
        {reason !== '' && !(kept && taken) && <i className={kept ? 'plan-why' : 'quiet'}> {reason}</i>}
      </span>
      {!done && <CellChoice row={row} change={change} taken={taken} word="不改" />}
    </div>
  );
}

/** A value of somebody or something that the register does not have yet. */
function NewLine({ row, change, done }: Props) {
  const taken = change.taken ?? true;
  const next = shown(change.field, change.new);
  return (
    <div className={`plan-line plan-line-new${taken ? '' : ' plan-line-left'}`}>
      <span className="quiet">{change.label}</span>
      <span className="plan-text" title={next}>{taken ? next : <><del>{next}</del><i className="quiet">（不收）</i></>}</span>
      {!done && findField(change.field)?.required !== true && <CellChoice row={row} change={change} taken={taken} word="不收" />}
    </div>
  );
}
