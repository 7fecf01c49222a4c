import type { UndoResult } from '../../shared/changes/plan-types.ts';

/** What taking something back did: how much went back, what stays and why, what could not be done and why. */
export function UndoOutcome({ result }: { result: UndoResult }) {
  return (
    <div className="undo-outcome" role="status">
      <p><strong>撤回了 {result.reversed} 项。</strong>{result.kept.length === 0 && result.failed.length === 0 && '全部恢复到原来的内容。'}</p>
      <Reasons title={`保留 ${result.kept.length} 项（后来又改过，以后来的为准）`} rows={result.kept} />
      <Reasons title={`未能撤回 ${result.failed.length} 项`} rows={result.failed} />
    </div>
  );
}

const shownAtOnce = 50;

function Reasons({ title, rows }: { title: string; rows: UndoResult['kept'] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, shownAtOnce).map((row) => (
          <li key={`${row.what} ${row.why}`}>{row.what} <span>{row.why}</span></li>
        ))}
      </ul>
      {rows.length > shownAtOnce && <p className="quiet">还有 {rows.length - shownAtOnce} 项，见“记录”。</p>}
    </>
  );
}
