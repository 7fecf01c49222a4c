import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { FindingMark } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Format } from '../../../shared/views/view.ts';
import { useClient, useRegister, useYear } from '../../app/session.tsx';
import type { GridHandle, RefusedText } from '../../grid/grid-context.ts';
import type { MarkBook } from '../../grid/marks/mark-book.ts';
import type { CellAt } from '../../grid/TableGrid.tsx';
import { useNotices } from '../../ui/messages.tsx';
import { MarkAsking } from './mark-asking.ts';

/** Rows that are kept fresh after an edit. */
const keptRows = 1000;

const noFindings: readonly FindingMark[] = [];
const cellKey = (rowId: string, field: string): string => `${rowId} ${field}`;

/** What the cells of a grid bear: findings of the rows that came on screen, refused texts, and the formats of the view. */
export function useMarks(subject: Subject, gridRef: RefObject<GridHandle | null>, formats: readonly Format[]) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const notices = useNotices();
  const found = useRef(new Map<string, readonly FindingMark[]>());
  const refused = useRef(new Map<string, RefusedText>());
  const seen = useRef(new Set<string>());
  const now = useRef(formats);
  const marked = subject === 'people' || subject === 'households';

  const book = useMemo(
    (): MarkBook => ({
      findings: (rowId) => found.current.get(rowId) ?? noFindings,
      formats: () => now.current,
      unsaved: (rowId, field) => refused.current.get(cellKey(rowId, field)),
    }),
    [],
  );
  const asking = useRef<MarkAsking | null>(null);
  const ask = useCallback(
    async (ids: readonly string[], signal: AbortSignal): Promise<void> => {
      try {
        const marks = await client.views.marks({ subject, year, ids: [...ids] }, { signal });
        const changed = ids.filter((id) => JSON.stringify(marks[id]) !== JSON.stringify(found.current.get(id)));
        for (const id of changed) {
          const of = marks[id];
          if (of) found.current.set(id, of);
          else found.current.delete(id);
        }
        if (changed.length > 0) gridRef.current?.redraw(changed);
      } catch (error) {
        if (!signal.aborted) notices.refused(error, '标出疑点');
      }
    },
    [client, gridRef, notices, subject, year],
  );
  useEffect(() => {
    const made = new MarkAsking(ask);
    asking.current = made;
    made.want(seen.current);
    return () => made.stop();
  }, [ask]);
  const loaded = useCallback(
    (rows: readonly TableRow[]): void => {
      if (!marked || rows.length === 0) return;
      for (const { id } of rows) {
        seen.current.delete(id);
        seen.current.add(id);
      }
      while (seen.current.size > keptRows) seen.current.delete(seen.current.values().next().value ?? '');
      asking.current?.want(rows.map(({ id }) => id));
    },
    [marked],
  );
  // An edit may put right or wrong what stands in other rows, too.
  useEffect(() => asking.current?.want(seen.current), [revision]);
  useEffect(() => {
    now.current = formats;
    gridRef.current?.redraw();
  }, [formats, gridRef]);

  const unsaved = useCallback(
    ({ row, field }: CellAt, text: RefusedText | null): void => {
      const key = cellKey(row.id, field.key);
      if (text) refused.current.set(key, text);
      else if (!refused.current.delete(key)) return;
      gridRef.current?.redraw([row.id]);
    },
    [gridRef],
  );
  return { book, loaded, unsaved };
}
