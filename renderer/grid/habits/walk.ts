import type { Ground } from './ground.ts';
import { clampSpot } from './span.ts';

/** Enter and Tab: through what is selected, or to the cell beside. Tab at the end of a row goes on in the next; Enter after a row of Tabs goes to the column where they began, as a spreadsheet does. */
export function walk(ground: Ground, way: 'down' | 'right', back: boolean): void {
  const { selection, size } = ground;
  const { active } = selection;
  if (!active || size.rows === 0) return;
  if (selection.several) {
    const next = selection.walk(way === 'down', back);
    if (next) selection.stepTo(next);
    ground.focusActive();
    return;
  }
  const step = back ? -1 : 1;
  const began = ground.tabs?.from ?? active.column;
  if (way === 'down') return ground.go(clampSpot({ row: active.row + step, column: back ? active.column : began }, size));
  const place = Math.max(0, Math.min(size.rows * size.columns - 1, active.row * size.columns + active.column + step));
  const at = { row: Math.floor(place / size.columns), column: place % size.columns };
  ground.go(at);
  ground.tabs = { at, from: began };
}
