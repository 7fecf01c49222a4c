import { useCallback } from 'react';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { useClient, useRefreshRegister, useSaving, useTakeBack } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';

export interface PastCell {
  readonly subject: Subject;
  readonly id: string;
  readonly year: number;
  readonly field: Field;
  /** Revision up to which its history was read. */
  readonly base: number;
}

/** Writes a value that a cell had before, as typing it would, with an undo beside what is told. */
export function usePutBack(): (cell: PastCell, value: Stored) => Promise<void> {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const notices = useNotices();
  const takeBack = useTakeBack();
  return useCallback(
    async ({ subject, id, year, field, base }, value) => {
      try {
        const { revision } = await track(client.tables.edit({ subject, id, year, field: field.key, text: kindOf(field).show(value), base }));
        void refresh();
        notices.done(`“${field.label}”已改回`, takeBack(revision));
      } catch (error) {
        notices.refused(error, `改回“${field.label}”`);
      }
    },
    [client, notices, refresh, takeBack, track],
  );
}
