import { create } from 'zustand';
import { refusalOf } from '../ui/refusal.ts';

interface Saving {
  /** Writes that the core has not acknowledged yet. */
  readonly pending: number;
  /** The last write was lost. A refused one was answered on the spot: there is nothing left to save. */
  readonly failed: boolean;
  /** The last write was refused. */
  readonly refused: boolean;
  /** Shows a write in the top bar for as long as it takes; answers as the write does. */
  readonly track: <T>(write: Promise<T>) => Promise<T>;
  /** Whether everything that was written after one revision, up to another, was written in this window. */
  readonly mine: (after: number, upTo: number) => boolean;
}

/** Revisions that this window has made. */
const made = new Set<number>();

/** Answers of writes tell the revision that they made. */
function note(answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && 'revision' in answer && typeof answer.revision === 'number') made.add(answer.revision);
}

/** Whether everything typed is in the register's file. Every write of a screen goes through `track`. */
export const useSaving = create<Saving>()((set) => ({
  pending: 0,
  failed: false,
  refused: false,
  async track(write) {
    set((state) => ({ pending: state.pending + 1 }));
    try {
      const answer = await write;
      note(answer);
      set((state) => ({ pending: state.pending - 1, failed: false, refused: false }));
      return answer;
    } catch (error) {
      const refused = refusalOf(error) !== null;
      set((state) => ({ pending: state.pending - 1, failed: !refused, refused }));
      throw error;
    }
  },
  mine(after, upTo) {
    for (let revision = after + 1; revision <= upTo; revision++) if (!made.has(revision)) return false;
    return true;
  },
}));
