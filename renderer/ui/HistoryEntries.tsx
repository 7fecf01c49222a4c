import { sheetPlace } from '../../shared/sheets/sheet-place.ts';
import type { HistoryEntry } from '../../shared/contract/tables.ts';
import { maskedText } from '../../shared/register/masked.ts';
import { findField } from '../../shared/register/vocabulary.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { shown } from './shown.ts';
import { timeText } from './times.ts';

const ways: Readonly<Record<string, string>> = { edit: '手工修改', import: '导入', undo: '撤销', redo: '重做' };

/** Where a value came from: the department's file and cell, or by hand. */
export const sourceText = ({ kind, department, file, sheet, cell }: HistoryEntry): string => (file === null ? (ways[kind] ?? kind) : [department, sheetPlace(file, sheet, cell)].filter((part) => part).join(' · '));

interface Props {
  readonly field: string;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Numbers are shown with their middle hidden. */
  readonly masked: boolean;
  /** Gives the cell a value back that it had; left out where it cannot be written. */
  readonly putBack?: ((value: Stored) => void) | undefined;
}

/** Every value that a cell has had: old, new, when, who, from which file or by hand. */
export function HistoryEntries({ field, entries, masked, putBack }: Props) {
  const known = findField(field);
  const text = (value: Stored): string => (masked && known && value !== null ? maskedText(known.kind, shown(field, value)) : shown(field, value));
  const now = entries[0]?.new ?? null;
  return (
    <ol className="cell-history">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.command} ${String(entry.new)}`}>
          <p className="cell-change">
            {entry.old === null ? <span className="quiet">空</span> : <del>{text(entry.old)}</del>} → {entry.new === null ? <span className="quiet">空</span> : <strong>{text(entry.new)}</strong>}{' '}
            {putBack && entry.old !== now && (
              <button type="button" className="link" aria-label={`改回${entry.old === null ? '空' : `“${text(entry.old)}”`}`} title="把这一格改回这次修改之前的内容；可以撤销" onClick={() => putBack(entry.old)}>改回</button>
            )}
          </p>
          <p className="quiet">{timeText(entry.at)} · {entry.who} · {ways[entry.kind] ?? entry.kind}</p>
          {entry.file !== null && <p className="quiet">{sourceText(entry)}</p>}
        </li>
      ))}
    </ol>
  );
}
