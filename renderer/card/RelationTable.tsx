import type { TableRow } from '../../shared/contract/tables.ts';
import { relation as relations } from '../../shared/register/codes/person-codes.ts';

interface Props {
  readonly members: readonly TableRow[];
  readonly relationOf: (member: TableRow) => string;
  readonly set: (id: string, relation: string) => void;
  /** Somebody who stays where the head goes. */
  readonly stays: (id: string) => boolean;
  readonly proposing: boolean;
}

/** What people are to the head after an event. What follows from before stands there already; the rest must be chosen. */
export function RelationTable({ members, relationOf, set, stays, proposing }: Props) {
  return (
    <fieldset>
      <legend>办理以后各人与户主的关系{proposing && <span className="quiet">（能推出来的已填好，请核对）</span>}</legend>
      {members.map((member) => (
        <label key={member.id} className="card-choice">
          <span>{String(member.values['name'] ?? '')}<span className="quiet"> 原为{String(member.values['relation'] ?? '空')}{stays(member.id) ? '，留在原户' : ''}</span></span>
          <select className="plain-select" aria-label={`${String(member.values['name'] ?? '')}与户主关系`} value={relationOf(member)} onChange={({ target }) => set(member.id, target.value)}>
            <option value="">请选</option>
            {relations.values.map(({ value }) => <option key={value} value={value}>{value}</option>)}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
