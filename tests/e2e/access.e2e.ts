import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage, type PlaceName } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { barriers } from './support/access.ts';
import { writeEightFiles, writeSamples } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const sizes = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }] as const;

/** Every screen as somebody meets it who cannot use a mouse, or cannot see well: names, contrast, nothing cut off at twice the size. */
describe(`every screen on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let imports: ImportPage;
  let own: string;
  let lists: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-access-'));
    const samples = join(own, 'samples');
    writeSamples(samples);
    lists = writeEightFiles(samples, join(own, '三月来的表')).folder;
    program = await launch();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    imports = new ImportPage(program.page);
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  /** A picture at each size, then what axe-core says of it. */
  async function look(name: string): Promise<string[]> {
    for (const size of sizes) {
      await program.page.setViewportSize(size);
      await program.shoot(`screens-${name}-${size.width}`);
    }
    await program.page.setViewportSize(sizes[0]);
    return barriers(program.page);
  }

  it('the first start, and the making of a register', async () => {
    const first = new FirstStartPage(program.page);
    await first.shown();
    expect(await look('first-start')).toEqual([]);
    await first.choose('新建登记册');
    await program.page.getByRole('tree', { name: '地区' }).waitFor();
    expect(await look('new-register')).toEqual([]);
    await program.page.getByRole('button', { name: '返回' }).click();
    await first.shown();
    await first.choose('先用示例看看');
    await grid.shown();
  });

  it('households with the card, people with the list of columns', async () => {
    await grid.cell(0, 'headName').click();
    await program.page.keyboard.press('ControlOrMeta+i');
    await program.page.getByRole('complementary').first().waitFor();
    expect(await look('households-card')).toEqual([]);
    await frame.press('人');
    await grid.shown();
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('textbox', { name: '找列' }).waitFor();
    expect(await look('people-columns')).toEqual([]);
    await program.page.keyboard.press('Escape');
    await (await grid.openFilter('relation')).getByLabel('全选').waitFor();
    expect(await look('people-filter')).toEqual([]);
    await program.page.keyboard.press('Escape');
  });

  it('the import, its preview, and a list held against the register', async () => {
    await frame.press('导入');
    expect(await look('import-start')).toEqual([]);
    await program.page.getByText('拿部门的名单和登记册比对（不导入）').click();
    const [chooser] = await Promise.all([program.page.waitForEvent('filechooser'), program.page.getByRole('button', { name: '名单……' }).click()]);
    await chooser.setFiles(join(lists, '低保名单_2020.csv'));
    await program.page.getByRole('button', { name: '比对', exact: true }).click();
    await program.page.getByRole('region', { name: '比对结果' }).waitFor();
    expect(await look('match-result')).toEqual([]);
    await imports.chooseFiles([join(lists, '人员信息全字段_2020.csv'), join(lists, '低保名单_2020.csv')]);
    await imports.previewed();
    expect(await look('import-preview')).toEqual([]);
    await program.page.keyboard.press('Escape');
  });

  it.each(['核对', '报表', '上墙', '记录', '台账', '设置'] as const satisfies readonly PlaceName[])('%s', async (place) => {
    await frame.press(place);
    await program.page.getByRole('main').getByRole('heading').first().waitFor();
    expect(await look(place)).toEqual([]);
  });

  it('the plan, its months and its standards', async () => {
    const plan = new PlanPage(program.page);
    await frame.press('任务');
    await plan.row('饮水安全').waitFor();
    for (const part of ['月度', '标准'] as const) {
      await plan.part(part);
      await program.page.getByRole(part === '月度' ? 'group' : 'region', { name: part === '月度' ? '环节' : '放假和调休' }).waitFor();
      expect(await look(part)).toEqual([]);
    }
  });

  it('the user guide, by F1 at the chapter about the screen, with a search, and back to where one was', async () => {
    const { page } = program;
    await frame.press('核对');
    await page.keyboard.press('F1');
    const guide = page.getByRole('complementary', { name: '使用手册' });
    await guide.getByRole('heading', { name: '核对', exact: true }).waitFor();
    expect(await look('guide')).toEqual([]);
    await page.keyboard.type('找不到的词');
    await guide.getByText('手册里没有“找不到的词”').waitFor();
    await guide.getByRole('textbox', { name: '在手册里找' }).fill('冻结');
    await guide.getByRole('heading', { name: '户和人' }).waitFor();
    await guide.getByRole('button', { name: '导入', exact: true }).waitFor({ state: 'detached' });
    await guide.getByRole('textbox', { name: '在手册里找' }).fill('');
    await guide.getByRole('button', { name: '上墙', exact: true }).click();
    await expect.poll(() => guide.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'detached' });
    // A part of a place leads to its part of the chapter, what stands beside the table to its own.
    await page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name: '动态管理' }).click();
    await page.keyboard.press('F1');
    const part = guide.getByRole('heading', { name: '动态管理', exact: true });
    await expect.poll(() => part.evaluate((head) => head.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.keyboard.press('Escape');
    await frame.press('人');
    await grid.shown();
    await grid.cell(0, 'name').click();
    await page.keyboard.press('ControlOrMeta+i');
    await page.getByRole('complementary', { name: '户卡片' }).getByRole('button', { name: '整屏' }).focus();
    await page.keyboard.press('F1');
    await guide.getByRole('heading', { name: '户卡片', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: '户卡片' }).getByRole('button', { name: '关闭户卡片' }).click();
  });

  it('high contrast, kept for the next start', async () => {
    const { page } = program;
    await frame.press('设置');
    await page.getByRole('group', { name: '对比度' }).getByRole('button', { name: '高' }).click();
    await frame.press('户');
    await grid.shown();
    expect(await look('high-contrast')).toEqual([]);
    await page.reload();
    await grid.shown();
    expect(await page.evaluate(() => document.documentElement.dataset['contrast'])).toBe('high');
    await frame.press('设置');
    await page.getByRole('group', { name: '对比度' }).getByRole('button', { name: '平常' }).click();
  });

  it('the system’s own colours: what is selected, where one is and what is drawn can still be told', async () => {
    const { page } = program;
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const look = (part: Locator, of: 'backgroundColor' | 'borderLeftColor' | 'outlineStyle' | 'fill') => part.evaluate((element, name) => getComputedStyle(element)[name], of);
    await frame.press('人');
    await grid.shown();
    await grid.cell(2, 'sex').click();
    await grid.cell(3, 'sex').click({ modifiers: ['Shift'] });
    const grounds = await Promise.all([2, 3, 4].map((row) => look(grid.cell(row, 'sex'), 'backgroundColor')));
    expect(grounds[1]).not.toBe(grounds[2]);
    // The cursor is a line on the usual ground.
    expect(grounds[0]).toBe(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    expect(await look(grid.cell(2, 'sex'), 'outlineStyle')).toBe('solid');
    expect(await grid.head('sex').locator('.ag-icon-filter').first().evaluate((sign) => getComputedStyle(sign, '::before').backgroundColor)).not.toBe(grounds[0]);
    const rail = page.getByRole('navigation', { name: '主要画面' });
    expect(await look(rail.getByRole('button', { name: '人', exact: true }), 'borderLeftColor')).not.toBe(await look(rail.getByRole('button', { name: '户', exact: true }), 'borderLeftColor'));
    await page.keyboard.press('ControlOrMeta+i');
    const person = page.locator('.card-family rect').first();
    await person.waitFor();
    expect(await look(person, 'fill')).not.toBe(await look(page.locator('.card-family text').first(), 'fill'));
    expect(await look(person, 'fill')).toBe(grounds[0]);
    await program.shoot('screens-forced-colours');
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    await page.getByRole('complementary', { name: '户卡片' }).getByRole('button', { name: '关闭户卡片' }).click();
  });

  it('text at twice its size: nothing runs out of the window of 1366 × 768', async () => {
    const { page } = program;
    // What a window of 1366 × 768 has room for when everything in it is twice as large.
    await page.setViewportSize({ width: 683, height: 384 });
    for (const place of ['户', '导入', '核对', '台账', '报表', '上墙', '记录', '设置'] as const) {
      await frame.press(place);
      await page.getByRole('main').getByRole('button').first().waitFor();
      await program.shoot(`screens-twice-${place}`);
      expect([place, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([place, 0]);
      // No head is broken into single signs, and no button stands outside of what scrolls.
      const main = page.getByRole('main');
      expect([place, await main.locator('h1').first().evaluate((head) => head.getBoundingClientRect().height < 60)]).toEqual([place, true]);
      expect([place, await main.locator('button.ant-btn-primary').evaluateAll((all) => all.filter((button) => button.getBoundingClientRect().right > innerWidth).length)]).toEqual([place, 0]);
      if (place === '台账') {
        const edges = await main.evaluate((room) => [room.querySelector('.ledger-actions')?.getBoundingClientRect().bottom ?? 0, room.querySelector('.records-head')?.getBoundingClientRect().top ?? 0]);
        expect((edges[0] ?? 0) <= (edges[1] ?? 0)).toBe(true);
        const row = grid.cell(2, 'householdNo');
        await row.scrollIntoViewIfNeeded();
        expect((await row.boundingBox())?.height).toBeGreaterThan(20);
      }
      const rail = await page.getByRole('navigation', { name: '主要画面' }).getByRole('button', { name: '设置' }).boundingBox();
      expect(rail && rail.y + rail.height).toBeLessThanOrEqual(384);
    }
    await page.setViewportSize(sizes[0]);
  });

  it.runIf(hostName === 'desktop')('text at twice its size, by the setting, kept for the next start', async () => {
    const { page } = program;
    const before = await page.evaluate(() => window.devicePixelRatio);
    await frame.press('设置');
    await page.getByRole('group', { name: '字号' }).getByRole('button', { name: '200%' }).click();
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(before * 2);
    await page.reload();
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(before * 2);
    await frame.press('设置');
    await page.getByRole('group', { name: '字号' }).getByRole('button', { name: '100%' }).click();
    await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(before);
  });

  it('tells a barrier where there is one', async () => {
    await program.page.evaluate(() => document.body.append(Object.assign(document.createElement('button'), { id: 'nameless' })));
    expect(await barriers(program.page)).toEqual([expect.stringContaining('#nameless')]);
    await program.page.evaluate(() => document.getElementById('nameless')?.remove());
  });

  it('writes nothing to the console that calls for help', () => expect(program.errors).toEqual([]));
});
