import type { PickedRows } from '../app/place.ts';
import type { Selected } from '../grid/grid-context.ts';
import { stretches } from './BulkEdit.tsx';

/** The rows of a selection, each once, to be taken to another screen. */
export function picked({ areas, question }: Selected): PickedRows {
  const rows = stretches(areas);
  return { question, rows, count: rows.reduce((sum, { from, to }) => sum + to - from + 1, 0) };
}
