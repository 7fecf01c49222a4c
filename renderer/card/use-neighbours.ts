import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useRef } from 'react';
import type { Around } from '../../shared/contract/cards.ts';
import { useClient, useRegister } from '../app/session.tsx';
import type { GridHandle } from '../grid/grid-context.ts';
import { useNotices } from '../ui/messages.tsx';

/** The next and the previous household in the order of the grid, within its filter; going there moves the grid's cursor along and keeps the keys on the card. */
export function useNeighbours(grid: RefObject<GridHandle | null>, rowId: string, card: RefObject<HTMLElement | null>): { readonly around: Around | undefined; readonly go: (step: 1 | -1) => void } {
  const client = useClient();
  const { revision } = useRegister();
  const notices = useNotices();
  const question = grid.current?.query();
  const { data } = useQuery({
    queryKey: ['around', question, rowId, revision],
    enabled: question !== undefined,
    queryFn: () => (question === undefined ? { at: null, of: 0, previous: null, next: null } : client.cards.around({ question, rowId })),
    placeholderData: (before) => before,
  });
  // Keys come quicker than answers: each step waits for the one before and counts on from where that came to.
  const last = useRef<Promise<void>>(Promise.resolve());
  const at = useRef(rowId);
  at.current = rowId;
  const go = useCallback(
    (step: 1 | -1): void => {
      const stays = card.current?.contains(document.activeElement) === true;
      const take = async (): Promise<void> => {
        const asked = grid.current?.query();
        if (asked === undefined) return;
        const { previous, next } = await client.cards.around({ question: asked, rowId: at.current });
        const to = step === 1 ? next : previous;
        if (!to) return;
        await grid.current?.goTo(to.rowId);
        at.current = to.rowId;
        if (stays) card.current?.focus({ preventScroll: true });
      };
      last.current = last.current.then(take).catch((error: unknown) => notices.refused(error, '换到另一户'));
    },
    [card, client, grid, notices],
  );
  return { around: data, go };
}
