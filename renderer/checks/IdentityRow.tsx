import { Button } from 'antd';
import { useState } from 'react';
import type { IdentityCase } from '../../shared/contract/identities.ts';
import { navigate } from '../app/session.tsx';
import type { Trouble } from '../ui/refusal.ts';
import { timeText } from '../ui/times.ts';
import { IdentityCandidates } from './IdentityCandidates.tsx';
import type { IdentityDecisions } from './identity-decisions.ts';
import { IdentityDigits } from './IdentityDigits.tsx';
import { NoteForm, NumberForm } from './IdentityForms.tsx';

interface Props {
  readonly of: IdentityCase;
  readonly decisions: IdentityDecisions;
  /** It is dealt with: the next one is at hand. */
  readonly done: () => void;
}

/** One damaged number: whose, what is wrong, what it may be, and where the clerk says what it is. */
export function IdentityRow({ of, decisions, done }: Props) {
  const [noting, setNoting] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { busy } = decisions;
  const follow = async (work: Promise<Trouble | null>): Promise<void> => {
    setTrouble(null);
    const why = await work;
    setTrouble(why);
    if (why === null) done();
  };
  const take = (number: string): void => void follow(decisions.decide(of, number));
  const shared = of.what === 'shared';
  return (
    <tr data-case={of.case}>
      {shared ? <td colSpan={2}><Bearers of={of} /></td> : (
        <>
          <th scope="row">{of.name}</th>
          <td>{of.householdNo === '' ? '没有户编号' : `户 ${of.householdNo}`}<div className="quiet">{of.village}</div></td>
        </>
      )}
      <td>
        {of.written === '' ? <span className="quiet">空</span> : <span className="identity-written"><IdentityDigits number={of.written} /></span>}
        <div>{of.message}</div>
        {of.source !== null && <div className="quiet">没收的行：{of.source}</div>}
        {of.note && <div className="quiet">已注明：{of.note.reason}（{timeText(of.note.at)}，{of.note.who}）</div>}
      </td>
      <td>{shared ? <p className="quiet">{of.remedy}。</p> : <IdentityCandidates name={of.name} candidates={of.candidates} disabled={busy} take={take} />}</td>
      <td>
        {!shared && <NumberForm name={of.name} busy={busy} take={take} refuse={setTrouble} />}
        {trouble && <p className="identity-trouble" role="alert">{trouble.what}{trouble.remedy !== undefined && `。${trouble.remedy}`}</p>}
        {noting ? (
          <NoteForm of={of} busy={busy} cancel={() => setNoting(false)} save={(reason) => void follow(decisions.note(of, reason))} />
        ) : (
          <div className="identity-ways">
            {!shared && of.householdId !== null && <Button size="small" type="link" onClick={() => navigate({ screen: 'households', rowId: of.householdId ?? '' })}>看这户</Button>}
            {of.note
              ? <Button size="small" type="link" disabled={busy} onClick={() => void follow(decisions.unnote(of))}>重新处理</Button>
              : <Button size="small" type="link" disabled={busy} onClick={() => setNoting(true)}>{of.source === null ? '证件就是这样' : '不收这一行'}</Button>}
          </div>
        )}
      </td>
    </tr>
  );
}

/** Everybody who bears the number, with the way to each. */
function Bearers({ of }: { of: IdentityCase }) {
  return (
    <ul className="identity-bearers">
      {of.bearers.map(({ memberId, name, householdNo, village }) => (
        <li key={memberId}>
          <strong>{name}</strong> 户 {householdNo || '无编号'} <span className="quiet">{village}</span>
          <Button size="small" type="link" aria-label={`看 ${name}（户 ${householdNo}）`} onClick={() => navigate({ screen: 'people', rowId: memberId })}>看这人</Button>
        </li>
      ))}
    </ul>
  );
}
