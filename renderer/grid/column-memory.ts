import type { ColumnState } from 'ag-grid-community';
import type { Subject } from '../../shared/sheets/subject.ts';

const keyOf = (subject: Subject): string => `mingce.columns.${subject}`;

/** Tables that are looked at through a view, which keeps its own columns. */
const held = new Set<Subject>();

/** Widths, order, frozen and hidden columns of this user on this machine. No content of the register. It is how a table looks without a view. */
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
    if (held.has(subject)) return;
    const bare = state.map(({ colId, width, hide, pinned }) => ({ colId, width, hide, pinned }));
    localStorage.setItem(keyOf(subject), JSON.stringify(bare));
  },
  forget(subject: Subject): void {
    if (!held.has(subject)) localStorage.removeItem(keyOf(subject));
  },
  /** While a view is open, what is moved is the view's and not the table's. */
  hold(subject: Subject, on: boolean): void {
    if (on) held.add(subject);
    else held.delete(subject);
  },
};
