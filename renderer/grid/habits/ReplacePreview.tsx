import { Button } from 'antd';
import type { BlockCheck } from '../../../shared/contract/blocks.ts';
import { shown } from '../../ui/shown.ts';

/** What replacing would do, cell by cell, before it is done. */
export function ReplacePreview({ check, write }: { check: BlockCheck; write: () => void }) {
  const { changes, changed, rows, refused, refusedCount } = check;
  if (changes === 0 && refusedCount === 0) return <p role="status">没有可替换的格。</p>;
  return (
    <div className="habit-preview">
      <div className="habit-find-line">
        <strong role="status">{rows} 行的 {changes} 格会改{refusedCount > 0 ? `，${refusedCount} 格写不进去` : ''}</strong>
        {changes > 0 && <Button type="primary" onClick={write}>替换这 {changes} 格</Button>}
      </div>
      <div className="habit-table" tabIndex={0} role="region" aria-label="会改的格">
        <table>
          <thead><tr><th scope="col">行</th><th scope="col">哪一格</th><th scope="col">原来</th><th scope="col">改成</th></tr></thead>
          <tbody>
            {refused.map(({ id, row, field, where, text, why }) => (
              <tr key={`refused ${id} ${field}`}><td className="amount">{row + 1}</td><td>{where}</td><td>{text}</td><td className="habit-why">▲ {why}</td></tr>
            ))}
            {changed.map(({ id, row, field, where, old, new: next }) => (
              <tr key={`${id} ${field}`}><td className="amount">{row + 1}</td><td>{where}</td><td><del>{shown(field, old)}</del></td><td>{next === null ? <span className="quiet">空</span> : <strong>{shown(field, next)}</strong>}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes > changed.length && <p className="quiet">还有 {changes - changed.length} 格没有列出。</p>}
    </div>
  );
}
