import { create } from 'zustand';

/** The past day at whose end this window looks at the register, in a store of its own: every window may look at another. */
export const useLookedAtDay = create<{ readonly day: string | null; readonly look: (day: string | null) => void }>()((set) => ({
  day: null,
  look: (day) => set({ day }),
}));

/** What is read of one day is never shown for another: the day is a part of every query's key. */
export const lookedAtDay = (): string | null => useLookedAtDay.getState().day;
