import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** The yardstick: the same grid library alone, 60 columns of texts that stand in the page and never change. */
export async function bareGrid(context: BrowserContext, rows: number): Promise<Page> {
  const page = await context.newPage();
  await page.setContent('<!doctype html><style>html, body, #grid { height: 100%; margin: 0 }</style><div id="grid"></div>');
  await page.addScriptTag({ path: join(import.meta.dirname, '..', 'node_modules', 'ag-grid-community', 'dist', 'ag-grid-community.min.js') });
  await page.addScriptTag({
    content: `const columns = Array.from({ length: 60 }, (_, at) => 'c' + at);
      const rowData = Array.from({ length: ${rows} }, (_, row) => Object.fromEntries(columns.map((key, at) => [key, '第' + row + '行' + at])));
      agGrid.createGrid(document.getElementById('grid'), { columnDefs: columns.map((field) => ({ field, width: 110 })), rowData });`,
  });
  await page.locator('.ag-row[row-index="0"]').first().waitFor();
  return page;
}
