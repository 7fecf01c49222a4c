import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { NewRows, NewRowsCheck } from '../../shared/contract/inserting.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { useClient, useRefreshRegister, useRegister, useSaving, useTakeBack, useYear } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { filledRows, freshDraft, useDrafts, withoutRows, type NewDraft } from './new-draft.ts';

/** How long nothing is typed before the core is asked. */
const pause = 300;

type NewSubject = Exclude<Subject, 'helpers'>;

const askedFor = (subject: NewSubject, year: number, { fields, rows, into, reason, on, paper }: NewDraft): NewRows => ({
  subject, year, fields: [...fields], rows: rows.map((row) => [...row]), reason, on, paper, ...(into === null ? {} : { into: into.id }),
});

export interface NewRowsDesk {
  readonly draft: NewDraft;
  readonly change: (draft: NewDraft) => void;
  /** What the core says of what stands there now; null while nothing does, or while it is being asked. */
  readonly told: NewRowsCheck | null;
  readonly trouble: unknown;
  /** Writes the good rows; answers the table's new rows, null where nothing was written. */
  readonly write: () => Promise<readonly string[] | null>;
}

/** New rows being typed under a key: kept, checked as they stand, written as one command. */
export function useNewRows(key: string, subject: NewSubject, columns: readonly string[], into: NewDraft['into'] = null): NewRowsDesk {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const takeBack = useTakeBack();
  const { drafts, set } = useDrafts();
  const [start] = useState(() => freshDraft(columns, into));
  const kept = drafts[key] ?? start;
  // What was typed stays with the household that it was typed for.
  const draft = useMemo(() => (filledRows(kept) === 0 && kept.into?.id !== into?.id ? { ...kept, into } : kept), [kept, into]);
  const [settled, settle] = useState(draft);
  const [trouble, setTrouble] = useState<unknown>(null);
  useEffect(() => {
    const later = setTimeout(() => settle(draft), pause);
    return () => clearTimeout(later);
  }, [draft]);
  const asked = askedFor(subject, year, settled);
  const check = useQuery({ queryKey: ['newRows', asked, revision], enabled: filledRows(settled) > 0, queryFn: () => client.inserting.check(asked), placeholderData: keepPreviousData });
  const change = (next: NewDraft): void => {
    setTrouble(null);
    set(key, next);
  };
  const write = async (): Promise<readonly string[] | null> => {
    setTrouble(null);
    try {
      const { label, rows, ids, revision: command } = await track(client.inserting.write({ ...askedFor(subject, year, draft), goodOnly: true }));
      const left = withoutRows(draft, rows);
      set(key, filledRows(left) === 0 ? undefined : left);
      await refresh();
      notices.done(`已${label}`, takeBack(command));
      return ids;
    } catch (error) {
      setTrouble(error);
      return null;
    }
  };
  const told = filledRows(draft) === 0 ? null : (check.data ?? null);
  return { draft, change, told, trouble: trouble ?? check.error, write };
}
