import { type RefObject, useEffect, useState } from 'react';
import type { Table } from '../../shared/sheets/table.ts';
import type { GridHandle } from '../grid/grid-context.ts';

/** A column that was just added comes into view once the grid has it. */
export function useFreshColumn(grid: RefObject<GridHandle | null>, table: Table): (key: string) => void {
  const [fresh, setFresh] = useState<string | null>(null);
  useEffect(() => {
    if (fresh === null || !table.fields.some(({ key }) => key === fresh)) return;
    grid.current?.showColumns([fresh], true);
    setFresh(null);
  }, [fresh, grid, table]);
  return setFresh;
}
