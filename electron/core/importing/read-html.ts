import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { HtmlTables } from './read-html-tables.ts';
import { readTags } from './read-html-tags.ts';
import { stopWhenCancelled, tooWideSheet } from './read-refusals.ts';
import { batchSize } from './read-sheet.ts';
import type { Workbook } from './read-sheet.ts';

/**
 * Tables of an html page, the commonest disguise of an .xls. Every cell is text. Tags that pages leave open are closed as
 * a browser closes them; SheetJS glues such cells together, hence a reader of our own.
 */
export function openHtml(page: string, file: string): Workbook {
  // Excel keeps the sheet names in a comment that only Excel reads.
  const names = [...page.slice(0, 65_536).matchAll(/<x:Name>([^<]*)<\/x:Name>/gi)].map((found) => found[1] ?? '');
  const nameOf = (at: number): string => names[at] ?? `Sheet${at + 1}`;
  const tables = new HtmlTables((at) => tooWideSheet(file, nameOf(at)));
  readTags(page, tables);
  const rowsOf = async function* (rows: readonly SheetRow[], signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    for (let at = 0; at < rows.length; at += batchSize) {
      stopWhenCancelled(signal, file);
      yield rows.slice(at, at + batchSize);
      await nextTurn();
    }
  };
  return {
    format: 'html',
    sheets: tables.filled().map(({ rows, merged }, at) => ({
      name: nameOf(at),
      hidden: false,
      rows: (signal?: AbortSignal) => rowsOf(rows, signal),
      merged: async () => merged,
    })),
    close: () => undefined,
  };
}
