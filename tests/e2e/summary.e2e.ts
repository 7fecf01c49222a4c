import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { barriers } from './support/access.ts';
import { heldBack } from './support/held-back.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** 分类汇总 beside the tables: by mouse and keyboard, on the sample register. */
describe(`a table summed up on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    await frame.press('人');
    await grid.shown();
  });
  afterAll(() => program.close());

  const side = () => program.page.getByRole('complementary', { name: '分类汇总' });
  const table = () => side().getByRole('table');
  const choose = async (called: string, text: string): Promise<void> => {
    await side().getByRole('combobox', { name: called, exact: true }).click();
    await program.page.keyboard.type(text);
    await program.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().waitFor();
    await program.page.keyboard.press('Enter');
  };
  const last = () => table().locator('tbody tr').last();

  it('opens by its key with people and households by village, and a figure shows its rows in the table', async () => {
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('ControlOrMeta+Shift+G');
    await last().filter({ hasText: '208' }).waitFor();
    expect(await last().innerText()).toMatch(/合计\s+208\s+111/);
    await program.shoot('summary');
    const figure = table().locator('tbody tr').first().getByRole('button').first();
    const count = await figure.innerText();
    await figure.click();
    await expect.poll(() => grid.count()).toBe(`筛出 ${count} / 208 人`);
    // Arrow keys go from figure to figure.
    await program.page.keyboard.press('ArrowRight');
    await program.page.keyboard.press('ArrowLeft');
    expect(await figure.evaluate((button) => document.activeElement === button)).toBe(true);
    expect(await last().innerText()).toMatch(/208/);
    await side().getByRole('button', { name: '表里回到全部' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('groups by two columns and across, by steps, and tells sums and means', async () => {
    await choose('再按一列分组', '与户主关系');
    await choose('横着分栏', '务工时间');
    await side().getByRole('textbox', { name: '横着分栏每档多少' }).fill('6');
    await program.page.keyboard.press('Enter');
    await table().getByRole('columnheader', { name: '6 到不满 12月' }).waitFor();
    await choose('算什么', '人均纯收入平均');
    await program.page.keyboard.press('Escape');
    await side().waitFor();
    await table().getByRole('columnheader', { name: '人均纯收入平均（元）' }).first().waitFor();
    await side().getByText('人均纯收入是户的，每组里每户只算一次').waitFor();
    expect(await barriers(program.page)).toEqual([]);
    await program.shoot('summary-across');
  });

  it('is copied, saved as a workbook and looked at as paper; kept for the next time', async () => {
    await side().getByRole('button', { name: '去掉横着分栏' }).click();
    await side().getByRole('button', { name: '复制' }).click();
    await program.page.getByText('已复制，可以粘贴到 Excel').waitFor();
    const text = await program.page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')[0]?.trim()).toBe('行政村\t与户主关系\t人数\t户数\t人均纯收入平均（元）');
    await side().getByRole('button', { name: '打印、保存' }).click();
    await side().getByRole('document', { name: '分类汇总预览' }).locator('canvas').first().waitFor();
    await program.shoot('summary-paper');
    const path = await program.download(() => side().getByRole('button', { name: '保存 Excel' }).click());
    expect(path).toMatch(/人表分类汇总_.*\.xlsx$/);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
    await side().getByRole('button', { name: '关闭分类汇总' }).click();
    await program.page.getByRole('button', { name: '汇总', exact: true }).click();
    await side().getByRole('combobox', { name: '第 2 层分组', exact: true }).waitFor();
  });

  it.runIf(hostName === 'web')('shows what it last found under the heads of that, until what is asked now is found', async () => {
    await side().getByRole('button', { name: '去掉第 2 层分组' }).click();
    await last().filter({ hasText: '208' }).waitFor();
    const first = () => table().locator('thead').getByRole('columnheader').first().innerText();
    await expect.poll(() => table().locator('tbody tr').first().locator('td').count()).toBe(4);
    const letGo = await heldBack(program.page, '**/rpc/summaries/make');
    const asked = program.page.waitForRequest('**/rpc/summaries/make');
    await choose('第 1 层分组', '性别');
    await asked;
    expect(await first()).toBe('行政村');
    letGo();
    await expect.poll(first).toBe('性别');
    await program.page.unroute('**/rpc/summaries/make');
    await table().locator('tbody tr', { hasText: '女' }).first().waitFor();
  });

  it('says when the table was asked otherwise meanwhile, and closes with Esc', async () => {
    await grid.cell(0, 'name').click();
    await program.page.getByRole('searchbox', { name: '在表中找' }).fill('王');
    await side().getByText('表里的条件变了').waitFor();
    const count = await grid.count();
    await side().getByRole('button', { name: '按现在表里的汇总' }).click();
    await expect.poll(async () => (await last().innerText()).split('\t').includes(/筛出 (\d+)/.exec(await grid.count())?.[1] ?? count)).toBe(true);
    await side().getByRole('button', { name: '复制' }).focus();
    await program.page.keyboard.press('Escape');
    await side().waitFor({ state: 'detached' });
  });
});
