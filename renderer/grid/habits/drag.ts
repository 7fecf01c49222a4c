import type { Ground } from './ground.ts';
import { numberColumn } from './row-numbers.ts';
import type { Spot } from './span.ts';

/** Milliseconds between two steps while the mouse is held beyond the edge. */
const stepEvery = 40;
/** Px at the edge that count as beyond. */
const edge = 12;

export interface CellUnder {
  readonly spot: Spot;
  readonly cell: HTMLElement;
  /** On the number of the row. */
  readonly number: boolean;
}

/** The cell of the grid under an element. */
export function cellUnder(ground: Ground, target: EventTarget | null): CellUnder | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.ag-row .ag-cell') : null;
  const row = Number(cell?.closest('.ag-row')?.getAttribute('row-index') ?? Number.NaN);
  if (!cell || Number.isNaN(row) || !ground.root.contains(cell)) return null;
  const id = cell.getAttribute('col-id') ?? '';
  if (id === numberColumn) return { spot: { row, column: 0 }, cell, number: true };
  const spot = ground.spot(row, id);
  return spot && { spot, cell, number: false };
}

/** Follows the mouse over the cells until it is let go, and scrolls where it is held at the edge. */
export function drag(ground: Ground, over: (spot: Spot) => void, end: () => void = () => undefined): void {
  const held = new AbortController();
  const { signal } = held;
  let last: Spot | null = null;
  let mouse: { readonly x: number; readonly y: number } | null = null;
  const reach = (spot: Spot): void => {
    if (last?.row === spot.row && last.column === spot.column) return;
    last = spot;
    over(spot);
  };
  const scroll = (): void => {
    const box = ground.root.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
    const head = ground.root.querySelector('.ag-header')?.getBoundingClientRect();
    const from = last ?? ground.selection.extent;
    if (!box || !head || !from || !mouse) return;
    const { rows, columns } = ground.size;
    const row = mouse.y > box.bottom - edge ? Math.min(rows - 1, from.row + 1) : mouse.y < head.bottom ? Math.max(0, from.row - 1) : from.row;
    const column = mouse.x > box.right - edge ? Math.min(columns - 1, from.column + 1) : mouse.x < box.left + edge ? Math.max(0, from.column - 1) : from.column;
    if (row === from.row && column === from.column) return;
    ground.show({ row, column });
    reach({ row, column });
  };
  const timer = window.setInterval(scroll, stepEvery);
  const move = (event: MouseEvent): void => {
    mouse = { x: event.clientX, y: event.clientY };
    const at = cellUnder(ground, document.elementFromPoint(mouse.x, mouse.y));
    if (at) reach(at.spot);
  };
  const letGo = (): void => {
    clearInterval(timer);
    held.abort();
    end();
  };
  window.addEventListener('mousemove', move, { signal });
  window.addEventListener('mouseup', letGo, { signal });
  window.addEventListener('blur', letGo, { signal });
}
