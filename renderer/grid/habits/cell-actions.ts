import type { GridHandle } from '../grid-context.ts';
import type { GridHabits } from './grid-habits.ts';
import { selectColumns, selectRows } from './whole-parts.ts';

/** What the menu of a cell does with what is selected, by the habits that the keys have. */
export function cellActions(habits: GridHabits | null): ReturnType<GridHandle['cells']> {
  const withActive = (work: (ground: GridHabits['ground'], active: { readonly row: number; readonly column: number }) => void) => (): void => {
    const active = habits?.ground.selection.active;
    if (!habits || !active) return;
    work(habits.ground, active);
    habits.ground.focusActive(false);
  };
  return {
    paste: () => habits?.pasteFromMenu(),
    clear: () => {
      habits?.ground.focusActive(false);
      habits?.clear();
    },
    fill: (way) => habits?.fill(way),
    selectRow: withActive((ground, { row }) => selectRows(ground, row, row)),
    selectColumn: withActive((ground, { column }) => selectColumns(ground, column, column)),
  };
}
