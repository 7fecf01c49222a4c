import type { ColumnState } from 'ag-grid-community';
import type { Subject } from '../../shared/sheets/subject.ts';

const keyOf = (subject: Subject): string => `mingce.columns.${subject}`;

/** Widths, order, frozen and hidden columns of this user on this machine. No content of the register. */
export const columnMemory = {
  read(subject: Subject): ColumnState[] | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(keyOf(subject)) ?? 'null');
      return Array.isArray(kept) ? (kept as ColumnState[]) : null;
    } catch {
      return null;
    }
  },
  keep(subject: Subject, state: readonly ColumnState[]): void {
    const bare = state.map(({ colId, width, hide, pinned }) => ({ colId, width, hide, pinned }));
    localStorage.setItem(keyOf(subject), JSON.stringify(bare));
  },
  forget(subject: Subject): void {
    localStorage.removeItem(keyOf(subject));
  },
};
