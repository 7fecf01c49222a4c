import { useState } from 'react';
import type { UndoResult } from '../../shared/changes/plan-types.ts';

/** What taking something back did, in three lists: what went back (`look` shows that in the log), what stays and why, what could not be done and why. */
export function UndoOutcome({ result, look }: { result: UndoResult; look: (command: number) => void }) {
  const { command, reversed, kept, failed } = result;
  return (
    <div className="undo-outcome" role="status">
      <p>
        <strong>撤销 {reversed} 项。</strong>{kept.length === 0 && failed.length === 0 && reversed > 0 && '全部恢复到原来的内容。'}
        {reversed > 0 && <button type="button" className="link-button" onClick={() => look(command)}>看撤销了哪些</button>}
      </p>
      <Reasons title={`保留 ${kept.length} 项（后来又改过，以后来的为准）`} rows={kept} />
      <Reasons title={`撤不了 ${failed.length} 项`} rows={failed} />
    </div>
  );
}

const step = 50;

function Reasons({ title, rows }: { title: string; rows: UndoResult['kept'] }) {
  const [limit, setLimit] = useState(step);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, limit).map((row, at) => (
          // The report never changes, and two of its lines may read the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{row.what} <span>{row.why}</span></li>
        ))}
      </ul>
      {rows.length > limit && <button type="button" className="link-button" onClick={() => setLimit(limit + step)}>再看 {Math.min(step, rows.length - limit)} 项，还有 {rows.length - limit} 项</button>}
    </>
  );
}
