import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys go from button to button of a table: the next one in the row, or in the column. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const cell = document.activeElement?.closest('td, th');
  const row = cell?.closest('tr');
  if (!step || event.ctrlKey || event.altKey || event.metaKey || !(cell instanceof HTMLTableCellElement) || !row) return;
  const { rows } = event.currentTarget;
  let [down, right] = [row.rowIndex, cell.cellIndex];
  for (;;) {
    down += step[0];
    right += step[1];
    const next = rows[down]?.cells[right];
    if (!next) return;
    const button = next.querySelector('button');
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}
