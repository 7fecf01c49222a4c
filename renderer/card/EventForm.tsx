import { Button } from 'antd';
import { eventReasons, statusChanges } from '../../shared/changes/life-events.ts';
import { relationToNewHead } from '../../shared/changes/relation-to-new-head.ts';
import type { CardEvent } from '../../shared/contract/cards.ts';
import type { TableRow } from '../../shared/contract/tables.ts';
import { goneStates } from '../../shared/register/member-state.ts';
import { field } from '../../shared/register/vocabulary.ts';
import { navigate, useClient } from '../app/session.tsx';
import { TypedValue } from '../grid/TypedValue.tsx';
import { useCard } from './card-desk.ts';
import { CardForm } from './CardForm.tsx';
import type { EventDraft } from './event-draft.ts';
import { RelationTable } from './RelationTable.tsx';
import { Whom } from './Whom.tsx';

const text = (row: TableRow, key: string): string => String(row.values[key] ?? '');
const say: Readonly<Record<CardEvent['kind'], string>> = { leave: '记为减少', move: '转到那一户', split: '分户', merge: '并户', head: '换户主', status: '记入状态' };

/** A life event, done here: who, why, when, by which paper, and what people are to the head afterwards. */
export function EventForm({ draft, change, close }: { readonly draft: EventDraft; readonly change: (part: Partial<EventDraft>) => void; readonly close: () => void }) {
  const { card, year, run } = useCard();
  const client = useClient();
  const { choice, who, reason, on, paper, detail, no, there, given } = draft;
  const { kind } = choice;

  const here = card.members.filter((member) => !goneStates.has(text(member, 'memberState')));
  const chosen = kind === 'merge' ? here : here.filter(({ id }) => who.includes(id));
  const left = kind === 'head' || kind === 'leave' ? here : here.filter((member) => !chosen.includes(member));
  const status = statusChanges.find((each) => each.kind === choice.status);
  const formerHead = here.find((member) => text(member, 'relation') === '户主') ?? card.members.find((member) => text(member, 'relation') === '户主');
  const proposed = (member: TableRow): string => {
    const [head] = chosen;
    if (kind !== 'head' || !head || !formerHead) return '';
    if (member.id === head.id) return '户主';
    const traits = (of: TableRow) => ({ relation: text(of, 'relation'), sex: text(of, 'sex') });
    return relationToNewHead(traits(member), traits(head), traits(formerHead));
  };
  // Whoever stays keeps what they are to the head, unless the head goes.
  const headGoes = kind !== 'leave' && kind !== 'head' && chosen.some((member) => text(member, 'relation') === '户主');
  const asked: readonly TableRow[] = kind === 'head' ? (chosen.length > 0 ? here : []) : kind === 'leave' || kind === 'status' ? [] : headGoes ? [...chosen, ...left] : chosen;
  const relationOf = (member: TableRow): string => given[member.id] ?? proposed(member);
  const relations = Object.fromEntries(asked.map((member) => [member.id, relationOf(member)]));

  const event = (): CardEvent => {
    const base = { householdId: card.household.id, reason, on, paper, base: card.revision };
    const memberIds = chosen.map(({ id }) => id);
    switch (kind) {
      case 'leave': return { ...base, kind, memberIds };
      case 'head': return { ...base, kind, memberId: memberIds[0] ?? '', relations };
      case 'merge': return { ...base, kind, to: { householdId: there?.householdId ?? '' }, relations };
      case 'move': return { ...base, kind, memberIds, to: { householdId: there?.householdId ?? '' }, relations, year };
      case 'split': return { ...base, kind, memberIds, to: { householdNo: no }, relations, year };
      case 'status': return { ...base, kind, status: choice.status ?? '', detail, year };
    }
  };
  const ready = kind === 'status' || (chosen.length > 0 && reason !== '' && (kind === 'leave' || kind === 'head' || kind === 'split' || there !== null));
  const save = async (): Promise<void> => {
    let made: string | null = null;
    const done = await run(`办理${choice.label}`, async () => {
      const answer = await client.cards.event(event());
      ({ made } = answer);
      return answer;
    });
    if (!done) return;
    close();
    if (made !== null) navigate({ screen: 'households', rowId: made });
  };
  return (
    <CardForm label={`办理：${choice.label}`} submit={() => void save()} close={close}>
      <h4>办理：{choice.label}{status && <span className="quiet"> {status.note}</span>}</h4>
      {kind !== 'status' && kind !== 'merge' && (
        <fieldset>
          <legend>{kind === 'head' ? '新户主' : '哪些人'}</legend>
          {here.map((member) => (
            <label key={member.id} className="card-choice">
              <input type={kind === 'head' ? 'radio' : 'checkbox'} name="who" checked={who.includes(member.id)} onChange={({ target }) => change({ who: kind === 'head' ? [member.id] : target.checked ? [...who, member.id] : who.filter((id) => id !== member.id) })} />
              {text(member, 'name')}<span className="quiet"> {text(member, 'relation')}</span>
            </label>
          ))}
        </fieldset>
      )}
      {(kind === 'move' || kind === 'merge') && <Whom about="household" later={kind === 'move'} chosen={there} choose={(found) => change({ there: found })} />}
      <div className="card-fields">
        {kind === 'split' && <TypedValue field={{ ...field('householdNo'), label: '新户的户编号（还没有就空着）' }} value={no} change={(text) => change({ no: text })} />}
        {kind !== 'status' && (
          <label>
            <span>原因 <em>必填</em></span>
            <select className="plain-select" value={reason} onChange={({ target }) => change({ reason: target.value })}>
              <option value="">请选</option>
              {eventReasons[kind].map((each) => <option key={each} value={each}>{each}</option>)}
            </select>
          </label>
        )}
        {status?.detail && <TypedValue field={{ ...field(status.detail), required: true }} value={detail} change={(text) => change({ detail: text })} />}
        <TypedValue field={{ ...field(kind === 'status' ? 'status.on' : 'movement.on'), label: kind === 'status' ? '年月' : '日期', required: true }} value={on} change={(text) => change({ on: text })} />
        <TypedValue field={{ ...field('movement.paper'), label: '依据材料' }} value={paper} change={(text) => change({ paper: text })} />
      </div>
      {asked.length > 0 && <RelationTable members={asked} relationOf={relationOf} set={(id, relation) => change({ given: { ...given, [id]: relation } })} stays={(id) => headGoes && left.some((member) => member.id === id)} proposing={kind === 'head'} />}
      {kind === 'split' && <p className="quiet">新户沿用原户的地址、识别标准和时间、脱贫年度，以及 {year} 年的脱贫属性、户属性、致贫原因，之后可以改。</p>}
      <div className="card-form-foot">
        <Button type="primary" size="small" htmlType="submit" disabled={!ready}>{say[kind]}</Button>
        <Button size="small" title="Esc" onClick={close}>不办了</Button>
      </div>
    </CardForm>
  );
}
