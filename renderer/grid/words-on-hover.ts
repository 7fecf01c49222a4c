/** What the mouse rests on: a head by its column, or a cell by its row and column. */
export interface Hovered {
  readonly column: string;
  /** Null: the head. */
  readonly row: number | null;
}

/** The words behind heads and cells, told by the browser when the mouse rests on one: they are put there when the mouse comes. */
export function wordsOnHover(root: HTMLElement, wordsOf: (at: Hovered) => string, signal: AbortSignal): void {
  root.addEventListener(
    'pointerover',
    ({ target }) => {
      const found = target instanceof Element ? target.closest<HTMLElement>('.ag-header-cell[col-id], .ag-row .ag-cell[col-id]') : null;
      if (!found) return;
      const row = found.closest('.ag-row')?.getAttribute('row-index');
      const words = wordsOf({ column: found.getAttribute('col-id') ?? '', row: row === null || row === undefined ? null : Number(row) });
      if (words === '') found.removeAttribute('title');
      else found.title = words;
    },
    { signal },
  );
}
