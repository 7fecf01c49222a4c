import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { heldBack } from './support/held-back.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** What the clerk chose stays chosen, wherever its rows go; no key reaches a row that was not. */
describe(`the cursor and what is selected go with their rows on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  /** 户编号 of the rows of which something is selected, on screen. */
  const chosen = (): Promise<string[]> =>
    program.page.evaluate(() =>
      [...new Set([...document.querySelectorAll('.ag-row .ag-cell[data-mark~="in"]')].map((cell) => cell.closest('.ag-row')?.getAttribute('row-index') ?? ''))]
        .toSorted((one, other) => Number(one) - Number(other))
        .map((row) => document.querySelector<HTMLElement>(`.ag-row[row-index="${row}"] [col-id="householdNo"]`)?.innerText ?? ''),
    );
  const press = (key: string): Promise<void> => program.page.keyboard.press(key);
  /** A row by its 户编号, as far down as rows are drawn. */
  const placeOf = async (no: string): Promise<number> => Number(await program.page.locator('.ag-row', { has: program.page.locator('[col-id="householdNo"]', { hasText: no }) }).first().getAttribute('row-index'));
  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  it('when the table is sorted, and sorted back', async () => {
    const numbers = await grid.column('householdNo', 8);
    await grid.cell(2, 'headName').click();
    await grid.cell(4, 'headName').click({ modifiers: ['Shift'] });
    // The table may have gone with its cursor.
    const first = (): Promise<string> =>
      program.page.evaluate(() => {
        document.querySelector('.ag-grid-viewport')?.scrollTo({ top: 0 });
        return document.querySelector<HTMLElement>('.ag-row[row-index="0"] [col-id="householdNo"]')?.innerText ?? '';
      });
    await grid.sort('householdNo');
    await grid.sort('householdNo');
    await expect.poll(async () => ['', numbers[0]].includes(await first())).toBe(false);
    // They stand far below now; the first arrow goes on from the row under the cursor.
    await program.page.locator('.ag-header-cell[col-id="householdNo"]').hover();
    await grid.sort('householdNo');
    await expect.poll(first).toBe(numbers[0]);
    await expect.poll(chosen).toEqual(numbers.slice(2, 5));
    await expect.poll(() => grid.besideCursor('householdNo')).toBe(numbers[2]);
  });

  it('when a funnel takes some of them away, and gives them back as strangers', async () => {
    const numbers = await grid.column('householdNo', 8);
    const [, second = '', third = '', fourth = ''] = numbers;
    await grid.cell(1, 'headName').click();
    await grid.cell(3, 'headName').click({ modifiers: ['Shift'] });
    await grid.filterBy('householdNo', '不包含', third);
    await expect.poll(() => grid.count()).toBe('筛出 110 / 111 户');
    await expect.poll(chosen).toEqual([second, fourth]);
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(chosen).toEqual([second, fourth]);
    await expect.poll(() => grid.besideCursor('householdNo')).toBe(second);
  });

  it('and gives the cursor of a row that is gone to its neighbour', async () => {
    const numbers = await grid.column('householdNo', 8);
    await grid.cell(3, 'headName').click();
    await grid.filterBy('householdNo', '不包含', numbers[3] ?? '');
    await expect.poll(() => grid.besideCursor('householdNo')).toBe(numbers[4]);
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(() => grid.besideCursor('householdNo')).toBe(numbers[4]);
    expect(await placeOf(numbers[4] ?? '')).toBe(4);
  });

  it('and what was cut is emptied where it stands when it is pasted, not where it stood', async () => {
    const numbers = await grid.column('householdNo', 6);
    const phones = await grid.column('householdPhone', 6);
    await grid.cell(2, 'householdPhone').click();
    await press('ControlOrMeta+X');
    await grid.filterBy('householdNo', '不包含', numbers[0] ?? '');
    await expect.poll(() => grid.count()).toBe('筛出 110 / 111 户');
    await grid.cell(4, 'householdPhone').click();
    await press('ControlOrMeta+V');
    await expect.poll(() => grid.cell(4, 'householdPhone').innerText()).toBe(phones[2]);
    await frame.saved();
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(() => grid.column('householdPhone', 6)).toEqual([phones[0], phones[1], '', phones[3], phones[4], phones[2]]);
    await press('ControlOrMeta+Z');
    await expect.poll(() => grid.column('householdPhone', 6)).toEqual(phones);
  });

  it('and a key pressed while rows are on their way does what it does to the row on which it was pressed', async () => {
    const numbers = await grid.column('householdNo', 8);
    const phones = await grid.column('householdPhone', 8);
    await grid.cell(2, 'householdPhone').click();
    await grid.cell(3, 'householdPhone').click({ modifiers: ['Shift'] });
    // In one breath of the page: the order turns round, and the key comes before its answer can be here.
    await program.page.evaluate(() => {
      document.querySelector<HTMLElement>('.ag-header-cell[col-id="householdNo"] .ag-sort-indicator-container')?.click();
      // The cell may be gone with its row already: then the table itself has the keys.
      const cell = document.querySelector('.ag-row .ag-cell[data-mark~="active"]') ?? document.querySelector('.table-grid');
      cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }));
    });
    await grid.sort('householdNo');
    await expect.poll(() => frame.saved().then(() => true)).toBe(true);
    await grid.sort('householdNo');
    await expect.poll(() => grid.column('householdNo', 4)).toEqual(numbers.slice(0, 4));
    await expect.poll(() => grid.column('householdPhone', 8)).toEqual(phones.map((phone, at) => (at === 2 || at === 3 ? '' : phone)));
    await press('ControlOrMeta+Z');
    await expect.poll(() => grid.column('householdPhone', 8)).toEqual(phones);
  });

  it.runIf(hostName === 'web')('and what was checked is written into the rows that were checked, though others stand there by then', async () => {
    const { page } = program;
    const numbers = await grid.column('householdNo', 8);
    const phones = await grid.column('householdPhone', 8);
    await grid.cell(2, 'householdPhone').click();
    await grid.cell(3, 'householdPhone').click({ modifiers: ['Shift'] });
    const letGo = await heldBack(page, '**/rpc/blocks/check');
    const asked = page.waitForRequest('**/rpc/blocks/check');
    await press('Delete');
    await asked;
    for (const order of ['ascending', 'descending']) {
      await grid.sort('householdNo');
      await expect.poll(() => grid.head('householdNo').getAttribute('aria-sort')).toBe(order);
    }
    await expect.poll(() => grid.cell(0, 'householdNo').innerText()).not.toBe(numbers[0]);
    const written = page.waitForResponse('**/rpc/blocks/write');
    letGo();
    await written;
    await page.unroute('**/rpc/blocks/check');
    await grid.sort('householdNo');
    await expect.poll(() => grid.column('householdNo', 4)).toEqual(numbers.slice(0, 4));
    await expect.poll(() => grid.column('householdPhone', 8)).toEqual(phones.map((phone, at) => (at === 2 || at === 3 ? '' : phone)));
    await press('ControlOrMeta+Z');
    await expect.poll(() => grid.column('householdPhone', 8)).toEqual(phones);
  });

  it('and where a typed value has left its row in the place of before, what is added up and done beside the table is of the rows that are seen', async () => {
    await grid.sort('householdPhone');
    await expect.poll(() => grid.head('householdPhone').getAttribute('aria-sort')).toBe('ascending');
    const numbers = await grid.filled('householdNo', 6);
    // It would stand last now.
    await grid.type(0, 'householdPhone', '19999999999');
    await frame.saved();
    expect(await grid.filled('householdNo', 6)).toEqual(numbers);
    const sizes = (await grid.filled('householdSize', 6)).map(Number);
    const names = await grid.column('headName', 6);
    // Two neighbours who count other than those who stand there in the order of now.
    const at = sizes.findIndex((size, row) => row < 4 && size + (sizes[row + 1] ?? 0) !== (sizes[row + 1] ?? 0) + (sizes[row + 2] ?? 0));
    expect(at).toBeGreaterThan(-1);
    await grid.drag(grid.cell(at, 'householdSize'), grid.cell(at + 1, 'householdSize'));
    await program.page.locator('.habit-figures', { hasText: `合计 ${(sizes[at] ?? 0) + (sizes[at + 1] ?? 0)}　` }).waitFor();
    await press('ControlOrMeta+Shift+E');
    const panel = program.page.getByRole('complementary', { name: '批量修改' });
    await panel.getByRole('textbox', { name: '家庭人口数' }).fill('9');
    await panel.getByRole('button', { name: '看看会改什么' }).click();
    const told = panel.getByRole('list', { name: '会改的' }).getByRole('listitem');
    await told.first().waitFor();
    expect((await told.allInnerTexts()).map((line) => line.split(' · ')[0])).toEqual(names.slice(at, at + 2).map((name) => name.split('\n')[0]));
    await panel.getByRole('button', { name: '改这 2 格' }).click();
    await panel.waitFor({ state: 'detached' });
    await press('ControlOrMeta+Z');
    await press('ControlOrMeta+Z');
    await grid.sort('householdPhone');
    await grid.sort('householdPhone');
    await expect.poll(() => grid.head('householdPhone').getAttribute('aria-sort')).toBe('none');
  });

  it('and a cell that the clerk has just typed into may be cleared, filled and pasted over without being called another\'s', async () => {
    await grid.search('上牛');
    await expect.poll(() => grid.count()).toMatch(/^筛出 4 /);
    const phones = await grid.filled('householdPhone', 3);
    await grid.type(0, 'householdPhone', '19900008888');
    await frame.saved();
    await grid.drag(grid.cell(0, 'householdPhone'), grid.cell(1, 'householdPhone'));
    await press('Delete');
    await expect.poll(() => grid.column('householdPhone', 3)).toEqual(['', '', phones[2]]);
    expect(await program.page.getByRole('dialog').count()).toBe(0);
    await press('ControlOrMeta+Z');
    await press('ControlOrMeta+Z');
    await expect.poll(() => grid.column('householdPhone', 3)).toEqual(phones);
    await grid.search('');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('and a block that is pasted, filled on or cleared leaves its rows where they stand, until the table is read again', async () => {
    const all = await grid.filled('liftYear', 8);
    const year = all[0] ?? '';
    await grid.filterBy('liftYear', '等于', year);
    // Fewer than all: until the answer is here, the foot counts those of before.
    await expect.poll(() => grid.count()).toMatch(/^筛出 (?!111 )/);
    const count = await grid.count();
    const numbers = await grid.filled('householdNo', 6);
    await program.page.evaluate(() => navigator.clipboard.writeText('2011\r\n2012\r\n'));
    await grid.cell(1, 'liftYear').click();
    await press('ControlOrMeta+V');
    await expect.poll(() => grid.column('liftYear', 5)).toEqual([year, '2011', '2012', year, year]);
    await frame.saved();
    expect(await grid.column('householdNo', 6)).toEqual(numbers);
    expect(await grid.selected()).toMatchObject({ rows: [1, 2], columns: ['liftYear'], active: '1 liftYear' });
    await grid.drag(grid.cell(2, 'liftYear'), grid.cell(4, 'liftYear'));
    await press('ControlOrMeta+D');
    await expect.poll(() => grid.column('liftYear', 6)).toEqual([year, '2011', '2012', '2012', '2012', year]);
    await press('Delete');
    await expect.poll(() => grid.column('liftYear', 6)).toEqual([year, '2011', '', '', '', year]);
    expect(await grid.column('householdNo', 6)).toEqual(numbers);
    expect(await program.page.getByRole('dialog').count()).toBe(0);
    await press('F5');
    await expect.poll(() => grid.column('householdNo', 2)).toEqual([numbers[0], numbers[5]]);
    for (const label of ['清空 3 格', '填充，改 2 格', '粘贴 2 行 × 1 列，改 2 格']) {
      await press('ControlOrMeta+Z');
      await program.page.getByText(`已撤销：${label}`).waitFor();
    }
    await expect.poll(() => grid.count()).toBe(count);
    expect(await grid.filled('householdNo', 6)).toEqual(numbers);
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    expect(await grid.filled('liftYear', 8)).toEqual(all);
  });

  it('met no error', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
