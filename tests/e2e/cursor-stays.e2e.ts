import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Rows that come by themselves take neither the cursor from its row nor the keys from where somebody types. */
describe(`the cursor and the keys while rows move on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  const active = async (): Promise<string> => (await grid.selected()).active;
  const everything = async (): Promise<void> => {
    await grid.search('');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(() => grid.cell(2, 'headName').innerText()).not.toBe('');
  };
  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  it('leaves the keys in the search box though the row under the cursor is drawn anew', async () => {
    const box = program.page.getByRole('searchbox', { name: '在表中找' });
    const phone = await grid.cell(3, 'householdPhone').innerText();
    await grid.searchThenClick('王', 2, 'householdPhone', '1');
    await program.page.locator('.value-editor input:focus').waitFor();
    await program.page.keyboard.type('9900005555');
    // As soon as a cell is drawn, and before the grid gives it the keys, the clerk is in the box.
    await program.page.evaluate(() => {
      const seen = new MutationObserver((records) => {
        if (!records.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element && node.matches('.ag-cell, .ag-row')))) return;
        const input = document.querySelector<HTMLInputElement>('input[aria-label="在表中找"]');
        if (document.activeElement !== input) input?.focus();
      });
      document.addEventListener('the-clerk-stays', () => seen.disconnect(), { once: true });
      seen.observe(document.querySelector('.table-grid') ?? document.body, { childList: true, subtree: true });
    });
    await program.page.keyboard.press('Enter');
    await expect.poll(() => grid.count()).toMatch(/^筛出 \d+ \/ 111 户$/);
    await frame.saved();
    await expect.poll(() => program.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('在表中找');
    await program.page.evaluate(() => document.dispatchEvent(new Event('the-clerk-stays')));
    await program.page.keyboard.press('ControlOrMeta+A');
    await program.page.keyboard.press('Delete');
    expect(await box.inputValue()).toBe('');
    await everything();
    await expect.poll(() => grid.cell(2, 'householdPhone').innerText()).toBe('19900005555');
    expect(await grid.cell(3, 'householdPhone').innerText()).toBe(phone);
  });

  it('takes the keys of quick hands while the cell under the cursor is made anew', async () => {
    await everything();
    const phone = await grid.cell(4, 'householdPhone').innerText();
    await grid.cell(4, 'householdPhone').click();
    // The element goes, and what had the keys with it; the next key comes before anything is drawn.
    const lose = (): Promise<void> => program.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await lose();
    await program.page.keyboard.type('19900004444');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => grid.cell(4, 'householdPhone').innerText()).toBe('19900004444');
    await frame.saved();
    await grid.cell(4, 'householdPhone').click();
    await lose();
    await program.page.keyboard.press('Shift+F10');
    await program.page.getByRole('menuitem', { name: /^复制/ }).waitFor();
    await program.page.keyboard.press('Escape');
    await grid.cell(4, 'householdPhone').click();
    await lose();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => grid.cell(4, 'householdPhone').innerText()).toBe(phone);
  });

  it('keeps the cursor on the row that was clicked before the answer to a search came', async () => {
    const names = await grid.filled('headName', 20);
    const surname = names[7]?.[0] ?? '';
    const row = names.findIndex((name, at) => at > 0 && name.startsWith(surname) && names.slice(0, at).some((other) => !other.includes(surname)));
    await grid.searchThenClick(names[row] ?? '', row, 'householdPhone');
    await expect.poll(() => grid.count()).toMatch(/^筛出 \d+ \/ 111 户$/);
    await expect.poll(() => grid.besideCursor('headName')).toBe(names[row]);
    await program.page.keyboard.press('F2');
    await program.page.locator('.value-editor input:focus').waitFor();
    await program.page.keyboard.press('Escape');
    await everything();
  });

  it('sends no key to a stranger where the row that was clicked is not in the answer', async () => {
    const names = await grid.filled('headName', 6);
    const phones = await grid.column('householdPhone', 6);
    await grid.searchThenClick(names[0] ?? '', 4, 'householdPhone');
    await expect.poll(() => grid.count()).toMatch(/^筛出 \d+ \/ 111 户$/);
    await expect.poll(active).toBe('');
    await program.page.keyboard.type('19900007777');
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    await program.page.keyboard.press('ArrowDown');
    await expect.poll(active).toBe('0 householdNo');
    await everything();
    await expect.poll(() => grid.column('householdPhone', 6)).toEqual(phones);
  });

  it('goes down with its row when one comes back above it', async () => {
    await frame.press('人');
    await grid.shown();
    const names = await grid.filled('name', 8);
    // Somebody who heads no household leaves without anybody else being asked about.
    const relations = await grid.filled('relation', 5);
    const out = relations.findIndex((relation) => relation !== '户主');
    await grid.cell(out, 'name').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '减少或删除这个人……' }).click();
    await program.page.getByRole('radio', { name: '录入错误' }).click();
    await program.page.getByRole('button', { name: '放进回收站' }).click();
    await expect.poll(() => grid.cell(out, 'name').innerText()).toBe(names[out + 1]);
    await grid.cell(5, 'name').click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => grid.cell(out, 'name').innerText()).toBe(names[out]);
    await expect.poll(active).toBe('6 name');
    expect(await grid.cell(6, 'name').innerText()).toBe(names[6]);
  });

  it('met no error', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
