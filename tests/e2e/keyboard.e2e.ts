import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage, PlaceName } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { barriers, foreignWords } from './support/access.ts';
import { walk, type Walk } from './support/keyboard.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Whoever has no mouse comes to everything, sees where the keys are, and is caught nowhere. */
describe(`the keyboard alone on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const fine = (walked: Walk): void => expect({ unseen: walked.unseen, missed: walked.missed.slice(0, 8), backwards: walked.backwards, last: walked.missed.length === 0 ? '' : walked.stops.slice(-3).join() }).toEqual({ unseen: [], missed: [], backwards: [], last: '' });

  /** Each screen, and what stands there when all of it does. */
  const screens: readonly (readonly [PlaceName, string])[] = [['导入', 'button'], ['核对', '.findings button, button:has-text("列入整改")'], ['台账', 'button:has-text("社会捐赠")'], ['任务', '.plan-open'], ['报表', 'button:has-text("就业与培训情况表")'], ['上墙', 'button:enabled:has-text("排版")'], ['记录', 'li button, table button'], ['设置', 'button[aria-label*="不排"]']];
  it.each(screens)('%s: Tab comes to everything', async (place, whole) => {
    await frame.press(place);
    await program.page.getByRole('main').locator(whole).first().waitFor();
    await program.page.waitForLoadState('networkidle');
    const walked = await walk(program.page);
    expect(walked.stops.length).toBeGreaterThan(15);
    fine(walked);
    expect(await foreignWords(program.page)).toEqual([]);
  });

  /** What opens over or beside the table of people, by which keys from a cell, and by what it is known. */
  const opened: readonly (readonly [string, readonly string[], string])[] = [
    ['the views', ['Alt+V'], '.view-panel'],
    ['the order', ['ControlOrMeta+Shift+S'], 'form.sort-list'],
    ['the menu of a column', ['ControlOrMeta+Shift+L'], '[role="menu"][aria-label*="列"]'],
    ['the menu of a cell', ['Shift+F10'], '[role="menu"]'],
    ['finding', ['ControlOrMeta+F'], '.habit-find'],
    ['replacing', ['ControlOrMeta+H'], '.habit-find'],
    ["the household's card", ['ControlOrMeta+I'], 'aside[aria-label="户卡片"]'],
    ['the history of a cell', ['ControlOrMeta+Shift+H'], 'aside[aria-label="修改记录"]'],
    ['one value for many rows', ['ControlOrMeta+Shift+E'], 'aside[aria-label="批量修改"]'],
    ['new rows', ['Insert'], 'form[aria-label="新增成员"]'],
    ['the guide', ['F1'], 'aside[aria-label="使用手册"]'],
    ['the columns', ['button:列 ▾'], '.column-list'],
    ['the formats', ['button:格式 ▾'], '.format-panel'],
    ['a past day', ['button:今天：看某一天的登记册'], '.day-choices'],
    ['what can be done with the register', ['button:登记册：打开、新建、刷新、关闭'], '[role="menu"]'],
  ];
  it.each(opened)('%s: opens by keys without barriers, F6 and Tab come to it, Esc closes it and gives the keys back', async (name, keys, what) => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    await grid.cell(1, 'memberPhone').click();
    for (const key of keys) {
      const button = key.startsWith('button:') ? page.getByRole('button', { name: key.slice('button:'.length), exact: true }) : null;
      await button?.focus();
      await page.keyboard.press(button ? 'Enter' : key);
    }
    const part = page.locator(what).last();
    await part.waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await foreignWords(page)).toEqual([]);
    await program.shoot(`keyboard-${name.replaceAll(/[^a-z]+/g, '-')}`);
    const within = (): Promise<boolean> => part.evaluate((element) => element.contains(document.activeElement));
    // What opens over the table has the keys by itself; what opens beside it is come to by F6.
    const beside = await part.evaluate((element) => element.closest('main') !== null && element.closest('.habit-find') === null);
    for (let turn = 0; beside && turn < 8 && !(await within()); turn++) await page.keyboard.press('F6');
    await expect.poll(within).toBe(true);
    await page.keyboard.press('Escape');
    await part.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  it('a table that is come to by key has the keys at once, where nothing else has them', async () => {
    const { page } = program;
    const column = () => page.evaluate(() => document.activeElement?.getAttribute('col-id') ?? '');
    for (const place of ['人', '户'] as const) {
      await frame.press('导入');
      await page.getByRole('button', { name: '选择文件' }).waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await frame.press(place);
      await grid.shown();
      await expect.poll(column).not.toBe('');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[row-index]')?.getAttribute('row-index'))).toBe('1');
    }
    // What was clicked keeps them.
    await frame.go('人');
    await grid.shown();
    expect(await column()).toBe('');
  });

  it('Alt+↓ opens the calendar wherever a day is asked: in a cell, also half typed, on the card, in a form of it', async () => {
    const { page } = program;
    // The calendar is the browser's own and no part of the page: what is counted is that it was asked for.
    await page.evaluate(() => {
      const { showPicker } = HTMLInputElement.prototype;
      document.body.dataset['calendars'] = '0';
      HTMLInputElement.prototype.showPicker = function count() {
        document.body.dataset['calendars'] = String(Number(document.body.dataset['calendars']) + 1);
        showPicker.call(this);
      };
    });
    const opened = async (times: number): Promise<void> => {
      await expect.poll(() => page.evaluate(() => document.body.dataset['calendars'])).toBe(String(times));
      await page.keyboard.press('Escape');
    };
    const editor = page.locator('.value-editor input:focus');
    await frame.press('人');
    await grid.shown();
    await grid.cell(1, 'birthDate').click();
    await page.keyboard.press('Alt+ArrowDown');
    await editor.waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await opened(1);
    if ((await editor.count()) > 0) await page.keyboard.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await page.keyboard.type('2');
    await editor.waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await opened(2);
    if ((await editor.count()) > 0) await page.keyboard.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+I');
    const card = page.getByRole('complementary', { name: '户卡片' });
    await card.locator('[data-section="状态"]').getByRole('button', { name: '办理变动 ▾' }).press('Enter');
    await page.getByRole('menuitem', { name: /^死亡、迁出/ }).press('Enter');
    await card.getByRole('textbox', { name: '日期' }).press('Alt+ArrowDown');
    await opened(3);
    await card.getByRole('button', { name: '不办了' }).click();
    await card.getByRole('button', { name: '关闭户卡片' }).click();
  });

  it('finding anybody gives the keys back to the cell where they were', async () => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    await grid.cell(2, 'name').click();
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('zh');
    await page.locator('.find-hit').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.find-hit').first().waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('col-id'))).toBe('name');
  });

  it.each(['户', '人'] as const)('%s: Tab comes to everything around the table, F6 leads out of it', async (place) => {
    await frame.press(place);
    await grid.shown();
    await program.page.getByRole('grid', { name: `表格：${place}`, exact: true }).waitFor();
    // What the rules find is told when they are through, and is then one more thing to come to.
    await program.page.locator('.records-findings').waitFor();
    fine(await walk(program.page));
    expect((await walk(program.page, { back: true })).missed).toEqual([]);
  });
});
