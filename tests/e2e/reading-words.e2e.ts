import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage, PlaceName } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** A screen, by what it asks the core first, what it says meanwhile, and by what it is known once it is there. */
interface Asks {
  readonly place: PlaceName;
  /** The part of it. */
  readonly part?: string;
  readonly call: string;
  readonly says: string;
  readonly content: string;
}

const screens: readonly Asks[] = [
  { place: '人', call: 'tables/rows', says: '正在读取人……', content: '.ag-row [col-id="name"] >> text=/./' },
  { place: '户', part: '汇总', call: 'summaries/make', says: '正在汇总', content: '.summary-table table' },
  { place: '台账', call: 'tables/ledgers', says: '正在读取台账……', content: '.ledgers' },
  { place: '任务', call: 'plan/board', says: '正在读取方案……', content: '.plan-parts' },
  { place: '报表', call: 'reports/list', says: '正在读取报表目录……', content: '.report-main' },
  { place: '记录', call: 'history/commands', says: '正在读取记录……', content: 'main .history-table, main .empty-place' },
  { place: '记录', part: '回收站', call: 'trash/list', says: '正在读取回收站……', content: 'main .history-table, main .empty-place' },
  { place: '记录', part: '出门记录', call: 'outgoing/list', says: '正在读取出门记录……', content: 'main .history-table, main .empty-place' },
  { place: '核对', part: '迎检', call: 'inspections/list', says: '正在读取迎检的记录……', content: 'main .empty-place' },
  { place: '核对', call: 'checking/run', says: '正在核对', content: '.check-views' },
];

/** Held back by the wire between page and core, which only the browser host lets a test stand on. */
describe.runIf(hostName === 'web')('what a screen says while the core has not answered', () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  it('reads again at F5, in the table as around it, and leaves the cursor and what is chosen as they are', async () => {
    const { page } = program;
    await grid.cell(3, 'headName').click();
    await grid.cell(5, 'headName').click({ modifiers: ['Shift'] });
    await page.evaluate(() => {
      document.body.dataset['stands'] = 'yes';
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press('F5');
    await expect.poll(() => asked).toEqual(expect.arrayContaining(['/rpc/tables/rows', '/rpc/registers/current']));
    await expect.poll(() => grid.selected()).toMatchObject({ rows: [3, 5], active: '3 headName' });
    expect(await page.evaluate(() => document.body.dataset['stands'])).toBe('yes');
    await page.getByRole('button', { name: /^登记册：/ }).click();
    await page.getByRole('menuitem', { name: '刷新画面' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it.each(screens)('$place $says: that it is being read, then that it failed and how to go on, then what was asked for', async ({ place, part, call, says, content }) => {
    const { page } = program;
    const held: (() => void)[] = [];
    let fails = true;
    await page.route(`**/rpc/${call}`, async (route) => {
      await new Promise<void>((go) => held.push(go));
      await (fails ? route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }) : route.continue());
    });
    // Nothing of it from before is shown.
    await page.reload();
    await frame.go(place);
    if (part !== undefined) await page.getByRole('button', { name: part, exact: true }).click();
    await page.getByRole('status').filter({ hasText: says }).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    for (const go of held.splice(0)) go();
    const again = page.getByRole('main').getByRole('button', { name: '再试一次' }).first();
    await again.waitFor();
    fails = false;
    await again.click();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const letGo = setInterval(() => held.splice(0).forEach((go) => go()), 20);
    await page.locator(content).first().waitFor();
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: '再试一次' }).count()).toBe(0);
    clearInterval(letGo);
    await page.unroute(`**/rpc/${call}`);
    for (const go of held) go();
  });
});
