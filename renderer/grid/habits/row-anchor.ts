import type { Followed } from '../../../shared/contract/tables.ts';
import type { Shown } from '../row-source.ts';
import { carryOver } from './carry-over.ts';
import type { Ground } from './ground.ts';
import type { HabitStore } from './habit-state.ts';
import type { Span } from './span.ts';

const rowsOnly = ({ top, bottom }: Span): [number, number] => [top, bottom];

/** Every stretch is one piece, where it was. */
const unmoved = (stretches: readonly (readonly [number, number])[], pieces: Followed['stretches']): boolean =>
  stretches.every(([top, bottom], at) => {
    const [piece, ...others] = pieces[at] ?? [];
    return others.length === 0 && piece?.[0] === top && piece[1] === bottom;
  });

/**
 * Keeps the cursor and what is selected on their rows. Places are what blocks are made of, and they mean something in one answer only: when
 * a sort, a filter, a search, a write of any window brings another, the core says where the rows of the old one stand in it.
 */
export class RowAnchor {
  readonly #ground: Ground;
  readonly #store: HabitStore;
  /** Something was typed that waits for where the cursor comes to stand. */
  readonly #typing: () => boolean;
  /** The row under the cursor, as it was last seen. */
  #id: string | null = null;
  /** Counts what the clerk chooses: an answer about another choice is none. */
  #choice = 0;
  /** The answer in whose places the selection is, until it is carried over. */
  #from: Shown | null = null;
  #carrying = false;
  #deciding: Promise<void> | null = null;

  constructor(ground: Ground, store: HabitStore, typing: () => boolean) {
    this.#ground = ground;
    this.#store = store;
    this.#typing = typing;
  }

  /** The cursor was put somewhere, or something else was selected. */
  put(): void {
    if (this.#carrying) return;
    this.#choice++;
    this.#settle();
  }

  /** The cursor is put on a row that may not be drawn yet. */
  follow(id: string): void {
    this.#choice++;
    this.#id = id;
  }

  /** Rows came, or went: what is selected may reach beyond them, and the cursor's row may be here for the first time. */
  rowsChanged(): void {
    // A question that is just asked has one row of nothing.
    if (this.pending || this.#ground.api.isLastRowIndexKnown() !== true) return;
    this.#carry(() => this.#ground.selection.clamp(this.#ground.size));
    if (this.#id === null) this.#settle();
  }

  /** Other rows are on their way, or it is not known yet where those of the cursor and of the selection stand among them. */
  get pending(): boolean {
    return this.#ground.source.due || this.#deciding !== null;
  }

  /** Another row stands where the cursor's was, and it is not known yet where that one is. */
  get astray(): boolean {
    const { active } = this.#ground.selection;
    return this.pending && active !== null && this.#id !== null && this.#ground.row(active.row)?.id !== this.#id;
  }

  /** Until then keys that write or move wait. Null: it is known. */
  get deciding(): Promise<void> | null {
    const { source } = this.#ground;
    return source.due ? source.settled().then(() => this.#deciding ?? undefined) : this.#deciding;
  }

  /** All rows of another question, or of the same one after news, are here; `before` was on screen, null where nothing was. */
  answered(before: Shown | null, now: Shown, searched: boolean): Promise<void> {
    this.#from ??= before;
    const work: Promise<void> = this.#decide(now, searched, () => this.#deciding === work).finally(() => {
      if (this.#deciding !== work) return;
      this.#deciding = null;
      this.rowsChanged();
    });
    this.#deciding = work;
    return work;
  }

  async #decide(now: Shown, searched: boolean, stillAsked: () => boolean): Promise<void> {
    const { selection, client } = this.#ground;
    // What is chosen meanwhile is asked about again.
    for (;;) {
      const shown = this.#from;
      const { active, spans, several } = selection;
      if (!active || !shown) break;
      const choice = this.#choice;
      const kept = this.#store.getState().kept?.span;
      const stretches = [...(several ? spans : []), ...(kept ? [kept] : [])].map(rowsOnly);
      // oxlint-disable-next-line no-await-in-loop
      const followed = await client.tables.follow({ shown, question: now.question, cursor: { row: active.row, id: this.#id }, stretches });
      // Where everything stands in an answer that comes after this one is asked for then.
      if (!stillAsked() || this.#ground.source.due) return;
      if (choice !== this.#choice) continue;
      this.#arrive(followed, stretches, searched);
      break;
    }
    this.#from = null;
  }

  #arrive(followed: Followed, stretches: readonly (readonly [number, number])[], searched: boolean): void {
    const { selection, hasKeys, api, size } = this.#ground;
    const { active } = selection;
    if (!active) return;
    this.#carryKept(followed, stretches);
    // A key that was meant for a row that is gone must not go to a stranger; nor one that is about to be typed by somebody who has not seen it go.
    if (!followed.same && (this.#typing() || (searched && hasKeys))) return this.#letGo();
    const seen = active.row >= api.getFirstDisplayedRowIndex() && active.row <= api.getLastDisplayedRowIndex();
    const still = followed.cursor === active.row && unmoved(stretches, followed.stretches);
    if (!still) {
      // It is no longer known who stood where: the cursor stays at its place.
      const cursor = followed.cursor ?? Math.min(active.row, size.rows - 1);
      this.#carry(() => carryOver(selection, { ...followed, cursor: cursor < 0 ? null : cursor }));
    }
    this.#settle(followed.same ? this.#id : null);
    // Whoever has scrolled elsewhere stays there.
    if (hasKeys && (!still || document.activeElement === document.body)) this.#ground.focusActive(searched || seen);
  }

  /** What was copied stands in its frame on the same rows; what is no block any more has none, and is not moved by pasting. */
  #carryKept({ stretches }: Followed, asked: readonly unknown[]): void {
    const { kept } = this.#store.getState();
    if (!kept || asked.length === 0) return;
    const [piece, ...others] = stretches[asked.length - 1] ?? [];
    if (!piece || others.length > 0 || piece[1] - piece[0] !== kept.span.bottom - kept.span.top) return this.#store.setState({ kept: null });
    const [top, bottom] = piece;
    if (top === kept.span.top) return;
    const span = { ...kept.span, top, bottom };
    this.#store.setState({ kept: { ...kept, span, area: this.#ground.area(span) } });
  }

  /** The row is not there any more: no key goes anywhere until a cell is chosen again. */
  #letGo(): void {
    const { api, selection, root } = this.#ground;
    api.clearFocusedCell();
    this.#carry(() => selection.set([], null));
    this.#id = null;
    root.focus({ preventScroll: true });
  }

  #carry(work: () => void): void {
    this.#carrying = true;
    work();
    this.#carrying = false;
  }

  #settle(known: string | null = null): void {
    const { active } = this.#ground.selection;
    this.#id = known ?? (active && this.#ground.row(active.row)?.id) ?? null;
  }
}
