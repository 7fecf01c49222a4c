import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { barriers } from './support/access.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** Columns that the office adds by itself, from the grid and from what files brought along. */
describe(`own columns on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let own: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-own-'));
    program = await launchSample();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    await program.page.setViewportSize({ width: 1366, height: 768 });
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  const head = (label: string) => program.page.locator('.ag-header-cell', { hasText: label });
  /** Own columns stand behind all others; what is out of sight is not drawn. */
  const toTheEnd = (): Promise<void> => program.page.locator('.ag-body-horizontal-scroll-viewport').evaluate((bar) => { bar.scrollLeft = bar.scrollWidth; });
  const keyOf = async (label: string): Promise<string> => (await head(label).getAttribute('col-id')) ?? '';

  it('a column with choices is added beside the table, written in the grid, and taken back by undo', async () => {
    const { page } = program;
    await page.getByRole('button', { name: '列 ▾' }).click();
    await page.getByRole('button', { name: '新增一列……' }).click();
    const form = page.getByRole('form', { name: '新增一列' });
    await form.getByLabel('列名').fill('家门口朝向');
    await form.getByLabel('填什么').click();
    await page.locator('.ant-select-item-option', { hasText: '从几个选项里选' }).click();
    await form.getByLabel('第 1 个选项', { exact: true }).fill('朝南');
    await form.getByLabel('第 2 个选项', { exact: true }).fill('朝北');
    await program.shoot('own-new');
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('button', { name: '新增这一列' }).click();
    await head('家门口朝向').waitFor();
    const key = await keyOf('家门口朝向');
    await grid.type(0, key, '朝南');
    await expect.poll(() => grid.cell(0, key).innerText()).toBe('朝南');
    await program.shoot('own-in-grid');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => grid.cell(0, key).innerText()).toBe('');
    await page.keyboard.press('ControlOrMeta+z');
    await head('家门口朝向').waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+y');
    await page.keyboard.press('ControlOrMeta+y');
    await expect.poll(() => grid.cell(0, key).innerText()).toBe('朝南');
  });

  it('a choice is renamed in the settings, and the rows follow', async () => {
    const { page } = program;
    await toTheEnd();
    const key = await keyOf('家门口朝向');
    await frame.press('设置');
    await page.getByRole('button', { name: '改“家门口朝向”' }).click();
    const form = page.getByRole('form', { name: '改这一列' });
    await form.getByLabel('第 1 个选项', { exact: true }).fill('坐北朝南');
    await form.getByText('填了“朝南”的行跟着改成“坐北朝南”').waitFor();
    await form.scrollIntoViewIfNeeded();
    await program.shoot('own-change');
    await form.getByRole('button', { name: '存改动' }).click();
    await form.waitFor({ state: 'detached' });
    await frame.press('户');
    await grid.shown();
    await toTheEnd();
    await expect.poll(() => grid.cell(0, key).innerText()).toBe('坐北朝南');
  });

  it('a column that a file brought along becomes one of the register, with its values', async () => {
    const { page } = program;
    await frame.press('人');
    await grid.shown();
    const rows = [await person(0), await person(1)];
    const file = join(own, '人员2020.csv');
    writeCsv(file, [['姓名', '身份证号', '与户主关系', '性别', '菜地面积'], [...rows[0] ?? [], '1.5'], [...rows[1] ?? [], '不详']]);
    await frame.go('导入');
    const imports = new ImportPage(page);
    await imports.chooseFiles([file]);
    await imports.previewed();
    await imports.commit();
    await frame.press('设置');
    await page.getByRole('button', { name: '把“菜地面积”做成一列' }).click();
    const form = page.getByRole('form', { name: '做成一列' });
    await form.getByLabel('填什么').click();
    await page.locator('.ant-select-item-option', { hasText: '带小数的数' }).click();
    await form.scrollIntoViewIfNeeded();
    await program.shoot('own-from-notes');
    await form.getByRole('button', { name: '做成一列，把内容读进去' }).click();
    await page.getByText('读进 1 行，1 行没有读进去，原样留着：').waitFor();
    await page.getByText('“不详”不是数量').waitFor();
    await program.shoot('own-notes-left');
    await frame.press('人');
    await grid.shown();
    await toTheEnd();
    await expect.poll(async () => grid.cell(0, await keyOf('菜地面积')).innerText()).toBe('1.5');
    expect(program.errors).toEqual([]);
  });

  const person = async (row: number): Promise<string[]> => {
    const texts: string[] = [];
    for (const column of ['name', 'identityNo', 'relation', 'sex']) texts.push((await grid.cell(row, column).innerText()).replace(/\s/g, ''));
    return texts;
  };
});
