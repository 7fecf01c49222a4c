import type { Followed } from '../../../shared/contract/tables.ts';
import type { GridSelection } from './selection.ts';
import { holds, type Span, type Spot } from './span.ts';

const nearest = (spans: readonly Span[], row: number): number | null => {
  const rows = spans.map(({ top, bottom }) => Math.max(top, Math.min(bottom, row)));
  return rows.toSorted((one, other) => Math.abs(one - row) - Math.abs(other - row))[0] ?? null;
};

/** Shift goes on from the far end of the block, where it is still one. */
function farEnd(selection: GridSelection, active: Spot, pieces: readonly Span[]): Spot {
  const [piece] = pieces;
  const { active: was, extent } = selection;
  if (!was || !extent || !piece || pieces.length > 1 || !holds(piece, active)) return active;
  const row = extent.row === was.row ? active.row : extent.row > was.row ? piece.bottom : piece.top;
  return { row, column: extent.column };
}

/**
 * What is selected after its rows moved: the same rows, wherever they stand now, and no other. A cursor whose row is gone goes to the neighbour
 * that the core names, or to the nearest row of what is still selected.
 */
export function carryOver(selection: GridSelection, { cursor, stretches }: Followed): void {
  const { active, spans, several } = selection;
  if (!active) return;
  if (cursor === null) return selection.set([], null);
  const to = { ...active, row: cursor };
  if (!several) return selection.put(to);
  const pieces = spans.map((span, at) => (stretches[at] ?? []).map(([top, bottom]) => ({ ...span, top, bottom })));
  const all = pieces.flat();
  const row = all.some((span) => holds(span, to)) ? cursor : nearest(all, cursor);
  if (row === null) return selection.put(to);
  const next = { ...active, row };
  // The block on which Shift works stands last.
  const home = all.findLast((span) => holds(span, next)) ?? all.findLast((span) => row >= span.top && row <= span.bottom);
  const ordered = home ? [...all.filter((span) => span !== home), home] : all;
  selection.set(ordered, home && !holds(home, next) ? { row, column: home.left } : next, farEnd(selection, next, pieces.at(-1) ?? []));
}
