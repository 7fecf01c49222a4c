import type { GridApi } from 'ag-grid-community';
import type { TableRow } from '../../shared/contract/tables.ts';

/**
 * Draws cells again that bear something else than before: once for all who ask at the same time, never while the grid is drawing rows, and
 * only when nobody types into a cell.
 */
export class Redrawing {
  readonly #api: () => GridApi<TableRow> | null;
  #due: ReadonlySet<string> | 'all' = new Set();
  #soon = false;

  constructor(api: () => GridApi<TableRow> | null) {
    this.#api = api;
  }

  /** All cells, or those of some rows. */
  readonly ask = (rows?: readonly string[]): void => {
    this.#due = rows === undefined || this.#due === 'all' ? 'all' : new Set([...this.#due, ...rows]);
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      this.draw();
    });
  };

  /** What is due, unless somebody types: then it stays due until the editor has closed. */
  readonly draw = (): void => {
    const api = this.#api();
    if (!api || (this.#due !== 'all' && this.#due.size === 0) || api.getEditingCells().length > 0) return;
    const rowNodes = this.#due === 'all' ? undefined : [...this.#due].flatMap((id) => api.getRowNode(id) ?? []);
    this.#due = new Set();
    api.refreshCells({ force: true, ...(rowNodes ? { rowNodes } : {}) });
  };
}
