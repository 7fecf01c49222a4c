import { useCallback, useRef } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { useClient, useRefreshRegister, useRegister, useSaving, useYear } from '../app/session.tsx';
import type { CellAt } from '../grid/TableGrid.tsx';
import { reasonOf, refusalOf } from '../ui/refusal.ts';

/** Writing cells through the core, with the saved state in the bar and everything on screen read again. */
export function useCellWriting(subject: Subject) {
  const client = useClient();
  const year = useYear();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  /** The newest revision whose rows the grid already shows. */
  const known = useRef(useRegister().revision);

  const writing = useCallback(
    async <T extends { readonly revision: number }>(call: Promise<T>): Promise<T> => {
      const answer = await track(call);
      known.current = Math.max(known.current, answer.revision);
      void refresh();
      return answer;
    },
    [refresh, track],
  );
  const write = useCallback(
    async ({ row, field }: CellAt, text: string): Promise<TableRow> => {
      const answer = await writing(client.tables.edit({ subject, id: row.id, year, field: field.key, text, base: row.revision }));
      return answer.row;
    },
    [client, subject, writing, year],
  );
  const shownRevision = useCallback(() => known.current, []);
  const why = useCallback((error: unknown): string | null => {
    const refusal = refusalOf(error);
    return refusal === null ? null : reasonOf(refusal);
  }, []);
  /** Whether a revision brings something that the grid does not show yet; asked once a revision. */
  const isNews = useCallback((revision: number): boolean => {
    const news = revision > known.current;
    known.current = Math.max(known.current, revision);
    return news;
  }, []);
  return { write, writing, shownRevision, isNews, why };
}
