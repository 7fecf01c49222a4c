import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
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
  useEffect(() => {
    at.current = rowId;
  }, [rowId]);
  const step = async (by: 1 | -1): Promise<void> => {
    const asked = grid.current?.query();
    if (asked === undefined) return;
    const stays = card.current?.contains(document.activeElement) === true;
    const { previous, next } = await client.cards.around({ question: asked, rowId: at.current });
    const to = by === 1 ? next : previous;
    if (!to) return;
    await grid.current?.goTo(to.rowId);
    at.current = to.rowId;
    if (stays) card.current?.focus({ preventScroll: true });
  };
  const go = (by: 1 | -1): void => {
    last.current = last.current.then(() => step(by)).catch((error: unknown) => notices.refused(error, '换到另一户'));
  };
  return { around: data, go };
}
