import { openWorkbook } from '../../electron/core/importing/read-workbook.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import { cellText } from '../../shared/sheets/cells.ts';
import type { SheetRow } from '../../shared/sheets/cells.ts';

export interface WholeSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

/** A whole workbook in memory. */
export async function readAll(bytes: Uint8Array, name = '名册.xlsx'): Promise<{ format: string; sheets: WholeSheet[] }> {
  const book = await openWorkbook(bytes, name);
  const sheets: WholeSheet[] = [];
  for (const sheet of book.sheets) {
    const rows: SheetRow[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch);
    sheets.push({ name: sheet.name, hidden: sheet.hidden, rows });
  }
  book.close();
  return { format: book.format, sheets };
}

/** The rows of the first sheet. */
export async function readRows(bytes: Uint8Array, name?: string): Promise<readonly SheetRow[]> {
  const rows = (await readAll(bytes, name)).sheets[0]?.rows ?? [];
  // What a row holds, whoever made it: rows from the reading thread keep theirs packed.
  return rows.map(({ number, cells }) => ({ number, cells }));
}

/** The first sheet as a grid of texts, gaps and all, every row cut behind its last text. */
export async function readTexts(bytes: Uint8Array, name?: string): Promise<string[][]> {
  const grid: string[][] = [];
  for (const row of await readRows(bytes, name)) {
    while (grid.length < row.number - 1) grid.push([]);
    grid.push(row.cells.map(cellText));
  }
  return grid;
}

/** The refusal that reading the whole file ends in. */
export async function refusalOf(bytes: Uint8Array, name: string): Promise<Refusal> {
  try {
    await readAll(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${name} was read without a refusal`);
}
