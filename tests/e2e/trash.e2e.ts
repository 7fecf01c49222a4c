import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Many rows changed at once; rows taken out, brought back, and made one, on the sample register. */
describe(`bulk edits and the trash on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const side = (name: string) => program.page.getByRole('complementary', { name });
  const rowMenu = async (row: number, column: string, label: string): Promise<void> => {
    await grid.cell(row, column).click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: label }).click();
  };

  it('changes a column of all rows that the filter leaves, after telling what would change', async () => {
    const before = await grid.column('householdNo', 4);
    await grid.filterValues('mainCause', ['因学']);
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    await program.page.getByRole('button', { name: '批量修改' }).click();
    const panel = side('批量修改');
    await panel.getByRole('combobox', { name: '改哪一列' }).fill('帮扶类型');
    await program.page.keyboard.press('Enter');
    await panel.getByRole('textbox').last().fill('教育帮扶');
    await panel.getByRole('button', { name: '看看会改什么' }).click();
    await panel.getByText('会改 5 格').waitFor();
    await program.shoot('bulk-edit');
    await panel.getByRole('button', { name: '改这 5 格' }).click();
    await program.page.getByText('填入“教育帮扶”，改 5 格，可以撤销（Ctrl+Z）').waitFor();
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await program.page.getByText('已撤销：填入“教育帮扶”，改 5 格').waitFor();
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(() => grid.column('householdNo', 4)).toEqual(before);
  });

  it('changes a column of the selected rows alone, also from the menu of a cell', async () => {
    await grid.cell(1, 'headName').click();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown']) await program.page.keyboard.press(key);
    await program.page.keyboard.press('ControlOrMeta+Shift+E');
    await side('批量修改').getByText('选中的 3 行').waitFor();
    await side('批量修改').getByRole('button', { name: '关闭' }).click();
    await side('批量修改').waitFor({ state: 'detached' });
    await grid.cell(2, 'householdPhone').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '批量修改“户联系电话”……' }).click();
    const panel = side('批量修改');
    expect(await panel.getByRole('radio', { name: '选中的 3 行' }).isChecked()).toBe(true);
    await panel.getByRole('textbox').last().fill('19900008888');
    await panel.getByRole('button', { name: '看看会改什么' }).click();
    await panel.getByText('会改 3 格').waitFor();
    await program.shoot('bulk-edit-selected');
    await panel.getByRole('button', { name: '改这 3 格' }).click();
    await program.page.getByText('填入“19900008888”，改 3 格，可以撤销（Ctrl+Z）').waitFor();
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await program.page.getByText('已撤销：填入“19900008888”，改 3 格').waitFor();
  });

  it('closes what stands beside the table by Esc, the list in it first, and gives the keys back to the cell', async () => {
    await grid.cell(1, 'headName').click();
    const active = program.page.locator('.ag-cell-focus');
    for (const [open, name] of [
      [() => program.page.getByRole('button', { name: '批量修改' }).click(), '批量修改'],
      [() => rowMenu(1, 'headName', '删除这一户……'), '删除这一户'],
    ] as const) {
      await open();
      const panel = side(name);
      await panel.waitFor();
      if (name === '批量修改') {
        await panel.getByRole('combobox', { name: '改哪一列' }).click();
        await program.page.locator('.ant-select-dropdown').waitFor();
        await program.page.keyboard.press('Escape');
        await program.page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
        await panel.waitFor();
      } else await panel.getByRole('radio', { name: '录入错误' }).click();
      await program.page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      expect(await active.evaluate((cell) => cell === document.activeElement)).toBe(true);
    }
  });

  it('takes a household out by mistake, shows it in the trash, and brings it back with its people', async () => {
    await rowMenu(0, 'householdNo', '删除这一户……');
    const panel = side('删除这一户');
    await panel.getByRole('radio', { name: '录入错误' }).click();
    await program.shoot('remove-household');
    await panel.getByRole('button', { name: '放进回收站' }).click();
    await expect.poll(() => grid.count()).toMatch(/· 110 户$/);
    await frame.press('记录');
    await program.page.getByRole('button', { name: '回收站', exact: true }).click();
    const trash = program.page.getByRole('table', { name: '回收站' });
    await trash.getByText('：录入错误').waitFor();
    await program.shoot('trash');
    await trash.getByRole('button', { name: '恢复' }).click();
    await program.page.getByText('回收站是空的').waitFor();
    await frame.press('户');
    await grid.shown();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('makes one of two who are the same, value by value', async () => {
    await frame.press('人');
    await grid.shown();
    // The second person of a household gets the name and birth date of the first.
    const second = (await grid.column('relation', 8)).findIndex((relation, row) => row > 0 && relation !== '户主');
    const head = (await grid.column('relation', second)).lastIndexOf('户主');
    expect(second - head).toBe(1);
    const [called, born] = [await grid.cell(head, 'name').innerText(), await grid.cell(head, 'birthDate').innerText()];
    await grid.type(second, 'birthDate', born);
    await grid.type(second, 'name', called);
    await expect.poll(() => grid.cell(second, 'name').innerText()).toBe(called);
    await frame.press('核对');
    const twins = program.page.getByRole('region', { name: '可能重复登记的人' });
    await twins.getByRole('button', { name: '对照合并' }).click();
    await twins.getByRole('table').waitFor();
    await program.shoot('merge');
    await twins.getByRole('button', { name: '合并成一个人' }).click();
    await program.page.getByText(/^合并重复登记：.*可以撤销（Ctrl\+Z）$/).waitFor();
    await twins.waitFor({ state: 'detached' });
    await frame.press('人');
    await expect.poll(() => grid.count()).toMatch(/^207 人/);
  });
});
