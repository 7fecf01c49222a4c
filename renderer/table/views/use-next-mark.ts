import { type RefObject, useCallback } from 'react';
import type { Table } from '../../../shared/sheets/table.ts';
import { useClient } from '../../app/session.tsx';
import type { GridHandle } from '../../grid/grid-context.ts';
import { namingColumn } from '../../grid/marks/mark-book.ts';
import { useNotices } from '../../ui/messages.tsx';

/** Goes to the next row that the rules find something of, and there to the first column at fault that is shown. */
export function useNextMark(gridRef: RefObject<GridHandle | null>, table: Table): (backwards: boolean) => void {
  const client = useClient();
  const notices = useNotices();
  return useCallback(
    (backwards) => {
      const go = async (): Promise<void> => {
        const grid = gridRef.current;
        if (!grid) return;
        const question = grid.query();
        const from = grid.row();
        try {
          const row = from ? await client.tables.position({ ...question, id: from.id }) : null;
          const found = await client.views.nextMark({ question, row: row ?? -1, backwards });
          if (!found) return notices.done('表里现在看到的这些行没有疑点');
          const shown = new Set(grid.columns().filter((column) => column.shown).map(({ id }) => id));
          await grid.goTo(found.id, found.fields.find((field) => shown.has(field)) ?? namingColumn(table));
        } catch (error) {
          notices.refused(error, '到下一处疑点');
        }
      };
      void go();
    },
    [client, gridRef, notices, table],
  );
}
