import type { GridApi } from 'ag-grid-community';
import { rowHeight } from './grid-theme.ts';

/** Rows that stand drawn above and below those in sight. */
export const bufferRows = 10;

/** Milliseconds without another jump before the rows around those in sight are drawn: who goes on at once need not wait for them. */
const rest = 250;

const waiting = new WeakMap<object, ReturnType<typeof setTimeout>>();

/** Those in sight alone are drawn at first: the ones around them, nearly as many, only when nobody goes on. */
function drawSeenAlone<T>(api: GridApi<T>): void {
  clearTimeout(waiting.get(api));
  api.setGridOption('rowBuffer', 0);
  waiting.set(api, setTimeout(() => { if (!api.isDestroyed()) api.setGridOption('rowBuffer', bufferRows); }, rest));
}

/** Brings a row into view. Where it is far away no row stays. */
export function showRow<T>(api: GridApi<T>, row: number, at: 'edge' | 'middle' = 'edge'): void {
  const { top, bottom } = api.getVerticalPixelRange();
  const seen = (bottom - top) / rowHeight;
  if (row < top / rowHeight - seen - 2 * bufferRows || row > bottom / rowHeight + seen + 2 * bufferRows) drawSeenAlone(api);
  api.ensureIndexVisible(row, at === 'middle' ? 'middle' : null);
}

/** Tells of the rows to which somebody has moved the table by its scrollbar, before they are drawn: none of those that are there will be in sight. */
export function whenMovedFar<T>(root: HTMLElement, api: GridApi<T>, moved: (first: number, last: number) => void, signal: AbortSignal): void {
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches('.ag-grid-viewport')) return;
      const first = Math.floor(target.scrollTop / rowHeight);
      const last = Math.floor((target.scrollTop + target.clientHeight) / rowHeight);
      if (first <= api.getLastDisplayedRowIndex() && last >= api.getFirstDisplayedRowIndex()) return;
      moved(first, last);
      drawSeenAlone(api);
    },
    { capture: true, passive: true, signal },
  );
}
