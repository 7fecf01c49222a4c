import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { FindingMark } from '../../../shared/contract/views.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
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

/** Puts what was asked of rows in the place of what was known; answers those of which it is something else. */
function put<T>(known: Map<string, T>, ids: readonly string[], asked: Readonly<Record<string, T>>): string[] {
  const changed = ids.filter((id) => JSON.stringify(asked[id]) !== JSON.stringify(known.get(id)));
  for (const id of changed) {
    const of = asked[id];
    if (of === undefined) known.delete(id);
    else known.set(id, of);
  }
  return changed;
}

/** What the cells of a grid bear: papers that lie with a record, findings of the rows that came on screen, refused texts, and the formats of the view. */
export function useMarks(subject: Subject, gridRef: RefObject<GridHandle | null>, formats: readonly Format[]) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const notices = useNotices();
  const found = useRef(new Map<string, readonly FindingMark[]>());
  const refused = useRef(new Map<string, RefusedText>());
  const seen = useRef(new Set<string>());
  const now = useRef(formats);
  const papers = useRef(new Map<string, number>());
  const { ledger } = tableOf(subject);
  const bears = subject === 'people' || subject === 'households' ? 'findings' : ledger?.papers ? 'papers' : null;

  const book = useMemo(
    (): MarkBook => ({
      findings: (rowId) => found.current.get(rowId) ?? noFindings,
      papers: (rowId) => papers.current.get(rowId) ?? 0,
      formats: () => now.current,
      unsaved: (rowId, field) => refused.current.get(cellKey(rowId, field)),
    }),
    [],
  );
  const asking = useRef<MarkAsking | null>(null);
  const ask = useCallback(
    async (ids: readonly string[], signal: AbortSignal): Promise<void> => {
      try {
        const changed =
          bears === 'papers'
            ? put(papers.current, ids, await client.documents.counts({ ids: [...ids] }, { signal }))
            : put(found.current, ids, await client.views.marks({ subject, year, ids: [...ids] }, { signal }));
        if (changed.length > 0) gridRef.current?.redraw(changed);
      } catch (error) {
        if (!signal.aborted) notices.refused(error, bears === 'papers' ? '标出有材料的记录' : '标出疑点');
      }
    },
    [bears, client, gridRef, notices, subject, year],
  );
  useEffect(() => {
    const made = new MarkAsking(ask);
    asking.current = made;
    made.want(seen.current);
    return () => made.stop();
  }, [ask]);
  const loaded = useCallback(
    (rows: readonly TableRow[]): void => {
      if (bears === null || rows.length === 0) return;
      for (const { id } of rows) {
        seen.current.delete(id);
        seen.current.add(id);
      }
      while (seen.current.size > keptRows) seen.current.delete(seen.current.values().next().value ?? '');
      asking.current?.want(rows.map(({ id }) => id));
    },
    [bears],
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
