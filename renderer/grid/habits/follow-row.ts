import type { Ground } from './ground.ts';
import type { Spot } from './span.ts';

/**
 * Keeps the cursor on its row when other rows come by themselves: the answer to a search that was typed before the cell was clicked, or
 * what another window wrote above. What is selected is kept by place; without this the next key would go to whoever stands there now.
 * A table that the clerk sorts or filters keeps the place, as a spreadsheet does.
 */
export class RowFollower {
  readonly #ground: Ground;
  /** The row under the cursor, as it was last seen. */
  #id: string | null = null;
  #quiet = false;
  #deciding: Promise<void> | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** The cursor was put somewhere. */
  put(): void {
    if (!this.#quiet) this.#settle();
  }

  /** The cursor is put on a row that may not be drawn yet. */
  follow(id: string): void {
    this.#id = id;
  }

  /** The grid moves the cursor by itself; while rows are on their way that is no choice of the clerk's. */
  moved(spot: Spot): void {
    this.#quietly(this.#ground.source.due, () => this.#ground.selection.put(spot));
  }

  /** Rows came, or went: what is selected may reach beyond them. */
  rowsChanged(): void {
    this.#quietly(true, () => this.#ground.selection.clamp(this.#ground.size));
    if (this.#id === null) this.#settle();
  }

  #quietly(quiet: boolean, work: () => void): void {
    this.#quiet = quiet;
    work();
    this.#quiet = false;
  }

  /** All rows of another question, or of the same one after news, are here. */
  answered(searched: boolean): Promise<void> {
    const work: Promise<void> = this.#decide(searched).finally(() => {
      if (this.#deciding === work) this.#deciding = null;
    });
    this.#deciding = work;
    return work;
  }

  /** Until it is known where the cursor's row is: what is typed meanwhile waits. Null: it is known. */
  get deciding(): Promise<void> | null {
    const { source } = this.#ground;
    return source.due ? source.settled().then(() => this.#deciding ?? undefined) : this.#deciding;
  }

  async #decide(searched: boolean): Promise<void> {
    const { selection, api, source, client } = this.#ground;
    const id = this.#id;
    const { active } = selection;
    if (id === null || !active) return this.#settle();
    if (this.#ground.row(active.row)?.id === id) return this.#settle();
    // Whoever types into the search has left the cell: it is found again by its place, as ever.
    if (searched && !this.#ground.hasKeys) return this.#settle();
    const drawn = api.getRowNode(id)?.rowIndex ?? null;
    const at = drawn ?? (searched ? await client.tables.position({ ...source.question(), id }) : null);
    // Meanwhile the cursor may have been put elsewhere; or only held within fewer rows.
    if (this.#id !== id || !selection.active) return;
    if (at !== null) this.#move(at - selection.active.row, searched);
    else if (searched) this.#letGo();
    else this.#settle();
  }

  #move(by: number, show: boolean): void {
    const { selection, hasKeys } = this.#ground;
    const { active, extent, spans } = selection;
    if (!active) return;
    const moved = { ...active, row: active.row + by };
    if (show || !selection.several) selection.put(moved);
    else selection.set(spans.map((span) => ({ ...span, top: Math.max(0, span.top + by), bottom: span.bottom + by })), moved, extent && { ...extent, row: extent.row + by });
    if (hasKeys) this.#ground.focusActive(show);
    this.#settle();
  }

  /** The row is not there any more: no key goes anywhere until a cell is chosen again. */
  #letGo(): void {
    const { api, selection, root } = this.#ground;
    api.clearFocusedCell();
    selection.set([], null);
    root.focus({ preventScroll: true });
  }

  #settle(): void {
    const { active } = this.#ground.selection;
    this.#id = (active && this.#ground.row(active.row)?.id) ?? null;
  }
}
