import { useState } from 'react';
import type { DossierLine } from '../../shared/plan/dossier.ts';
import type { Wanted } from './paper-draft.ts';

const signs = { stored: '✓', paper: '○', missing: '✕' } as const;
const words = { stored: '有', paper: '只有纸质件', missing: '缺' } as const;

/** The papers that the household must have; the missing ones first to hand, each with the way to store it. */
export function DossierList({ lines, add }: { readonly lines: readonly DossierLine[]; readonly add: ((wanted: Wanted) => void) | null }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.filter(({ state }) => state === 'missing');
  if (lines.length === 0) return null;
  return (
    <>
      <h4>应有材料核对</h4>
      <ul className="card-dossier">
        {shown.map(({ key, label, who, why, state, kind, memberId }) => (
          <li key={`${key} ${memberId ?? ''}`} className={`card-dossier-${state}`}>
            <span title={why}><span aria-hidden>{signs[state]}</span> {label}{who === '' ? '' : ` · ${who}`} <span className="quiet">{words[state]}</span></span>
            {state !== 'stored' && add && <button type="button" className="link" aria-label={`存入 ${label}${who === '' ? '' : `，${who}`}`} title={why} onClick={() => add({ kind, memberId: memberId ?? '' })}>存入</button>}
          </li>
        ))}
      </ul>
      {shown.length < lines.length || all ? <button type="button" className="link card-more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? '只看缺的' : `应有的 ${lines.length} 样都列出`}</button> : null}
    </>
  );
}
