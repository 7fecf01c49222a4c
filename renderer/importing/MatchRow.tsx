import { Button } from 'antd';
import { navigate } from '../app/session.tsx';
import { MarkedNumber } from './MarkedNumber.tsx';
import type { RowAnswer } from './match-desk.ts';
import type { MatchLine } from './match-lines.ts';

interface Props {
  readonly line: MatchLine;
  readonly answer: (answer: RowAnswer) => void;
}

/** One line of a quadrant: what differs, or who may be meant and the buttons to say so. */
export function MatchRow({ line, answer }: Props) {
  const { place, name, number, text, fields, told, memberId, theirs, near } = line;
  const answered = told.includes('答复');
  return (
    <tr>
      <td className="nowrap">{place}</td>
      <td className="match-name">{name}</td>
      <td>
        {text !== '' && <div>{text}</div>}
        {memberId === null && near.length === 0 && number !== '' && <div className="quiet">{number}</div>}
        {fields.map(({ field, label, register, theirs: said }) => (
          <div key={field}>{label}：<span className="quiet">登记册</span> {register === '' ? <span className="quiet">空</span> : register} <span className="quiet">名单</span> <strong>{said}</strong></div>
        ))}
        {told !== '' && (
          <div className="quiet">
            {told}
            {answered && theirs !== null && <button type="button" className="link-button" aria-label={`收回对 ${name} 的答复`} onClick={() => answer({ theirs, memberId: undefined })}>收回</button>}
          </div>
        )}
        <Candidates line={line} answer={answer} />
      </td>
      <td className="nowrap">{memberId !== null && <Button size="small" aria-label={`去看 ${name}`} onClick={() => navigate({ screen: 'people', rowId: memberId })}>去看</Button>}</td>
    </tr>
  );
}

function Candidates({ line: { near, theirs, name, number }, answer }: Props) {
  if (theirs === null || near.length === 0) return null;
  return (
    <ul className="near-people" aria-label={`${name || '这一行'} 可能是`}>
      {near.map(({ candidate, why, differs }) => (
        <li key={candidate.memberId}>
          <Button size="small" className="near-yes" aria-label={`就是 ${candidate.village}${candidate.name}`} onClick={() => answer({ theirs, memberId: candidate.memberId })}>就是他</Button>
          <div>
            <div><strong>{candidate.name}</strong> {candidate.village} 户 {candidate.householdNo} <span className="quiet">{why}</span></div>
            <div className="near-numbers">
              <span className="quiet">登记册</span> <MarkedNumber number={candidate.identityNo} differs={differs} />
              {number !== '' && differs.length > 0 && <> <span className="quiet">名单</span> <MarkedNumber number={number} differs={number.length === candidate.identityNo.length ? differs : []} /></>}
            </div>
          </div>
        </li>
      ))}
      <li><Button size="small" aria-label={`${name || '这一行'} 都不是`} onClick={() => answer({ theirs, memberId: null })}>{near.length > 1 ? '都不是' : '不是'}</Button> <span className="quiet">不在册；下次不再问</span></li>
    </ul>
  );
}
