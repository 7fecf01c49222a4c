import { useMemo } from 'react';
import { create } from 'zustand';
import { dayWords } from '../../shared/fields/day-words.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';

/** The past day at whose end this window looks at the register, in a store of its own: every window may look at another. */
export const useLookedAtDay = create<{ readonly day: string | null; readonly look: (day: string | null) => void }>()((set) => ({
  day: null,
  look: (day) => set({ day }),
}));

/** What is read of one day is never shown for another: the day is a part of every query's key. */
export const lookedAtDay = (): string | null => useLookedAtDay.getState().day;

const onlyLooking = (day: string): Lock => ({ what: `您正在看 ${dayWords(day)} 的登记册，只能看`, remedy: '要改，请先回到今天' });

/** Why nothing can be written now; null where it can. What writes is not offered meanwhile. */
export function useOnlyLooking(): Lock | null {
  const day = useLookedAtDay((state) => state.day);
  return useMemo(() => (day === null ? null : onlyLooking(day)), [day]);
}
