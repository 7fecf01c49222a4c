import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { testHost } from '../core/support/core.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** Blocks of cells copied, pasted, filled and replaced, by real keys and the real clipboard. */
describe(`blocks of cells in the grid on ${hostName}`, () => {
  let program: Launched;
  let grid: GridPage;
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await program.close();
    closed = true;
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await program.page.keyboard.press(key);
  };
  /** Puts a text into the clipboard as another program would. */
  const fromElsewhere = (text: string): Promise<void> => program.page.evaluate((given) => navigator.clipboard.writeText(given), text);
  /** Undoes until a column is as before. */
  const undone = async (column: string, before: readonly string[]): Promise<void> => {
    await press('ControlOrMeta+z');
    await expect.poll(() => grid.column(column, before.length)).toEqual(before);
  };

  const folder = mkdtempSync(join(tmpdir(), 'mingce-clipboard-'));

  beforeAll(async () => {
    program = await launchSample({ registersFolder: join(folder, 'registers') });
    grid = new GridPage(program.page);
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('copies a block and pastes it elsewhere, as one step back', async () => {
    const before = await grid.column('liftYear', 8);
    await grid.drag(grid.cell(0, 'liftYear'), grid.cell(1, 'liftYear'));
    await press('ControlOrMeta+c');
    await program.page.locator('[data-mark~="kept"]').first().waitFor();
    await grid.cell(4, 'liftYear').click();
    await press('ControlOrMeta+v');
    await expect.poll(() => grid.column('liftYear', 6)).toEqual([...before.slice(0, 4), ...before.slice(0, 2)]);
    await undone('liftYear', before);
  });

  it('pastes what was copied, however quick the hands: while it is still on its way into the clipboard', async () => {
    const before = await grid.filled('householdPhone', 4);
    await fromElsewhere('19900001111');
    // In the browser the core's answer without which nothing is copied is held back until the paste has been asked for.
    const go = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const web = program.electron === null;
    if (web) {
      await program.page.route('**/rpc/outgoing/copied', async (route) => {
        asked.resolve();
        await go.promise;
        await route.continue();
      });
    }
    await grid.cell(0, 'householdPhone').click();
    await press('ControlOrMeta+c');
    if (web) await asked.promise;
    await press('ArrowDown', 'ArrowDown', 'ControlOrMeta+v');
    go.resolve();
    await expect.poll(() => grid.column('householdPhone', 4)).toEqual(before.with(2, before[0] ?? ''));
    await program.page.unroute('**/rpc/outgoing/copied');
    await undone('householdPhone', before);
  });

  it('repeats a block over a larger selection', async () => {
    const before = await grid.column('liftYear', 8);
    await fromElsewhere('2018\r\n2017\r\n');
    await grid.drag(grid.cell(2, 'liftYear'), grid.cell(5, 'liftYear'));
    await press('ControlOrMeta+v');
    await expect.poll(() => grid.column('liftYear', 7)).toEqual([...before.slice(0, 2), '2018', '2017', '2018', '2017', before[6]]);
    await undone('liftYear', before);
  });

  it('pastes into what Ctrl+Shift+arrow has selected, however quick the hands', async () => {
    const before = await grid.column('liftYear', 8);
    await fromElsewhere('2016');
    await grid.cell(2, 'liftYear').click();
    await press('ControlOrMeta+Shift+ArrowDown', 'ControlOrMeta+v');
    await expect.poll(async () => [await grid.cell(109, 'liftYear').innerText(), await grid.cell(110, 'liftYear').innerText()]).toEqual(['2016', '2016']);
    await press('ControlOrMeta+z', 'ControlOrMeta+Home');
    await grid.shown();
    await expect.poll(() => grid.column('liftYear', 8)).toEqual(before);
  });

  it('shows every refused cell with its reason, and writes nothing or only the good ones', async () => {
    const before = await grid.column('liftYear', 4);
    const paste = async (): Promise<void> => {
      await fromElsewhere('2015\r\n哪年\r\n');
      await grid.cell(2, 'liftYear').click();
      await press('ControlOrMeta+v');
      await program.page.getByRole('dialog').waitFor();
    };
    await paste();
    const dialog = program.page.getByRole('dialog');
    expect(await dialog.innerText()).toMatch(/1 格写不进去[\s\S]*脱贫年度[\s\S]*哪年[\s\S]*不是年份/);
    await program.shoot('habits-refused');
    await dialog.getByRole('button', { name: '都不写' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await grid.column('liftYear', 4)).toEqual(before);
    await paste();
    await dialog.getByRole('button', { name: '只写好的 1 格' }).click();
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([...before.slice(0, 2), '2015', before[3]]);
    await undone('liftYear', before);
  });

  it('asks what empty cells of a pasted block do where they would clear something', async () => {
    const before = await grid.column('liftYear', 4);
    await fromElsewhere('2015\r\n\r\n');
    await grid.cell(2, 'liftYear').click();
    await press('ControlOrMeta+v');
    await program.page.getByRole('button', { name: '空格子跳过' }).click();
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([...before.slice(0, 2), '2015', before[3]]);
    await undone('liftYear', before);
  });

  it('asks no more where the answer is to stand, until the settings take it back', async () => {
    const before = await grid.column('liftYear', 4);
    const frame = new FramePage(program.page);
    const paste = async (): Promise<void> => {
      await fromElsewhere('2015\r\n\r\n');
      await grid.cell(2, 'liftYear').click();
      await press('ControlOrMeta+v');
    };
    await paste();
    await program.page.getByText('以后都这样，不再问').click();
    await program.page.getByRole('button', { name: '空格子跳过' }).click();
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([...before.slice(0, 2), '2015', before[3]]);
    await undone('liftYear', before);
    await paste();
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([...before.slice(0, 2), '2015', before[3]]);
    await undone('liftYear', before);
    await frame.press('设置');
    const said = program.page.getByRole('group', { name: '空格子' });
    expect(await said.getByRole('button', { pressed: true }).innerText()).toBe('跳过');
    await said.getByRole('button', { name: '每次问' }).click();
    await program.shoot('settings-paste');
    await frame.press('户');
    await grid.shown();
    await paste();
    await program.page.getByRole('button', { name: '不粘贴' }).click();
    expect(await grid.column('liftYear', 4)).toEqual(before);
  });

  it('moves what was cut', async () => {
    const before = await grid.column('liftYear', 8);
    await grid.drag(grid.cell(0, 'liftYear'), grid.cell(1, 'liftYear'));
    await press('ControlOrMeta+x');
    await program.page.locator('[data-mark~="kept"]').first().waitFor();
    await grid.cell(5, 'liftYear').click();
    await press('ControlOrMeta+v');
    await expect.poll(() => grid.column('liftYear', 8)).toEqual(['', '', ...before.slice(2, 5), ...before.slice(0, 2), before[7]]);
    await undone('liftYear', before);
  });

  it('cuts, copies, pastes, clears and fills from the menu of a cell, with the key beside each', async () => {
    const menu = async (row: number, name: RegExp): Promise<void> => {
      await grid.cell(row, 'householdPhone').click({ button: 'right' });
      await program.page.getByRole('menuitem', { name }).click();
    };
    const before = await grid.column('householdPhone', 6);
    await grid.cell(1, 'householdPhone').click();
    await menu(1, /^复制.*Ctrl\+C$/);
    await menu(4, /^粘贴.*Ctrl\+V$/);
    await expect.poll(() => grid.cell(4, 'householdPhone').innerText()).toBe(before[1]);
    await undone('householdPhone', before);
    await menu(2, /^清空.*Delete$/);
    await expect.poll(() => grid.cell(2, 'householdPhone').innerText()).toBe('');
    await undone('householdPhone', before);
    await menu(3, /^照上面的填.*Ctrl\+D$/);
    await expect.poll(() => grid.cell(3, 'householdPhone').innerText()).toBe(before[2]);
    await undone('householdPhone', before);
    await grid.cell(3, 'householdPhone').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: /^剪切.*Ctrl\+X$/ }).waitFor();
    await program.shoot('cell-menu');
    await program.page.keyboard.press('Escape');
  });

  it('clears with Delete, fills with Ctrl+D, and with Ctrl+Enter what was typed', async () => {
    const before = await grid.column('liftYear', 5);
    await grid.drag(grid.cell(1, 'liftYear'), grid.cell(3, 'liftYear'));
    await press('Delete');
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([before[0], '', '', '', before[4]]);
    await program.page.keyboard.type('2016');
    await press('ControlOrMeta+Enter');
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([before[0], '2016', '2016', '2016', before[4]]);
    await grid.drag(grid.cell(0, 'liftYear'), grid.cell(3, 'liftYear'));
    await press('ControlOrMeta+d');
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([before[0], before[0], before[0], before[0], before[4]]);
    await press('ControlOrMeta+z', 'ControlOrMeta+z');
    await undone('liftYear', before);
  });

  it('fills by the corner, and offers the series', async () => {
    const before = await grid.column('liftYear', 4);
    await grid.cell(0, 'liftYear').click();
    const [from, to] = [await grid.cell(0, 'liftYear').boundingBox(), await grid.cell(2, 'liftYear').boundingBox()];
    if (!from || !to) throw new Error('no cell to fill from');
    await program.page.mouse.move(from.x + from.width - 3, from.y + from.height - 3);
    await program.page.mouse.down();
    await program.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await program.page.mouse.up();
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([before[0], before[0], before[0], before[3]]);
    await program.page.getByRole('button', { name: '改为序列' }).click();
    const year = Number(before[0]);
    await expect.poll(() => grid.column('liftYear', 4)).toEqual([before[0], String(year + 1), String(year + 2), before[3]]);
    await undone('liftYear', before);
  });

  it('fills on by a double click on the corner into the empty cells below, and no further', async () => {
    const before = await grid.column('liftYear', 5);
    await grid.drag(grid.cell(1, 'liftYear'), grid.cell(3, 'liftYear'));
    await press('Delete');
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([before[0], '', '', '', before[4]]);
    await grid.cell(0, 'liftYear').click();
    const corner = async (row: number): Promise<void> => {
      const box = await grid.cell(row, 'liftYear').boundingBox();
      if (!box) throw new Error('no cell to fill from');
      await program.page.mouse.dblclick(box.x + box.width - 3, box.y + box.height - 3);
    };
    await corner(0);
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([before[0], before[0], before[0], before[0], before[4]]);
    await expect.poll(() => grid.selected()).toMatchObject({ rows: [0, 3], active: '0 liftYear' });
    await corner(3);
    await program.page.getByText('下面没有空着的格子，没有填').waitFor();
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    await press('ControlOrMeta+z');
    await undone('liftYear', before);
  });

  it('finds in every column and replaces what was shown first', async () => {
    const before = await grid.column('village', 10);
    await grid.cell(0, 'village').click();
    await press('ControlOrMeta+f');
    await program.page.keyboard.type('下牛');
    await program.page.getByText('共 4 处').waitFor();
    // The hit is the cursor's cell, as the foot tells it, and no other looks like it, though the keys are still in the box.
    await expect.poll(() => grid.current()).toMatch(/行政村：下牛村/);
    expect(await program.page.locator('.ag-row .ag-cell').evaluateAll((cells) => cells.filter((cell) => getComputedStyle(cell).outlineStyle !== 'none').map((cell) => cell.textContent))).toEqual(['下牛村']);
    await press('Enter');
    await press('ControlOrMeta+h');
    await program.page.getByLabel('替换为').fill('上牛');
    await program.page.getByRole('button', { name: '看看会改哪些' }).click();
    await program.page.getByText('4 行的 4 格会改').waitFor();
    await program.shoot('habits-replace');
    await program.page.getByRole('button', { name: '替换这 4 格' }).click();
    await expect.poll(async () => (await grid.column('village', 10)).includes('下牛村')).toBe(false);
    await program.page.getByRole('button', { name: '关闭查找' }).click();
    await undone('village', before);
  });

  it('met no error, and the register knows whose whole numbers were copied', async () => {
    const copy = async (from: number, to: number): Promise<void> => {
      await press('Escape');
      await grid.drag(grid.cell(from, 'householdPhone'), grid.cell(to, 'householdPhone'));
      await press('ControlOrMeta+c');
      await program.page.locator('[data-mark~="kept"]').first().waitFor();
    };
    const phones = await grid.column('householdPhone', 3);
    await copy(0, 2);
    await program.page.getByRole('button', { name: '遮住号码' }).click();
    await copy(0, 1);
    expect(program.errors).toEqual([]);
    await close();
    const core = openCore(testHost(folder, { chooseRegister: async () => join(folder, 'registers', readdirSync(join(folder, 'registers')).find((name) => name.endsWith('.mingce')) ?? '') }));
    const client = createRouterClient(core.router, { context: {} });
    await client.registers.open({});
    const there = phones.filter((phone) => phone !== '').length;
    expect(there).toBeGreaterThan(0);
    expect(await client.outgoing.list({})).toMatchObject({
      total: 3,
      rows: [{ columns: ['户联系电话'], level: 'full', rows: there, households: there }, { columns: ['户联系电话'], level: 'full', rows: 1 }, { columns: ['户联系电话'], level: 'full', rows: 1 }],
    });
    core.close();
  });
});
