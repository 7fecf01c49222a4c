import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

declare global {
  interface Window {
    /** Where a frozen cell stood in every frame, px. */
    seenLefts?: number[];
  }
}

/** The two grids on the sample register, by mouse and keyboard. */
describe(`the grids on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const clear = (): Promise<void> => program.page.getByRole('button', { name: '全部清除' }).click();

  it('shows 111 households and 208 people, in walking order', async () => {
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    expect(await grid.cell(0, 'village').innerText()).toBe('大峪村');
    await frame.press('人');
    await grid.shown();
    expect(await grid.cell(0, 'relation').innerText()).toBe('户主');
  });

  it('sorts by names as pinyin, up and down', async () => {
    await grid.sort('name');
    await program.page.locator('.ag-header-cell[col-id="name"][aria-sort="ascending"]').waitFor();
    await expect.poll(() => grid.cell(0, 'name').innerText()).toMatch(/^鄂/);
    const up = await grid.column('name', 12);
    expect(up).toEqual(up.toSorted((a, b) => a.localeCompare(b, 'zh-CN-u-co-pinyin')));
    await grid.sort('name');
    await expect.poll(() => grid.cell(0, 'name').innerText()).not.toBe(up[0]);
    await grid.sort('name');
    await expect.poll(() => grid.cell(0, 'relation').innerText()).toBe('户主');
  });

  it('filters by values with counts: 11 pupils', async () => {
    await frame.press('户');
    await grid.shown();
    await grid.filterValues('mainCause', ['因学']);
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    expect(await grid.chips()).toEqual([expect.stringContaining('主要致贫原因：因学')]);
    await clear();
  });

  it('filters by an amount: 18 households under 6000 元', async () => {
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('textbox', { name: '找列' }).fill('人均');
    await program.page.getByRole('checkbox', { name: '人均纯收入' }).uncheck();
    await program.page.getByRole('checkbox', { name: '人均纯收入' }).check();
    await program.page.keyboard.press('Escape');
    await program.page.getByRole('heading', { name: '户' }).click();
    await grid.filterBy('perCapitaIncome', '小于', '6000');
    await expect.poll(() => grid.count()).toBe('筛出 18 / 111 户');
    await expect.poll(() => grid.chips()).toEqual([expect.stringContaining('人均纯收入 < 6,000.00')]);
    await program.shoot('grid-filtered');
    await clear();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('leaves the keys of a filter to the filter', async () => {
    await frame.press('人');
    await frame.press('户');
    await grid.shown();
    await grid.cell(0, 'village').click();
    const form = await grid.openFilter('town');
    const all = form.getByLabel('全选');
    await all.focus();
    await program.page.keyboard.press('Space');
    await program.page.keyboard.press('Space');
    await program.page.keyboard.press('Space');
    expect(await all.isChecked()).toBe(false);
    await form.getByLabel('条件', { exact: true }).focus();
    await program.page.keyboard.press('ArrowDown');
    await form.getByRole('button', { name: '清除' }).focus();
    await program.page.keyboard.press('x');
    await program.page.keyboard.press('Space');
    await form.waitFor({ state: 'hidden' });
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('sorts by a second column, opens the menu and moves on by keyboard', async () => {
    await grid.sort('town');
    await grid.sort('village', true);
    await expect.poll(() => program.page.locator('.ag-header-cell[aria-sort="ascending"]').count()).toBe(2);
    await grid.cell(0, 'town').click();
    await program.page.keyboard.press('Shift+F10');
    await program.page.getByRole('menuitem', { name: /^复制/ }).waitFor();
    await program.page.keyboard.press('Escape');
    await grid.cell(0, 'town').click();
    await program.page.keyboard.press('F2');
    await program.page.locator('.value-editor input:focus').waitFor();
    await program.page.keyboard.press('Tab');
    await expect.poll(() => grid.current()).toContain('行政村');
    await program.page.keyboard.press('Escape');
    await grid.sort('town');
    await grid.sort('town');
  });

  it('says so where nothing meets the conditions, and clears them', async () => {
    await grid.search('没有这个人');
    await program.page.getByText('没有符合条件的户').waitFor();
    await program.page.getByRole('button', { name: '清除条件' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('finds a person by name, pinyin initials, tail of the identity number, phone and village', async () => {
    await frame.press('人');
    await grid.shown();
    await grid.cell(5, 'identityNo').waitFor();
    const name = await grid.cell(5, 'name').innerText();
    const identity = await grid.cell(5, 'identityNo').innerText();
    const phone = await grid.cell(5, 'memberPhone').innerText();
    for (const text of [name, identity.slice(-6), phone]) {
      await grid.cell(0, 'householdNo').click();
      await expect.poll(() => grid.current()).not.toContain(name);
      await program.page.keyboard.press('ControlOrMeta+K');
      await program.page.keyboard.type(text);
      await program.page.locator('.find-hit', { hasText: name }).first().waitFor();
      await program.page.keyboard.press('Enter');
      await expect.poll(() => grid.current()).toContain(name);
    }
    await program.page.keyboard.press('ControlOrMeta+K');
    await program.page.keyboard.type('wsf');
    await program.page.locator('.find-hit', { hasText: '王素芬' }).first().waitFor();
    await program.page.keyboard.press('Enter');
    await expect.poll(() => grid.current()).toContain('王素芬');
    await program.page.keyboard.press('ControlOrMeta+K');
    await program.page.keyboard.type('威宁营');
    await program.page.locator('.find-hit', { hasText: '威宁营村' }).first().waitFor();
    await program.page.keyboard.press('Escape');
  });

  it('refuses a wrong value with the reason, keeps what was typed, and takes the corrected one', async () => {
    await frame.press('户');
    await frame.press('人');
    await grid.shown();
    const before = await grid.cell(0, 'memberPhone').innerText();
    await grid.type(0, 'memberPhone', '12ab');
    const why = program.page.locator('.value-why');
    await why.waitFor();
    expect(await why.innerText()).toContain('不是电话号码');
    expect(await program.page.locator('.value-editor input').inputValue()).toBe('12ab');
    await program.shoot('grid-refused');
    await program.page.keyboard.press('ControlOrMeta+A');
    await program.page.keyboard.type('19900009999');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe('19900009999');
    await frame.saved();
    await grid.cell(0, 'memberPhone').click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe(before);
    await program.page.keyboard.press('ControlOrMeta+Y');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe('19900009999');
  });

  it('loses no key of quick hands', async () => {
    for (const [at, delay] of [0, 2, 5, 12].entries()) {
      const phone = `1990000777${at}`;
      await grid.cell(0, 'memberPhone').click();
      await program.page.keyboard.type(phone, { delay });
      await program.page.keyboard.press('Enter');
      await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe(phone);
    }
    await grid.type(0, 'memberPhone', '19900009999');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe('19900009999');
  });

  it('tells the history of a cell: by hand, and from which file', async () => {
    await grid.cell(0, 'memberPhone').click();
    await program.page.keyboard.press('ControlOrMeta+Shift+H');
    const side = program.page.getByRole('complementary', { name: '修改记录' });
    await side.getByText(/手工修改|重做/).first().waitFor();
    const text = await side.innerText();
    expect(text).toContain('19900009999');
    // The newest of the files that tell it.
    expect(text).toMatch(/人员信息全字段_2020\.csv › [A-Z]+\d+/);
    await program.page.keyboard.press('Escape');
    await side.waitFor({ state: 'detached' });
  });

  it('takes codes from a list, days in any writing, and clears with Delete', async () => {
    const sex = await grid.cell(1, 'sex').innerText();
    await grid.type(1, 'sex', '未');
    await expect.poll(() => grid.cell(1, 'sex').innerText()).toBe('未说明');
    await grid.type(1, 'sex', sex);
    await expect.poll(() => grid.cell(1, 'sex').innerText()).toBe(sex);
    const birth = await grid.cell(0, 'birthDate').innerText();
    await grid.type(0, 'birthDate', birth.replaceAll('-', ''));
    await expect.poll(() => grid.cell(0, 'birthDate').innerText()).toBe(birth);
    await grid.cell(1, 'memberPhone').click();
    await program.page.keyboard.press('Delete');
    await expect.poll(() => grid.cell(1, 'memberPhone').innerText()).toBe('');
    await frame.saved();
  });

  it('keeps widths and hidden columns when the screen is left and opened again', async () => {
    const head = program.page.locator('.ag-header-cell[col-id="sex"]');
    const before = (await head.boundingBox())?.width ?? 0;
    const edge = await head.locator('.ag-header-cell-resize').boundingBox();
    if (!edge) throw new Error('no edge to drag');
    await program.page.mouse.move(edge.x + edge.width / 2, edge.y + 8);
    await program.page.mouse.down();
    await program.page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + 8, { steps: 5 });
    await program.page.mouse.up();
    await grid.cell(0, 'relation').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '隐藏“与户主关系”列' }).click();
    await program.page.locator('.ag-header-cell[col-id="relation"]').waitFor({ state: 'detached' });
    await frame.press('户');
    await frame.press('人');
    await grid.shown();
    expect((await head.boundingBox())?.width ?? 0).toBeGreaterThan(before + 40);
    expect(await program.page.locator('.ag-header-cell[col-id="relation"]').count()).toBe(0);
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('button', { name: '恢复原样' }).click();
    await program.page.locator('.ag-header-cell[col-id="relation"]').waitFor();
    await program.page.keyboard.press('Escape');
  });

  it('freezes columns at the left and lets them go', async () => {
    const frozen = (): Promise<number> => program.page.locator('.ag-row[row-index="0"] .ag-grid-pinned-left-cells .ag-cell:not(.row-number)').count();
    await program.page.getByRole('heading', { name: '人', exact: true }).click();
    const before = await frozen();
    await grid.cell(0, 'sex').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '冻结到“性别”列' }).click();
    await expect.poll(frozen).toBeGreaterThan(before);
    await grid.cell(0, 'sex').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '取消冻结' }).click();
    await expect.poll(frozen).toBe(0);
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('button', { name: '恢复原样' }).click();
    await expect.poll(frozen).toBe(before);
    await program.page.keyboard.press('Escape');
  });

  it('puts columns into their places at once: none slides over another while it is moved, hidden or frozen', async () => {
    const { page } = program;
    await page.evaluate(() => {
      document.querySelector('.table-grid')?.addEventListener('transitionrun', (event) => { if (event instanceof TransitionEvent && ['left', 'width'].includes(event.propertyName)) document.body.dataset['slid'] = event.propertyName; });
    });
    const inMenu = async (column: string, entry: string): Promise<void> => {
      await grid.head(column).click({ button: 'right' });
      await page.getByRole('menuitem', { name: entry }).click();
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
    };
    await inMenu('relation', '右移一列');
    await inMenu('relation', '左移一列');
    await inMenu('sex', '隐藏这一列');
    await grid.head('sex').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^列/ }).click();
    await page.getByRole('checkbox', { name: '性别', exact: true }).check();
    await page.keyboard.press('Escape');
    await grid.head('sex').waitFor();
    expect(await page.evaluate(() => document.body.dataset['slid'])).toBeUndefined();
  });

  it('keeps frozen columns where they are from the first frame of a movement to the side', async () => {
    const { page } = program;
    await grid.cell(3, 'name').hover();
    await page.evaluate(() => {
      const seen: number[] = [];
      const look = (): void => {
        seen.push(document.querySelector('.ag-row[row-index="3"] .ag-cell[col-id="name"]')?.getBoundingClientRect().left ?? Number.NaN);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      window.seenLefts = seen;
    });
    const aside = (): Promise<number> => page.evaluate(() => document.querySelector('.ag-grid-viewport')?.scrollLeft ?? 0);
    await page.mouse.wheel(600, 0);
    await expect.poll(aside).toBeGreaterThan(0);
    await page.mouse.wheel(-600, 0);
    await expect.poll(aside).toBe(0);
    expect(new Set(await page.evaluate(() => window.seenLefts)).size).toBe(1);
  });

  it('tells what a column is when the mouse rests on its head', async () => {
    await grid.head('name').hover();
    await expect.poll(() => grid.head('name').getAttribute('title')).toBe('姓名');
    await program.page.locator('.ag-header-cell.row-number-head').hover();
    await expect.poll(() => program.page.locator('.ag-header-cell.row-number-head').getAttribute('title')).toBe('全选（Ctrl+A）');
  });

  it('shows the household beside the grid and follows the cursor', async () => {
    await program.page.getByRole('heading', { name: '人', exact: true }).click();
    await grid.cell(0, 'sex').click();
    await program.page.keyboard.press('ControlOrMeta+I');
    const card = program.page.getByRole('complementary', { name: '户卡片' });
    await card.getByText('收入和支出（元）').waitFor();
    const name = await grid.cell(0, 'name').innerText();
    expect(await card.innerText()).toContain(name);
    for (let at = 0; at < 4; at++) await program.page.keyboard.press('ArrowDown');
    const other = await grid.cell(4, 'name').innerText();
    await expect.poll(() => card.innerText()).toContain(other);
    await program.shoot('grid-card');
    await program.page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('says where a head is changed, when a household\'s row is typed into', async () => {
    await frame.press('户');
    await grid.shown();
    await grid.cell(0, 'headName').dblclick();
    await expect.poll(async () => (await frame.messages()).join()).toContain('户主信息来自户主本人那一行');
    await frame.press('人');
    await grid.shown();
  });

  it('masks numbers when somebody stands beside', async () => {
    await program.page.getByRole('button', { name: /遮住号码/ }).click();
    await expect.poll(() => grid.cell(2, 'identityNo').innerText()).toMatch(/^99\*{13}\w{3}$/);
    await program.page.getByRole('button', { name: /遮住号码/ }).click();
    await expect.poll(() => grid.cell(2, 'identityNo').innerText()).toMatch(/^9905\d/);
  });

  it('met no error but the refused value', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
