import type { Ground } from './ground.ts';
import { between } from './span.ts';

/** Every cell. */
export function selectAll({ selection, size }: Ground): void {
  if (size.rows === 0 || size.columns === 0) return;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  selection.set([between({ row: 0, column: 0 }, last)], selection.active ?? { row: 0, column: 0 }, last);
}

/** Whole columns from one to another; `others` stay selected. Typing begins in the topmost row on screen. */
export function selectColumns(ground: Ground, from: number, to: number, others = false): void {
  const { selection, size, api } = ground;
  if (size.rows === 0) return;
  const span = between({ row: 0, column: from }, { row: size.rows - 1, column: to });
  selection.set([...(others ? selection.spans : []), span], { row: Math.max(0, api.getFirstDisplayedRowIndex()), column: from }, { row: size.rows - 1, column: to });
}

/** Whole rows from one to another. */
export function selectRows({ selection, size }: Ground, from: number, to: number, others = false): void {
  const last = size.columns - 1;
  selection.set([...(others ? selection.spans : []), between({ row: from, column: 0 }, { row: to, column: last })], { row: from, column: 0 }, { row: to, column: last });
}

/** What is selected grows to whole columns (Ctrl+Space) or whole rows (Shift+Space), the cursor stays. */
export function growToWhole({ selection, size }: Ground, what: 'columns' | 'rows'): void {
  const { active } = selection;
  if (!active) return;
  const spans = selection.spans.map((span) => (what === 'columns' ? { ...span, top: 0, bottom: size.rows - 1 } : { ...span, left: 0, right: size.columns - 1 }));
  selection.set(spans, active, what === 'columns' ? { row: size.rows - 1, column: selection.extent?.column ?? active.column } : { row: selection.extent?.row ?? active.row, column: size.columns - 1 });
}
