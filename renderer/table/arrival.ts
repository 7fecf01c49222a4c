import { type RefObject, useEffect } from 'react';
import { Refusal } from '../../shared/contract/errors.ts';
import type { RowsQuery } from '../../shared/contract/tables.ts';
import type { Table } from '../../shared/sheets/table.ts';
import type { FilterModel, GridHandle } from '../grid/grid-context.ts';
import { useNotices } from '../ui/messages.tsx';

/** Where somebody who comes from another screen wants to be. Another object is another arrival, also at the same row. */
export interface Arrival {
  readonly rowId?: string | undefined;
  readonly filters?: FilterModel | undefined;
  /** Every condition under which the table is to be looked at. */
  readonly question?: Pick<RowsQuery, 'filters' | 'search'> | undefined;
}

const gone: Readonly<Record<string, string>> = { people: '这个人已不在登记册里', households: '这一户已不在登记册里' };

/** Goes to the row or the conditions that were asked for; conditions that hide the row give way. */
export function useArrival(grid: RefObject<GridHandle | null>, arrival: Arrival, clearFilters: () => void, { subject, title }: Table): void {
  const notices = useNotices();
  useEffect(() => {
    const { rowId, filters } = arrival;
    if (filters !== undefined) grid.current?.setFilters(filters);
    if (rowId === undefined) return;
    let over = false;
    const go = async (): Promise<void> => {
      try {
        if ((await grid.current?.goTo(rowId)) || over) return;
        clearFilters();
        if (!(await grid.current?.goTo(rowId)) && !over) notices.refused(new Refusal('NOT_FOUND', gone[subject] ?? `“${title}”里已没有这一条`, { remedy: '可能刚被撤销，请重新找' }));
      } catch (error) {
        notices.refused(error, '到这一行');
      }
    };
    void go();
    return () => {
      over = true;
    };
  }, [grid, arrival, subject, title, clearFilters, notices]);
}
