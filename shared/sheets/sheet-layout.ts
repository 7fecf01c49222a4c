import type { LayoutChange } from '../changes/plan-types.ts';
import { normalHeader } from './header-text.ts';
import { isOurs, type Target } from './header-index.ts';

/** A layout that was imported once and is known again: kind, department, and what each header means. */
export interface SheetLayout {
  readonly id: number;
  readonly name: string;
  /** Key of the kind of sheet. */
  readonly kind: string;
  readonly department: string;
  /** See `fingerprintOf`. */
  readonly fingerprint: string;
  readonly columns: readonly LayoutColumn[];
  readonly firstUsed: string;
  readonly lastUsed: string;
  readonly lastFile: string;
  readonly uses: number;
}

export interface LayoutColumn {
  /** As written, levels joined by " / ". */
  readonly header: string;
  /** Null: kept as a note under its own header. '#leave': left out. */
  readonly target: Target | null;
}

/** By this a layout is known again, whatever its titles, rows and the order of its columns: its headers, normalised and sorted. */
export const fingerprintOf = (headers: readonly string[]): string => headers.filter((header) => !isOurs(header)).map(normalHeader).toSorted().join('\n');

const pairsOf = (text: string): Set<string> => new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** How alike two headers read, 0–1: shared pairs of characters; one that holds the other counts as near. */
export function likeness(one: string, other: string): number {
  const [a, b] = [normalHeader(one), normalHeader(other)];
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  if (Math.min(a.length, b.length) >= 2 && (a.includes(b) || b.includes(a))) return 0.8;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** Share of a layout's headers that a sheet has too, 0–1 of the larger of both. */
export function shareOf(layout: SheetLayout, headers: readonly string[]): number {
  const theirs = new Set(headers.filter((header) => !isOurs(header)).map(normalHeader));
  const both = layout.columns.filter(({ header }) => theirs.has(normalHeader(header))).length;
  return both / Math.max(1, layout.columns.length, theirs.size);
}

/** Compares a sheet with the layout it may be a new version of. A header is renamed where one went and a like one came. */
export function compareLayout(layout: SheetLayout, headers: readonly string[]): LayoutChange {
  const [had, has] = [new Set(layout.columns.map(({ header }) => normalHeader(header))), new Set(headers.map(normalHeader))];
  const gone = layout.columns.map(({ header }) => header).filter((header) => !has.has(normalHeader(header)));
  const added = headers.filter((header) => !had.has(normalHeader(header)) && !isOurs(header));
  const renamed: { from: string; to: string }[] = [];
  for (const from of gone) {
    const [best] = added.filter((to) => renamed.every((each) => each.to !== to)).map((to) => ({ to, like: likeness(from, to) })).toSorted((a, b) => b.like - a.like);
    if (best && best.like >= 0.6) renamed.push({ from, to: best.to });
  }
  return {
    layout: { id: layout.id, name: layout.name },
    added: added.filter((header) => renamed.every(({ to }) => to !== header)),
    gone: gone.filter((header) => renamed.every(({ from }) => from !== header)),
    renamed,
  };
}
