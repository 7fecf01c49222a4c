import type { SheetRow } from './cells.ts';
import type { Recognised } from './recognise.ts';
import { rowOfTable } from './row-of-table.ts';

/** Tells which rows of the sheet belong to the table below its header. Every one of them gets a verdict. */
export function rowFilter(sheet: Recognised): (row: SheetRow) => boolean {
  const lastHeader = sheet.headerRows.at(-1) ?? 0;
  const belongs = rowOfTable(sheet);
  return (row) => row.number > lastHeader && belongs(row);
}
