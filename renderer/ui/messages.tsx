import { type ReactNode, useMemo } from 'react';
import { create } from 'zustand';
import { isCancelled, type Trouble, troubleOf } from './refusal.ts';
import { Notice } from './Notice.tsx';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface NoticeEntry extends Trouble {
  readonly id: number;
  readonly tone: 'done' | 'trouble';
  readonly action?: NoticeAction | undefined;
}

interface Notices {
  readonly entries: readonly NoticeEntry[];
  readonly add: (entry: Omit<NoticeEntry, 'id'>) => void;
  readonly close: (id: number) => void;
}

let lastId = 0;

const useEntries = create<Notices>()((set) => ({
  entries: [],
  // The same trouble again replaces itself: a stack of equal sentences tells nothing.
  add: (entry) =>
    set((state) => ({
      entries: [...state.entries.filter((other) => other.what !== entry.what || other.where !== entry.where), { ...entry, id: ++lastId }].slice(-4),
    })),
  close: (id) => set((state) => ({ entries: state.entries.filter((entry) => entry.id !== id) })),
}));

/**
 * What the window tells the user beside the screen itself.
 * - `refused`: an error of a call. Stays until it is closed. `doing` names what was being done (写入“性别”), `action` is the
 *   remedy as a button. What the user cancelled is not told.
 * - `done`: something was done; goes by itself.
 */
export function useNotices() {
  const add = useEntries((state) => state.add);
  return useMemo(
    () => ({
      refused(error: unknown, doing?: string, action?: NoticeAction): void {
        if (isCancelled(error)) return;
        add({ tone: 'trouble', ...troubleOf(error, doing), action });
      },
      done(text: string, action?: NoticeAction): void {
        add({ tone: 'done', what: text, action });
      },
    }),
    [add],
  );
}

/** Shows the notices, above everything. Once in the window. */
export function NoticeBoard(): ReactNode {
  const { entries, close } = useEntries();
  return (
    <section className="notices" aria-label="消息">
      {entries.map((entry) => (
        <Notice key={entry.id} entry={entry} close={() => close(entry.id)} />
      ))}
    </section>
  );
}
