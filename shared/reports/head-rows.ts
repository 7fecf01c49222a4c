import type { MadeColumn } from './made-report.ts';

export interface HeadCell {
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** Heads row by row: equal neighbours under the same head are one, a column with fewer heads reaches down to the rows. */
export function headRows(columns: readonly Pick<MadeColumn, 'head'>[]): HeadCell[][] {
  const depth = Math.max(1, ...columns.map(({ head }) => head.length));
  return Array.from({ length: depth }, (_, level): HeadCell[] => {
    const cells: HeadCell[] = [];
    for (const [column, { head }] of columns.entries()) {
      const text = head[level];
      if (text === undefined) continue;
      const last = level === head.length - 1;
      const before = cells.at(-1);
      const path = head.slice(0, level + 1).join('/');
      const touches = before && before.column + before.across === column && !last && columns[before.column]?.head.slice(0, level + 1).join('/') === path && (columns[before.column]?.head.length ?? 0) > level + 1;
      if (touches) cells[cells.length - 1] = { ...before, across: before.across + 1 };
      else cells.push({ text, column, across: 1, down: last ? depth - level : 1 });
    }
    return cells;
  });
}
