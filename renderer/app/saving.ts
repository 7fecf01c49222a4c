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
}

/** Revisions that this window is known to have made, by the file of the register. */
const made = new Map<string, Set<number>>();

/** A cell was written, or a step taken back, by this window: that made this revision. Not of a write that changed nothing, whose answer tells the newest revision of anybody. */
export function noteMade(file: string, revision: number): void {
  made.set(file, (made.get(file) ?? new Set()).add(revision));
}

/** Whether every revision after one, up to another, is known to be this window's. */
export function areMine(file: string, after: number, upTo: number): boolean {
  for (let revision = after + 1; revision <= upTo; revision++) if (made.get(file)?.has(revision) !== true) return false;
  return true;
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
      set((state) => ({ pending: state.pending - 1, failed: false, refused: false }));
      return answer;
    } catch (error) {
      const refused = refusalOf(error) !== null;
      set((state) => ({ pending: state.pending - 1, failed: !refused, refused }));
      throw error;
    }
  },
}));
