import type { GridApi } from 'ag-grid-community';
import { rowHeight } from './grid-theme.ts';

/** Rows that stand drawn above and below those in sight. */
export const bufferRows = 10;

/** Milliseconds without another jump before the rows around those in sight are drawn: who goes on at once need not wait for them. */
const rest = 150;

const waiting = new WeakMap<object, ReturnType<typeof setTimeout>>();

/**
 * Brings a row into view. Where it is far away no row stays, and those in sight alone are drawn at first: the ones around them, nearly as many,
 * only when these have been seen.
 */
export function showRow<T>(api: GridApi<T>, row: number, at: 'edge' | 'middle' = 'edge'): void {
  const { top, bottom } = api.getVerticalPixelRange();
  const seen = (bottom - top) / rowHeight;
  const far = row < top / rowHeight - seen - 2 * bufferRows || row > bottom / rowHeight + seen + 2 * bufferRows;
  if (far) {
    api.setGridOption('rowBuffer', 0);
    clearTimeout(waiting.get(api));
  }
  api.ensureIndexVisible(row, at === 'middle' ? 'middle' : null);
  if (far) waiting.set(api, setTimeout(() => { if (!api.isDestroyed()) api.setGridOption('rowBuffer', bufferRows); }, rest));
}
