import { between, cellsOf, clampSpan, clampSpot, holds, rowsOf, sameSpot, type Size, type Span, type Spot } from './span.ts';

/**
 * What is selected: blocks of cells, the cell in which typing begins (`active`), and the corner of the last block that Shift moves
 * (`extent`). Kept by place, so that a hundred thousand rows are as cheap as one.
 */
export class GridSelection {
  #spans: readonly Span[] = [];
  #active: Spot | null = null;
  #extent: Spot | null = null;
  readonly #told = new Set<() => void>();

  get spans(): readonly Span[] {
    return this.#spans;
  }

  get active(): Spot | null {
    return this.#active;
  }

  get extent(): Spot | null {
    return this.#extent ?? this.#active;
  }

  /** The block that Shift, fill and paste work on. */
  get last(): Span | null {
    return this.#spans.at(-1) ?? null;
  }

  /** More than the cell under the cursor. */
  get several(): boolean {
    return this.#spans.length > 1 || (this.last !== null && cellsOf(this.last) > 1);
  }

  watch(told: () => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  set(spans: readonly Span[], active: Spot | null, extent: Spot | null = null): void {
    this.#spans = spans;
    this.#active = active;
    this.#extent = extent;
    for (const tell of this.#told) tell();
  }

  put(spot: Spot): void {
    this.set([between(spot, spot)], spot, spot);
  }

  /** Shift: the last block reaches from its cell to here. */
  extend(spot: Spot): void {
    if (!this.#active) return this.put(spot);
    this.set([...this.#spans.slice(0, -1), between(this.#active, spot)], this.#active, spot);
  }

  /** Ctrl: one more block. */
  add(spot: Spot): void {
    this.set([...this.#spans, between(spot, spot)], spot, spot);
  }

  holds(spot: Spot): boolean {
    return this.#spans.some((span) => holds(span, spot));
  }

  /** What is left of it when there are other rows or columns. */
  clamp(size: Size): void {
    if (!this.#active) return;
    if (size.rows === 0 || size.columns === 0) return this.set([], null);
    const spans = this.#spans.map((span) => clampSpan(span, size)).filter((span) => span !== null);
    const active = clampSpot(this.#active, size);
    if (spans.length === 0 || !spans.some((span) => holds(span, active))) return this.put(active);
    if (spans.every((span, at) => sameSpan(span, this.#spans[at])) && sameSpot(active, this.#active)) return;
    this.set(spans, active, this.#extent && clampSpot(this.#extent, size));
  }

  /** The next cell inside of what is selected, round the end: downwards as Enter goes, or rightwards as Tab goes. */
  walk(downwards: boolean, back: boolean): Spot | null {
    const active = this.#active;
    if (!active) return null;
    const at = Math.max(0, this.#spans.findIndex((span) => holds(span, active)));
    const span = this.#spans[at];
    if (!span) return null;
    const width = span.right - span.left + 1;
    const height = rowsOf(span);
    const place = downwards ? (active.column - span.left) * height + (active.row - span.top) : (active.row - span.top) * width + (active.column - span.left);
    const next = place + (back ? -1 : 1);
    const spotIn = (into: Span, index: number): Spot => {
      const high = rowsOf(into);
      const wide = into.right - into.left + 1;
      return downwards ? { row: into.top + (index % high), column: into.left + Math.floor(index / high) } : { row: into.top + Math.floor(index / wide), column: into.left + (index % wide) };
    };
    if (next >= 0 && next < cellsOf(span)) return spotIn(span, next);
    const other = this.#spans[(at + (back ? -1 : 1) + this.#spans.length) % this.#spans.length] ?? span;
    return spotIn(other, back ? cellsOf(other) - 1 : 0);
  }

  /** The cursor goes elsewhere within what is selected. */
  stepTo(spot: Spot): void {
    this.set(this.#spans, spot, this.#extent);
  }
}

const sameSpan = (one: Span, other: Span | undefined): boolean => other !== undefined && one.top === other.top && one.bottom === other.bottom && one.left === other.left && one.right === other.right;
