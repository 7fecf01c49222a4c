import { Button } from 'antd';
import { useState } from 'react';
import { everybodyWords, findMatchSubject } from '../../shared/changes/match-subjects.ts';
import type { Matching, NearMatch } from '../../shared/changes/matching.ts';
import { navigate } from '../app/session.tsx';

/** Lines of one quadrant on screen; the workbook has them all. */
const most = 200;

interface Line {
  readonly id: string;
  readonly row: number | null;
  readonly name: string;
  readonly text: string;
  readonly memberId?: string;
  /** Named where somebody may say who it is. */
  readonly theirs?: string;
  readonly near?: readonly NearMatch[];
  readonly told?: string | undefined;
}

interface Quadrant {
  readonly key: string;
  readonly word: string;
  readonly lines: readonly Line[];
}

function quadrants(found: Matching): readonly Quadrant[] {
  const words = (found.subject === null ? undefined : findMatchSubject(found.subject)?.words) ?? everybodyWords;
  const nearOf = Map.groupBy(found.near, ({ theirs }) => theirs);
  const id = ({ sheet, row }: { sheet: string; row: number }): string => `${sheet} ${row}`;
  return [
    { key: 'differ', word: words.differ, lines: found.differ.map((line) => ({ id: id(line), row: line.row, name: line.name, memberId: line.memberId, told: line.told, text: line.fields.map(({ label, register, theirs }) => `${label}：登记册 ${register || '空'}，名单 ${theirs}`).join('；') })) },
    { key: 'theirs', word: words.onlyTheirs, lines: found.onlyTheirs.map((line) => ({ id: id(line), row: line.row, name: line.name, text: '', theirs: line.theirs, told: line.told, near: nearOf.get(line.theirs) ?? [] })) },
    { key: 'register', word: words.onlyRegister, lines: found.onlyRegister.map(({ memberId, name, village, householdNo, why }) => ({ id: memberId, row: null, name, memberId, text: `${village}，户 ${householdNo}${why === '' ? '' : `：${why}`}` })) },
    { key: 'unusable', word: '没法比对', lines: found.unusable.map((line) => ({ id: id(line), row: line.row, name: line.name, text: line.why, theirs: line.theirs, near: nearOf.get(line.theirs) ?? [] })) },
    { key: 'both', word: words.both, lines: found.both.map((line) => ({ id: id(line), row: line.row, name: line.name, memberId: line.memberId, told: line.told, text: '' })) },
  ];
}

/** Where the rows of a list and the people of the register stand; who may be meant is offered to be said. */
export function MatchResult({ found, answer }: { found: Matching; answer: (theirs: string, memberId: string | null | undefined) => Promise<void> }) {
  const all = quadrants(found);
  const [chosen, setChosen] = useState(all.find(({ lines }) => lines.length > 0)?.key ?? 'both');
  const { lines = [] } = all.find(({ key }) => key === chosen) ?? {};
  return (
    <section aria-label="比对结果">
      <div className="sieve-bar" role="group" aria-label="按结果看">
        {all.map(({ key, word, lines: { length } }) => (
          <button key={key} type="button" className="sieve" aria-pressed={key === chosen} onClick={() => setChosen(key)}>
            <strong>{length}</strong>
            <span>{word}</span>
          </button>
        ))}
      </div>
      <table className="plain-table">
        <thead><tr><th>行</th><th>姓名</th><th>说明</th><th aria-label="去看" /></tr></thead>
        <tbody>
          {lines.slice(0, most).map((line) => <ResultLine key={line.id} line={line} answer={answer} />)}
        </tbody>
      </table>
      {lines.length > most && <p className="quiet">只列前 {most} 行，共 {lines.length} 行；名单里的各行都在回执里。</p>}
      {lines.length === 0 && <p className="quiet">没有。</p>}
    </section>
  );
}

function ResultLine({ line: { row, name, text, memberId, theirs, near = [], told }, answer }: { line: Line; answer: (theirs: string, memberId: string | null | undefined) => Promise<void> }) {
  return (
    <tr>
      <td>{row}</td>
      <td className="nowrap">{name}</td>
      <td>
        {text}
        {told !== undefined && <span className="quiet">（{told}{told.includes('答复') && theirs !== undefined ? <> <Button type="link" size="small" onClick={() => void answer(theirs, undefined)}>收回答复</Button></> : null}）</span>}
        {theirs !== undefined && near.map(({ candidate, why, differs }) => (
          <div key={candidate.memberId} className="near-match">
            <span>可能是 {candidate.name}（{candidate.village}，户 {candidate.householdNo}）：{why}</span>{' '}
            <Marked number={candidate.identityNo} places={differs} />{' '}
            <Button size="small" onClick={() => void answer(theirs, candidate.memberId)}>就是这个人</Button>
          </div>
        ))}
        {theirs !== undefined && near.length > 0 && <Button size="small" type="link" onClick={() => void answer(theirs, null)}>都不是，不在册</Button>}
      </td>
      <td className="nowrap">{memberId === undefined ? null : <Button size="small" onClick={() => navigate({ screen: 'people', rowId: memberId })}>去看</Button>}</td>
    </tr>
  );
}

/** A number with the places that are not as theirs in bold. */
function Marked({ number, places }: { number: string; places: readonly number[] }) {
  if (number === '') return null;
  // A place of a number is its name.
  return <code>{[...number].map((digit, at) => (places.includes(at) ? <b key={`${at}${digit}`}>{digit}</b> : digit))}</code>;
}
