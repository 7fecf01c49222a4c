import { useCallback, useRef } from 'react';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { areMine, noteMade } from '../app/saving.ts';
import { useClient, useRefreshRegister, useRegister, useSaving, useYear } from '../app/session.tsx';
import type { CellAt } from '../grid/TableGrid.tsx';
import { reasonOf, refusalOf } from '../ui/refusal.ts';

/** Writing cells through the core, with the saved state in the bar and everything on screen read again. */
export function useCellWriting(subject: Subject) {
  const client = useClient();
  const year = useYear();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const { file, revision: shown } = useRegister();
  /** The newest revision whose rows the grid already shows. */
  const known = useRef(shown);

  const writing = useCallback(
    async <T extends { readonly revision: number; readonly made?: boolean }>(call: Promise<T>): Promise<T> => {
      const answer = await track(call);
      // Where something else was written in between, or nothing was by this, the grid has yet to show it.
      if (answer.made !== false && answer.revision === known.current + 1) known.current = answer.revision;
      void refresh();
      return answer;
    },
    [refresh, track],
  );
  const write = useCallback(
    async ({ row, field }: CellAt, text: string): Promise<TableRow> => {
      const edit = async (base: number): Promise<TableRow> => {
        const { row: now, revision, made } = await writing(client.tables.edit({ subject, id: row.id, year, field: field.key, text, base }));
        if (made) noteMade(file, revision);
        return now;
      };
      try {
        return await edit(row.revision);
      } catch (error) {
        // A 撤销 of this window whose rows are still on their way is nobody else's writing: what was typed after it goes on top.
        const stands = refusalOf(error)?.stands;
        if (!stands || !areMine(file, row.revision, stands.revision)) throw error;
        return await edit(stands.revision);
      }
    },
    [client, file, subject, writing, year],
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
