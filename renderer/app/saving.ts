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
