import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { writeEightFiles, writeSamples } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

/** Ledgers filled by a department's list, then worked by hand like any other table. */
describe(`the ledgers on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let own: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-ledgers-'));
    const samples = join(own, 'samples');
    writeSamples(samples);
    const { folder } = writeEightFiles(samples, join(own, '三月来的表'));
    program = await launch();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    const imports = new ImportPage(program.page);
    const first = new FirstStartPage(program.page);
    await first.shown();
    await first.choose('先用示例看看');
    await grid.shown();
    await frame.press('台账');
    await program.page.getByText('台账里还没有内容').waitFor();
    await program.shoot('ledgers-empty');
    await frame.go('导入');
    await imports.chooseFiles([join(folder, '低保名单_2020.csv'), join(folder, '残疾人名单_2020.csv'), join(folder, '家庭医生签约_2020.csv')]);
    await imports.previewed();
    await imports.commit();
    await frame.saved();
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  const list = () => program.page.getByRole('navigation', { name: '台账' });

  it('lists the ledgers by department with what they hold', async () => {
    await frame.press('台账');
    await list().getByRole('button', { name: /低保名单/ }).click();
    await grid.shown();
    expect(await list().getByRole('heading').allInnerTexts()).toEqual(['民政局', '残联', '卫健局']);
    expect(await grid.count()).toBe('12 条');
    await program.shoot('ledgers');
  });

  it('edits a cell of a record, and takes it back', async () => {
    await grid.type(0, 'dibaoList.amount', '600');
    await frame.saved();
    expect(await grid.cell(0, 'dibaoList.amount').innerText()).toBe('600.00');
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => grid.cell(0, 'dibaoList.amount').innerText()).toBe('520.00');
  });

  it('adds a record by hand, refuses the same twice, and deletes it so that it can come back', async () => {
    await program.page.getByRole('button', { name: '新增一条' }).click();
    const form = program.page.getByRole('complementary', { name: '新增：低保名单' });
    const whom = form.getByRole('combobox', { name: '哪个人' });
    await whom.fill('关德发');
    await program.page.locator('.ant-select-item-option', { hasText: '关德发' }).first().click();
    await form.getByLabel('低保等级').fill('C');
    await program.shoot('ledgers-add');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => grid.count()).toBe('13 条');
    await expect.poll(() => grid.current()).toContain('关德发');
    await program.page.getByRole('button', { name: '新增一条' }).click();
    await whom.fill('关德发');
    await program.page.locator('.ant-select-item-option', { hasText: '关德发' }).first().click();
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.getByText('里已经有这一条').waitFor();
    await form.getByRole('button', { name: '关闭' }).click();
    await program.page.locator('.records-head').getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(() => grid.count()).toBe('12 条');
    await program.page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await expect.poll(() => grid.count()).toBe('13 条');
  });

  it('shows on the household’s card what the ledgers have of it', async () => {
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('Control+i');
    const card = program.page.getByRole('complementary', { name: '户卡片' });
    await card.getByRole('heading', { name: '台账' }).waitFor();
    await card.getByRole('heading', { name: '状态和变动' }).waitFor();
    await program.shoot('ledgers-card');
    await card.getByText('家庭医生签约').waitFor();
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
