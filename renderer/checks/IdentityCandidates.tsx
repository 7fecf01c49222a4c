import { useState } from 'react';
import type { IdentityCandidate } from '../../shared/fields/identity-candidates.ts';
import { IdentityDigits } from './IdentityDigits.tsx';
import { sureWords } from './identity-words.ts';

const first = 3;

interface Props {
  readonly name: string;
  readonly candidates: readonly IdentityCandidate[];
  readonly disabled: boolean;
  readonly take: (number: string) => void;
}

/** The numbers that a damaged one may be, as buttons with their reasons. */
export function IdentityCandidates({ name, candidates, disabled, take }: Props) {
  const [all, setAll] = useState(false);
  if (candidates.length === 0) return <p className="quiet">推不出来，请按证件填写。</p>;
  const shown = all ? candidates : candidates.slice(0, first);
  return (
    <div className="identity-candidates" role="group" aria-label={`${name} 可能的号码`}>
      {shown.map(({ number, reason, sure, differs }) => (
        <button key={number} type="button" className={`identity-candidate sure-${sure}`} disabled={disabled} title={`按 ${number} 写入`} onClick={() => take(number)}>
          <span className="identity-sure"><span aria-hidden>{sureWords[sure].sign}</span> {sureWords[sure].word}</span>
          <IdentityDigits number={number} differs={differs} />
          <span className="identity-reason">{reason}</span>
        </button>
      ))}
      {candidates.length > first && (
        <button type="button" className="identity-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起' : `还有 ${candidates.length - first} 个可能`}
        </button>
      )}
    </div>
  );
}
