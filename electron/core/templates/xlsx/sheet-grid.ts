import type { SheetRow } from '../../../../shared/sheets/cells.ts';
import type { Block, FormGrid } from '../../../../shared/templates/form-grid.ts';
import { maximumColumns } from '../../importing/read-refusals.ts';
import type { Book, BookSheet } from './book.ts';
import { parseRange } from './references.ts';
import type { SheetCells } from './sheet-cells.ts';

/** No form is wider; frames of whole rows reach to the end of the world. */
const widestForm = 400;

/** A worksheet as a form is read from it. */
export function gridOf(book: Book, sheet: BookSheet, cells: SheetCells): FormGrid {
  const rows: SheetRow[] = [];
  const framed = new Set<string>();
  const worked = new Set<string>();
  let width = 0;
  let last = 0;
  for (const number of cells.rows.keys()) {
    const texts: string[] = [];
    for (const { column, cell } of cells.cellsOf(number)) {
      if (column < 0 || column >= maximumColumns) continue;
      const text = cells.shown(cell);
      const isWorked = cell.first('f') !== undefined;
      const isFramed = column < widestForm && book.styles[Number(cell.get('s') ?? 0)]?.framed === true;
      if (isWorked) worked.add(`${number} ${column}`);
      if (isFramed) framed.add(`${number} ${column}`);
      if (text !== '' && !isWorked) {
        while (texts.length < column) texts.push('');
        texts[column] = text;
      }
      if (text !== '' || isWorked || isFramed) {
        width = Math.max(width, column + 1);
        last = number;
      }
    }
    if (texts.length > 0) rows.push({ number, cells: texts });
  }
  const merges = (cells.root.first('mergeCells')?.elements('mergeCell') ?? []).map((merge) => parseRange(merge.get('ref') ?? '')).filter((block): block is Block => block !== null);
  return { name: sheet.name, hidden: sheet.hidden, rows, merges, last, width, framed: (row, column) => framed.has(`${row} ${column}`), worked: (row, column) => worked.has(`${row} ${column}`) };
}
