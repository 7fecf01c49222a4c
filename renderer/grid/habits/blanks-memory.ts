import type { Blanks } from './habit-state.ts';

const key = 'mingce.paste.blanks';

/** What empty cells of a pasted block do, once the clerk has said "always" on this machine; null: asked every time. */
export const blanksMemory = {
  read(): Blanks | null {
    const kept = localStorage.getItem(key);
    return kept === 'skip' || kept === 'clear' ? kept : null;
  },
  keep(blanks: Blanks | null): void {
    if (blanks === null) localStorage.removeItem(key);
    else localStorage.setItem(key, blanks);
  },
};
