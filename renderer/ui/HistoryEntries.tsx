import type { HistoryEntry } from '../../shared/contract/tables.ts';
import { shown } from './shown.ts';
import { timeText } from './times.ts';

const ways: Readonly<Record<string, string>> = { edit: '手工修改', import: '导入', undo: '撤销', redo: '重做' };

/** Where a value came from: the department's file and cell, or by hand. */
export const sourceText = ({ kind, department, file, sheet, cell }: HistoryEntry): string => (file === null ? (ways[kind] ?? kind) : [department, file, sheet, cell].filter((part) => part).join(' · '));

/** Every value that a cell has had: old, new, when, who, from which file or by hand. */
export function HistoryEntries({ field, entries }: { readonly field: string; readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="cell-history">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.command} ${String(entry.new)}`}>
          <p className="cell-change">
            {entry.old === null ? <span className="quiet">空</span> : <del>{shown(field, entry.old)}</del>} → {entry.new === null ? <span className="quiet">空</span> : <strong>{shown(field, entry.new)}</strong>}
          </p>
          <p className="quiet">{timeText(entry.at)} · {entry.who} · {ways[entry.kind] ?? entry.kind}</p>
          {entry.file !== null && <p className="quiet">{sourceText(entry)}</p>}
        </li>
      ))}
    </ol>
  );
}
