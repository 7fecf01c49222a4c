import type { GridHandle } from '../grid-context.ts';
import type { GridHabits } from './grid-habits.ts';

/** What the menu of a cell does with what is selected, by the habits that the keys have. */
export function cellActions(habits: GridHabits | null): ReturnType<GridHandle['cells']> {
  return {
    paste: () => habits?.pasteFromMenu(),
    clear: () => {
      habits?.ground.focusActive(false);
      habits?.clear();
    },
    fill: (way) => habits?.fill(way),
  };
}
