import { useCallback, useMemo, useState } from 'react';
import type { HouseholdCard } from '../../shared/contract/tables.ts';
import { areMine, noteMade } from '../app/saving.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving, useTakeBack } from '../app/session.tsx';
import { useMasked } from '../grid/masked-numbers.ts';
import { useNotices } from '../ui/messages.tsx';
import { reasonOf, refusalOf } from '../ui/refusal.ts';
import type { CardDesk, CardValue, Desk, Filed, NotWritten } from './card-desk.ts';

/** Writing and choosing beside a table. Every write goes through the core, shows in the bar, and has the register read again. */
export function useDeskOf(revision: number, year: number, filed: Filed): Desk {
  const client = useClient();
  const { file } = useRegister();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const notices = useNotices();
  const takeBack = useTakeBack();
  const masked = useMasked((state) => state.masked);
  const frozen = useOnlyLooking();
  const [chosen, choose] = useState<CardValue | null>(null);
  const write = useCallback(
    async ({ subject, id, year: of, field }: CardValue, text: string, base: number): Promise<NotWritten | null> => {
      const edit = async (over: number): Promise<void> => {
        const { revision: now, made } = await track(client.tables.edit({ subject, id, year: of, field: field.key, text, base: over }));
        if (made) noteMade(file, now);
        void refresh();
      };
      try {
        await edit(base).catch(async (error: unknown) => {
          // What this window itself has written there is nobody else's: what is typed after it goes on top.
          const stands = refusalOf(error)?.stands;
          if (!stands || !areMine(file, base, stands.revision)) throw error;
          await edit(stands.revision);
        });
        return null;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) {
          notices.refused(error, `写入“${field.label}”`);
          return null;
        }
        // What somebody else wrote meanwhile stands on the card when the clerk tries again.
        if (refusal.code === 'STALE') void refresh();
        return { why: reasonOf(refusal), stands: refusal.stands ?? null };
      }
    },
    [client, file, notices, refresh, track],
  );

  const run = useCallback(
    async (doing: string, work: () => Promise<{ readonly label: string; readonly revision: number }>): Promise<boolean> => {
      try {
        const { label, revision: made } = await track(work());
        void refresh();
        notices.done(label, takeBack(made));
        return true;
      } catch (error) {
        notices.refused(error, doing);
        return false;
      }
    },
    [notices, refresh, takeBack, track],
  );
  return useMemo(() => ({ revision, filed, year, masked, frozen, chosen, choose, write, run }), [revision, filed, year, masked, frozen, chosen, write, run]);
}

/** The desk of the household on the card; null until it was read. */
export function useCardDesk(card: HouseholdCard | undefined, year: number): CardDesk | null {
  const filed = useMemo((): Filed => ({ householdId: card?.household.id ?? null, people: (card?.members ?? []).map(({ id, values }) => ({ id, name: String(values['name'] ?? '') })) }), [card]);
  const desk = useDeskOf(card?.revision ?? 0, year, filed);
  return useMemo(() => (card === undefined ? null : { ...desk, card }), [card, desk]);
}
