import { numberColumn } from './row-numbers.ts';
import type { Ground } from './ground.ts';
import { cellsOf, holds, type Span } from './span.ts';

/** What is drawn besides what is selected. */
export interface Marks {
  /** Was copied or cut and waits for its paste. */
  readonly kept: Span | null;
  /** Would be filled if the mouse were let go now. */
  readonly filling: Span | null;
}

function edges(span: Span, row: number, column: number, name: string): string {
  return `${row === span.top ? ` ${name}-top` : ''}${row === span.bottom ? ` ${name}-bottom` : ''}${column === span.left ? ` ${name}-left` : ''}${column === span.right ? ` ${name}-right` : ''}`;
}

/**
 * Writes into every cell on screen how it stands to the selection (`data-mark`), and leaves drawing to the style sheet. No cell is
 * rendered again for it; what scrolls into view gets its mark before it is painted.
 */
export class SelectionPainter {
  readonly #ground: Ground;
  readonly #marks: () => Marks;
  readonly #arrival: () => void;
  readonly #seen: MutationObserver;
  readonly #pending: () => boolean;
  #frame = 0;

  /** `arrival` is told when cells have come or gone; while `pending` it is not known yet which rows bear the marks: those that bear them keep them. */
  constructor(ground: Ground, marks: () => Marks, arrival: () => void, pending: () => boolean) {
    this.#arrival = arrival;
    this.#pending = pending;
    this.#ground = ground;
    this.#marks = marks;
    this.#seen = new MutationObserver((records) => this.#arrived(records));
    this.#seen.observe(ground.root, { childList: true, subtree: true, attributes: true, attributeFilter: ['row-index'] });
  }

  stop(): void {
    this.#seen.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Before the next frame. */
  soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.now();
    });
  }

  now(): void {
    const mark = this.#marker();
    for (const cell of this.#ground.root.querySelectorAll<HTMLElement>('.ag-row .ag-cell')) mark(cell);
    this.#heads();
  }

  #arrived(records: readonly MutationRecord[]): void {
    let mark: ((cell: HTMLElement) => void) | null = null;
    let heads = false;
    let pending: boolean | null = null;
    const bears = this.#bearing();
    for (const { addedNodes, type, target } of records) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        heads ||= node.matches('.ag-header-cell, .ag-header-row');
        // Rows come by the dozen while one scrolls, and most bear nothing.
        if (type === 'childList' && !bears(node)) continue;
        if ((pending ??= this.#pending())) continue;
        const cells = node.matches('.ag-cell') ? [node] : node.querySelectorAll<HTMLElement>('.ag-cell');
        for (const cell of cells) (mark ??= this.#marker())(cell);
      }
    }
    if (heads) this.#heads();
    this.#arrival();
  }

  /** Whether something that has just come into the table lies in a row that bears marks. */
  #bearing(): (node: HTMLElement) => boolean {
    const { selection } = this.#ground;
    const { kept, filling } = this.#marks();
    const spans = [...selection.spans, ...(kept ? [kept] : []), ...(filling ? [filling] : [])];
    const active = selection.active?.row;
    return (node) => {
      const index = node.closest('.ag-row')?.getAttribute('row-index');
      // No row, or more than one.
      if (index === null || index === undefined) return node.querySelector('.ag-cell') !== null;
      const row = Number(index);
      return row === active || spans.some(({ top, bottom }) => row >= top && row <= bottom);
    };
  }

  #marker(): (cell: HTMLElement) => void {
    const { selection, columns } = this.#ground;
    const { kept, filling } = this.#marks();
    const { spans, active, several } = selection;
    const places = new Map(columns.map((id, at) => [id, at]));
    const corner = spans.length === 1 ? spans[0] : undefined;
    return (cell) => {
      const row = Number(cell.closest('.ag-row')?.getAttribute('row-index') ?? -1);
      const id = cell.getAttribute('col-id') ?? '';
      let mark = '';
      if (id === numberColumn) {
        if (spans.some((span) => row >= span.top && row <= span.bottom)) mark = 'in';
      } else {
        const column = places.get(id) ?? -1;
        for (const span of spans) {
          if (!several || !holds(span, { row, column })) continue;
          mark += `${mark === '' ? 'in' : ''}${edges(span, row, column, 'in')}`;
        }
        if (active?.row === row && active.column === column) mark += ' active';
        if (corner && corner.bottom === row && corner.right === column) mark += ' corner';
        if (kept && holds(kept, { row, column })) mark += ` kept${edges(kept, row, column, 'kept')}`;
        if (filling && holds(filling, { row, column })) mark += ` kept${edges(filling, row, column, 'kept')}`;
      }
      if ((cell.dataset['mark'] ?? '') !== mark) {
        if (mark === '') delete cell.dataset['mark'];
        else cell.dataset['mark'] = mark;
      }
      if (id !== numberColumn) cell.ariaSelected = mark.startsWith('in') || (!several && mark.includes('active')) ? 'true' : null;
    };
  }

  /** Heads of the columns that something is selected of. */
  #heads(): void {
    const { selection, columns, root } = this.#ground;
    const chosen = new Set<string>();
    for (const span of selection.spans) for (const id of columns.slice(span.left, span.right + 1)) chosen.add(id);
    const all = selection.spans.some((span) => cellsOf(span) === this.#ground.size.rows * columns.length && cellsOf(span) > 1);
    for (const head of root.querySelectorAll<HTMLElement>('.ag-header-cell')) {
      const id = head.getAttribute('col-id') ?? '';
      const mark = chosen.has(id) || (id === numberColumn && all) ? 'in' : '';
      if (mark === '') delete head.dataset['mark'];
      else head.dataset['mark'] = mark;
    }
  }
}
