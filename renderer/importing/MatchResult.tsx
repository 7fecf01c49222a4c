import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Matching } from '../../shared/changes/matching.ts';
import { type RowAnswer, useMatchDesk } from './match-desk.ts';
import { plainlyMeant, quadrantsOf } from './match-lines.ts';
import { MatchRow } from './MatchRow.tsx';

/** Lines of one quadrant that are shown at once; the return sheet has them all. */
const most = 100;

interface Props {
  readonly found: Matching;
  readonly answer: (answers: readonly RowAnswer[]) => Promise<void>;
}

/** Where the rows of a list and the people of the register stand. */
export function MatchResult({ found, answer }: Props) {
  const quadrants = useMemo(() => quadrantsOf(found), [found]);
  const { quadrant, look } = useMatchDesk();
  const [shown, setShown] = useState(most);
  const [first] = quadrants;
  const chosen = quadrants.find(({ key }) => key === quadrant) ?? quadrants.find(({ count }) => count > 0) ?? first;
  const lines = useMemo(() => chosen?.lines() ?? [], [chosen]);
  const plain = useMemo(() => lines.filter(plainlyMeant), [lines]);
  const body = useRef<HTMLTableSectionElement>(null);
  const answeredAt = useRef<number | null>(null);
  // A row that was answered goes; the keyboard goes on with the one that has come into its place.
  useEffect(() => {
    if (answeredAt.current === null) return;
    const rows = [...(body.current?.rows ?? [])];
    const next = rows.slice(answeredAt.current).concat(rows.toReversed()).find((row) => row.querySelector('button'));
    next?.querySelector('button')?.focus();
    answeredAt.current = null;
  }, [lines]);
  if (!chosen) return null;
  const say = async (answers: readonly RowAnswer[], at: number): Promise<void> => {
    await answer(answers);
    answeredAt.current = at;
  };
  return (
    <section aria-label="比对结果">
      <div className="sieve-bar" role="group" aria-label="按结果看">
        {quadrants.map(({ key, word, count }) => (
          <button key={key} type="button" className="sieve" aria-pressed={key === chosen.key} onClick={() => { look(key); setShown(most); }}>
            <strong>{count}</strong>
            <span>{word}</span>
          </button>
        ))}
      </div>
      <div className="match-hint">
        <p className="quiet">{chosen.hint}</p>
        {plain.length > 1 && <Button size="small" onClick={() => void say(plain.flatMap(({ theirs, near: [only] }) => (theirs === null || !only ? [] : [{ theirs, memberId: only.candidate.memberId }])), 0)}>{plain.length} 行都只有一个同名的人：全部认下</Button>}
      </div>
      {lines.length === 0 ? <p className="quiet">没有。</p> : (
        <table className="plain-table match-table">
          <thead><tr><th>行</th><th>姓名</th><th>说明</th><th aria-label="去看" /></tr></thead>
          <tbody ref={body}>
            {lines.slice(0, shown).map((line, at) => <MatchRow key={line.id} line={line} answer={(given) => void say([given], at)} />)}
          </tbody>
        </table>
      )}
      {lines.length > shown && <p className="match-more"><Button size="small" onClick={() => setShown(shown + most)}>再列 {Math.min(most, lines.length - shown)} 行</Button> <span className="quiet">已列 {shown} 行，共 {lines.length} 行；全部的在回执里。</span></p>}
    </section>
  );
}
