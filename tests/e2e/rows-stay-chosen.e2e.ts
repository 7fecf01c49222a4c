import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
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
    await grid.sort('householdNo');
    await grid.sort('householdNo');
    await expect.poll(() => grid.cell(0, 'householdNo').innerText()).not.toBe(numbers[0]);
    // They stand far below now; the first arrow goes on from the row under the cursor.
    await program.page.locator('.ag-header-cell[col-id="householdNo"]').hover();
    await grid.sort('householdNo');
    await expect.poll(() => grid.cell(0, 'householdNo').innerText()).toBe(numbers[0]);
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

  it('met no error', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
