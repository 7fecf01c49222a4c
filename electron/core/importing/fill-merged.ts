import { cellText, type Cell, type SheetRow } from '../../../shared/sheets/cells.ts';
import type { MergedCells, WorkbookSheet } from './read-sheet.ts';

/** A row that has at least so many cells of its own is one that somebody filled in, not one that a merged cell reaches over. */
const ownCells = 2;

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || cellText(cell).trim() === '';

/**
 * The sheet with the value of a cell that is merged over several rows in each of them: a village or a household number
 * written once for a block of people holds for all of them. Only below the header, which is read by its groups.
 */
export function withMergedFilled(sheet: WorkbookSheet, lastHeader: number): WorkbookSheet {
  if (!sheet.merged) return sheet;
  return { ...sheet, rows: (signal) => filledRows(sheet, lastHeader, signal) };
}

async function* filledRows(sheet: WorkbookSheet, lastHeader: number, signal: AbortSignal | undefined): AsyncGenerator<readonly SheetRow[]> {
  const byTop = new Map<number, MergedCells[]>();
  for (const range of (await sheet.merged?.(signal)) ?? []) {
    if (range.top <= lastHeader || range.bottom <= range.top) continue;
    const found = byTop.get(range.top);
    if (found) found.push(range);
    else byTop.set(range.top, [range]);
  }
  if (byTop.size === 0) {
    yield* sheet.rows(signal);
    return;
  }
  /** By column, what reaches down from above. */
  const reaching = new Map<number, { readonly bottom: number; readonly value: Cell }>();
  for await (const batch of sheet.rows(signal)) {
    yield batch.map((row) => {
      const filled = fill(row, reaching);
      for (const { column, bottom } of byTop.get(row.number) ?? []) {
        const value = row.cells[column];
        if (value !== undefined && !isBlank(value)) reaching.set(column, { bottom, value });
      }
      return filled;
    });
  }
}

function fill(row: SheetRow, reaching: Map<number, { readonly bottom: number; readonly value: Cell }>): SheetRow {
  let cells: Cell[] | undefined;
  for (const [column, { bottom, value }] of reaching) {
    if (bottom < row.number) reaching.delete(column);
    else if (isBlank(row.cells[column])) {
      cells ??= [...row.cells];
      while (cells.length < column) cells.push('');
      cells[column] = value;
    }
  }
  if (!cells || row.cells.filter((cell) => !isBlank(cell)).length < ownCells) return row;
  return { number: row.number, cells };
}
