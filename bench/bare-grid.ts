import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** What a grid shows: its place in the window, and its columns from the left with the texts of the rows on screen. */
export interface Sight {
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly rowHeight: number;
  readonly columns: readonly { readonly width: number; readonly frozen: boolean; readonly texts: readonly string[] }[];
}

/** What our own grid shows now. */
export function sightOf(page: Page): Promise<Sight> {
  return page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('.table-grid-box')?.getBoundingClientRect() ?? new DOMRect();
    const heads = [...document.querySelectorAll('.ag-header-cell[col-id]')].map((head) => ({ head, at: head.getBoundingClientRect() })).toSorted((a, b) => a.at.left - b.at.left);
    const columns = heads.map(({ head, at }) => ({
      width: at.width,
      frozen: head.closest('.ag-grid-pinned-left-cells') !== null,
      texts: [...document.querySelectorAll(`.ag-row .ag-cell[col-id="${CSS.escape(head.getAttribute('col-id') ?? '')}"]`)].map((cell) => cell.textContent),
    }));
    return { box: { left, top, width, height }, rowHeight: document.querySelector('.ag-row')?.getBoundingClientRect().height ?? 0, columns };
  });
}

/** A page with nothing but a height to scroll: what the browser and the turning of the wheel take by themselves. */
export async function emptyPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent('<!doctype html><style>html, body { margin: 0 } div { height: 2800000px }</style><div></div>');
  return page;
}

/**
 * The yardstick: the same grid library alone, at the same place in the window and with as many cells in sight as ours: 60 columns, those in
 * sight as wide as ours and with its texts, in rows as high that stand in the page and never change.
 */
export async function bareGrid(context: BrowserContext, rows: number, { box, rowHeight, columns }: Sight): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(`<!doctype html><style>html, body { margin: 0 } #grid { position: absolute; left: ${box.left}px; top: ${box.top}px; width: ${box.width}px; height: ${box.height}px }</style><div id="grid"></div>`);
  await page.addScriptTag({ path: join(import.meta.dirname, '..', 'node_modules', 'ag-grid-community', 'dist', 'ag-grid-community.min.js') });
  await page.evaluate(
    ([total, high, seen]) => {
      const all = Array.from({ length: 60 }, (_, at) => ({ key: `c${at}`, ...(seen[at] ?? { width: 110, frozen: false, texts: ['字'] }) }));
      const rowData = Array.from({ length: total }, (_, row) => Object.fromEntries(all.map(({ key, texts }) => [key, texts[row % texts.length]])));
      const columnDefs = all.map(({ key, width, frozen }) => ({ field: key, width, pinned: frozen ? 'left' : null }));
      const { agGrid } = window as unknown as { agGrid: { createGrid: (at: Element | null, options: object) => void } };
      agGrid.createGrid(document.querySelector('#grid'), { columnDefs, rowData, rowHeight: high });
    },
    [rows, rowHeight, columns] as const,
  );
  await page.locator('.ag-row[row-index="0"]').first().waitFor();
  return page;
}
