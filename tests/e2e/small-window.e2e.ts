import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** What opens over a screen of 1366 × 768 at 150 %: every part of it can be seen and pressed. */
describe(`what opens in a small window on ${hostName}`, () => {
  const size = { width: 910, height: 512 } as const;
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  const inside = (part: Locator) => async (): Promise<boolean> => {
    const box = await part.boundingBox();
    return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
  };
  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    await program.page.setViewportSize(size);
    await frame.press('人');
    await grid.shown();
  });
  afterAll(() => program.close());

  it('the menus of a column and of a cell, from the first entry to the last', async () => {
    const { page } = program;
    await grid.head('birthDate').click({ button: 'right' });
    await expect.poll(inside(page.getByRole('menuitem', { name: '筛选……' }))).toBe(true);
    await expect.poll(inside(page.getByRole('menuitem', { name: '按内容定宽' }))).toBe(true);
    await page.keyboard.press('Escape');
    await grid.cell(6, 'name').click({ button: 'right' });
    // It is longer than the window, and scrolls.
    await expect.poll(inside(page.getByRole('menuitem', { name: /^剪切/ }))).toBe(true);
    const last = page.getByRole('menuitem', { name: /^隐藏/ });
    await last.scrollIntoViewIfNeeded();
    await expect.poll(inside(last)).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('the list of views with its buttons, and whom the box above finds, with the number of the household', async () => {
    const { page } = program;
    await page.getByRole('button', { name: /^视图/ }).first().click();
    await expect.poll(inside(page.getByRole('button', { name: '导入视图' }))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('wang');
    const hit = page.locator('.find-hit > .quiet').first();
    await expect.poll(inside(hit)).toBe(true);
    expect(await hit.evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
    await page.keyboard.press('Escape');
  });

  it('the reasons of an exemption, and every calculation', async () => {
    const { page } = program;
    await frame.press('核对');
    await page.locator('.check-views').waitFor();
    await page.getByRole('button', { name: /^豁免/ }).first().click();
    const not = page.getByRole('button', { name: '不豁免' });
    await not.scrollIntoViewIfNeeded();
    await expect.poll(inside(not)).toBe(true);
    await frame.press('任务');
    await page.getByText('测算', { exact: true }).click();
    await expect.poll(inside(page.getByText('享而不该', { exact: true }))).toBe(true);
  });

  it('the lists of findings and of tasks, and every tool of a table, without scrolling sideways', async () => {
    const { page } = program;
    const wider = () => page.evaluate(() => [...document.querySelectorAll('.screen-body, .records-head')].filter((part) => part.scrollWidth > part.clientWidth).map(({ className }) => className));
    // And of 1280 × 720 at 150 %.
    for (const window of [size, { width: 853, height: 480 }]) {
      await page.setViewportSize(window);
      for (const [place, list] of [['核对', '.rule-table'], ['任务', '.plan-table'], ['人', '.ag-row']] as const) {
        await frame.press(place);
        await page.locator(list).first().waitFor();
        await expect.poll(async () => [place, ...(await wider())]).toEqual([place]);
      }
    }
    await page.setViewportSize(size);
  });

  it('every column that can be shown, without the page growing', async () => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    await page.getByRole('button', { name: /^列/ }).click();
    const last = page.locator('.column-list-body .ant-checkbox-wrapper').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(inside(last)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)).toBe(false);
    await page.keyboard.press('Escape');
  });

  it('words of one button in one line on the card, what is asked of an inspection, and a task beside the others, none over another', async () => {
    const { page } = program;
    await grid.cell(0, 'name').click();
    await page.keyboard.press('ControlOrMeta+I');
    const more = page.getByRole('button', { name: /^更多：/ }).first();
    await expect.poll(async () => (await more.boundingBox())?.height ?? 99).toBeLessThan(26);
    // What may happen to a household is a long menu in the midst of the card.
    await page.getByRole('button', { name: /^办理变动/ }).click();
    for (const name of ['死亡、迁出等减少', '清退']) {
      const entry = page.getByRole('menuitem', { name });
      await entry.scrollIntoViewIfNeeded();
      await expect.poll(inside(entry)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '关闭户卡片' }).click();
    await frame.press('核对');
    await page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name: '迎检' }).click();
    await page.getByRole('button', { name: '进入迎检模式……' }).click();
    await page.getByText('什么检查').waitFor();
    await expect.poll(async () => (await page.getByRole('heading', { name: '还没有迎过检' }).boundingBox())?.height ?? 99).toBeLessThan(40);
    await page.keyboard.press('Escape');
    await frame.press('任务');
    await page.getByText('各项任务', { exact: true }).click();
    await page.locator('.plan-table button').first().click();
    const edge = async () => (await page.locator('.plan-side').boundingBox())?.x ?? 0;
    const right = () => page.locator('.plan-main').evaluate((main) => Math.max(...[...main.querySelectorAll('button, td')].map((part) => part.getBoundingClientRect().right)));
    await page.locator('.plan-side').waitFor();
    for (const window of [{ width: 853, height: 480 }, size]) {
      await page.setViewportSize(window);
      expect([window.width, (await right()) <= (await edge())]).toEqual([window.width, true]);
    }
  });

  it('a form of a problem, and a list of households beside a sheet, with one lane to scroll each', async () => {
    const { page } = program;
    /** Parts that scroll up and down, with those around them that do, too. */
    const nested = () =>
      page.evaluate(() => {
        const scrolls = [...document.querySelectorAll('main *')].filter((part) => part.scrollHeight > part.clientHeight + 1 && ['auto', 'scroll'].includes(getComputedStyle(part).overflowY));
        return scrolls.filter((part) => scrolls.some((other) => other !== part && other.contains(part))).map(({ className }) => className);
      });
    await frame.press('核对');
    const parts = page.getByRole('navigation', { name: '核对的各部分' });
    await parts.getByRole('button', { name: '整改台账' }).click();
    await page.getByRole('button', { name: '新增问题' }).click();
    const last = page.getByRole('complementary', { name: '新增问题' }).locator('label').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(inside(last)).toBe(true);
    // What writes it stays in sight.
    await expect.poll(inside(page.getByRole('button', { name: '列入整改' }))).toBe(true);
    expect(await nested()).toEqual([]);
    await page.keyboard.press('Escape');
    await parts.getByRole('button', { name: '排查普查' }).click();
    await page.getByText('录入', { exact: true }).click();
    const households = page.getByRole('navigation', { name: '各户' }).getByRole('button');
    await households.first().click();
    await page.locator('form.sweep-form').waitFor();
    expect(await nested()).toEqual([]);
    await households.last().scrollIntoViewIfNeeded();
    await expect.poll(inside(households.last())).toBe(true);
  });

  it('what an import would do: every head by itself, and every way to sift', async () => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    const people = await Promise.all([0, 1].map(async (row) => Promise.all(['householdNo', 'name', 'identityNo', 'relation'].map((column) => grid.cell(row, column).innerText()))));
    const sheet = join(program.folders.downloads, '人员2020.csv');
    writeCsv(sheet, [['户编号', '姓名', '证件号码', '与户主关系', '务工企业'], ...people.map((person) => [...person, '试验厂'])]);
    await frame.go('导入');
    const imports = new ImportPage(page);
    await imports.chooseFiles([sheet]);
    await imports.previewed();
    await imports.sift('全部');
    const heads = page.getByRole('table', { name: '按户核对' }).getByRole('columnheader');
    await heads.first().waitFor();
    const overlapping = () =>
      heads.evaluateAll((all) => {
        const boxes = all.map((head) => ({ word: head.textContent, box: head.getBoundingClientRect() }));
        return boxes.flatMap((one, at) => boxes.slice(at + 1).filter(({ box }) => box.left < one.box.right && one.box.left < box.right && box.top < one.box.bottom && one.box.top < box.bottom).map((other) => `${one.word} ${other.word}`));
      });
    expect(await overlapping()).toEqual([]);
    // None is broken into a column of single signs.
    expect(Math.max(...(await heads.evaluateAll((all) => all.map((head) => head.getBoundingClientRect().height))))).toBeLessThan(30);
    await expect.poll(inside(page.getByRole('group', { name: '按结果筛选' }).getByRole('button', { name: '本次未出现' }))).toBe(true);
    await page.getByRole('button', { name: '不导入了' }).click();
  });

  it('every village of which sheets are printed', async () => {
    const { page } = program;
    await frame.press('上墙');
    await page.getByRole('radio', { name: '一个村' }).check();
    const last = page.getByRole('radiogroup', { name: '村' }).getByRole('radio').last();
    await last.scrollIntoViewIfNeeded();
    await last.click();
    expect(await last.getAttribute('aria-checked')).toBe('true');
  });

  it.runIf(hostName === 'web')('the last row, through the lane of a scrollbar that lies over it', async () => {
    await frame.press('人');
    await grid.shown();
    const lanes = program.page.locator('.ag-scrollbar-invisible > div[class$="scroll-viewport"]');
    expect(await lanes.evaluateAll((parts) => parts.map((lane) => getComputedStyle(lane).backgroundColor))).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  });

  it('what is worked at beside a table, while something is told', async () => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    await page.getByRole('button', { name: '汇总', exact: true }).click();
    const side = page.getByRole('complementary', { name: '分类汇总' });
    await side.getByRole('table').waitFor();
    await side.getByRole('button', { name: '复制' }).click();
    const told = page.getByRole('region', { name: '消息' });
    await told.getByText('已复制').waitFor();
    const [message, panel] = [await told.boundingBox(), await side.boundingBox()];
    expect(message && panel && message.x + message.width <= panel.x).toBe(true);
    expect(message?.x).toBeGreaterThanOrEqual(60);
    await side.getByRole('button', { name: '关闭分类汇总' }).click();
  });

  it('the keys, once the question what something is taken out for is answered with Esc', async () => {
    const { page } = program;
    await frame.press('报表');
    const exporting = page.getByRole('button', { name: '导出人员表' });
    await exporting.click();
    await page.getByRole('dialog').getByRole('radiogroup', { name: '密级' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => exporting.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
