// One process: the grid over 100,000 people as a clerk works it in a browser, the bare grid with as many cells in sight and rows that stand still, and a page with nothing on it.
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { FramePage } from '../tests/e2e/pages/frame-page.ts';
import { GridPage } from '../tests/e2e/pages/grid-page.ts';
import { launchWeb } from '../tests/e2e/support/web.ts';
import { benchCoreOf } from './bench-core.ts';
import { framesDuring, heapOf, processMemory, shownAt, timeToShow, wheel } from './page-clock.ts';
import { bareGrid, emptyPage, sightOf } from './bare-grid.ts';

const [sheet = ''] = process.argv.slice(2);
const { core, client, end, path, folder } = await benchCoreOf(sheet);
const { rows: [far], total } = await client.tables.rows({ subject: 'people', year: 2020, offset: 70_000, limit: 1 });
core.close();
const folders = { registers: join(folder, 'registers'), state: join(folder, 'state'), downloads: join(folder, 'downloads') };
for (const each of Object.values(folders)) mkdirSync(each, { recursive: true });
renameSync(path, join(folders.registers, '量速.mingce'));

const told: Record<string, number> = {};
const { page, stop } = await launchWeb(folders);
const grid = new GridPage(page);

const cellAt = (row: number, column: string): string => `.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`;
const active = '.ag-cell[data-mark~="active"]';

async function scrolled(name: string, on: Page): Promise<void> {
  await on.mouse.move(700, 450);
  const frames = await framesDuring(on, () => wheel(on, 60, 240));
  told[`${name}Median`] = frames.median;
  told[`${name}P95`] = frames.p95;
  told[`${name}Worst`] = frames.worst;
}

/** From the text in the box to what is told of it. */
async function found(text: string, where: string, before = ''): Promise<number> {
  await page.getByRole('textbox', { name: '查找内容' }).fill('');
  await page.waitForFunction(() => document.querySelector('.habit-find-count')?.textContent === '');
  return timeToShow(page, () => page.keyboard.insertText(text), where, before);
}

try {
  await page.getByRole('button', { name: /^量速/ }).click();
  await new FramePage(page).arrived('户');
  await grid.shown();
  told['open'] = await timeToShow(page, () => page.keyboard.press('Alt+2'), cellAt(0, 'name'));
  await scrolled('scroll', page);

  await grid.cell(Number((await shownAt(page, '.ag-row .ag-cell[col-id="name"]')).split('|')[0]), 'name').click();
  told['end'] = await timeToShow(page, () => page.keyboard.press('ControlOrMeta+End'), `.ag-row[row-index="${total - 1}"] .ag-cell:not([col-id="rowNumber"])`);
  told['home'] = await timeToShow(page, () => page.keyboard.press('ControlOrMeta+Home'), cellAt(0, 'name'));

  const middle = Math.floor(total / 2);
  const toMiddle = (): Promise<void> =>
    page.evaluate((row) => {
      window.dispatchEvent(new Event('input'));
      document.querySelector('.ag-grid-viewport')?.scrollTo({ top: row * (document.querySelector('.ag-row')?.clientHeight ?? 0) });
    }, middle);
  // As the scrollbar brings it: its rows are not here.
  told['middle'] = await timeToShow(page, toMiddle, cellAt(middle + 5, 'name'));

  await page.keyboard.press('ControlOrMeta+F');
  await page.getByRole('textbox', { name: '查找内容' }).waitFor();
  await page.getByRole('checkbox', { name: '没显示的列也找' }).check();
  told['findNumber'] = await found(String(far?.values['identityNo']), cellAt(70_000, 'identityNo'));
  told['findNowhere'] = await found('没有这样的字', '.habit-find-count');
  told['findOften'] = await found('户主', active, await shownAt(page, active));
  told['next'] = await timeToShow(page, () => page.keyboard.press('Enter'), active, await shownAt(page, active));
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');

  const first = cellAt(0, 'name');
  await page.locator(first).filter({ hasText: /./ }).waitFor();
  const sorter = page.locator('.ag-header-cell[col-id="name"] .ag-sort-indicator-container');
  await grid.head('name').hover();
  told['sort'] = await timeToShow(page, () => sorter.click(), first, await shownAt(page, first));
  const relation = cellAt(0, 'relation');
  const before = await shownAt(page, relation);
  const wanted = before.endsWith('|配偶') ? '户主' : '配偶';
  const form = await grid.openFilter('relation');
  const box = form.locator('label', { has: page.getByText(wanted, { exact: true }) }).getByRole('checkbox');
  await box.waitFor();
  await form.getByLabel('全选').uncheck();
  await box.check();
  told['filter'] = await timeToShow(page, () => form.getByRole('button', { name: '只看勾选的' }).click(), relation, before);
  await scrolled('filtered', page);
  told['heap'] = await heapOf(page);
  told['memory'] = await processMemory(page);

  const sight = await sightOf(page);
  await page.close();
  const bare = await bareGrid(page.context(), total, sight);
  await scrolled('bare', bare);
  told['bareHeap'] = await heapOf(bare);
  await bare.close();
  await scrolled('empty', await emptyPage(page.context()));
} finally {
  await stop();
  end();
}
// The browser and the host stay for whoever launches next, and would keep this process alive.
process.stdout.write(JSON.stringify(told), () => process.exit());
