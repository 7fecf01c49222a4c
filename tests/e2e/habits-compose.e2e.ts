import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CardPage } from './pages/card-page.ts';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Words of an input method, typed over a cell: the browser is told of them as by the method of the machine. */
describe(`an input method in the grid on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let method: CDPSession;
  /** A key that the method works with, and what it has made of the keys so far. */
  const compose = async (text: string): Promise<void> => {
    await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  };
  const choose = async (word: string): Promise<void> => {
    await method.send('Input.insertText', { text: word });
  };
  const shown = () => program.page.locator('.method-words');

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    method = await program.page.context().newCDPSession(program.page);
  });
  afterAll(() => program.close());

  it('writes the word from its first letter on, over what the cell held, and goes on in the editor', async () => {
    const cell = grid.cell(2, 'group');
    const before = await cell.innerText();
    await cell.click();
    await compose('w');
    await compose('wang');
    await shown().filter({ hasText: /^wang$/ }).waitFor();
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    await program.shoot('habits-compose');
    await choose('王试');
    const editor = program.page.locator('.value-editor input:focus');
    await editor.waitFor();
    expect(await editor.inputValue()).toBe('王试');
    expect(await shown().isVisible()).toBe(false);
    await program.page.keyboard.insertText('九');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => cell.innerText()).toBe('王试九');
    await frame.saved();
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => cell.innerText()).toBe(before);
  });

  it('lets a word go that is not chosen, and keeps the keys on the cell', async () => {
    const cell = grid.cell(1, 'group');
    const before = await cell.innerText();
    await cell.click();
    await compose('li');
    await shown().filter({ hasText: /^li$/ }).waitFor();
    await compose('');
    await expect.poll(() => shown().isVisible()).toBe(false);
    await program.page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await grid.selected()).active).toBe('2 group');
    expect(await cell.innerText()).toBe(before);
  });

  it('takes what needs no choosing, and several words one after the other without waiting', async () => {
    const column = await grid.column('group', 3);
    await grid.cell(0, 'group').click();
    await choose('【');
    const editor = program.page.locator('.value-editor input:focus');
    await editor.waitFor();
    expect(await editor.inputValue()).toBe('【');
    await program.page.keyboard.press('Escape');
    for (const word of ['东组', '西组']) {
      await compose('zu');
      await choose(word);
      await editor.waitFor();
      await program.page.keyboard.press('Enter');
    }
    await expect.poll(() => grid.column('group', 3)).toEqual(['东组', '西组', column[2]]);
    await program.page.keyboard.press('ControlOrMeta+z');
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => grid.column('group', 3)).toEqual(column);
  });

  it('opens no place for words on a cell that is told elsewhere', async () => {
    await grid.cell(1, 'headName').click();
    await compose('zhang');
    await choose('张');
    await program.page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await grid.selected()).active).toBe('2 headName');
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    expect(await shown().isVisible()).toBe(false);
  });

  it('writes a word over a value of the card', async () => {
    await grid.cell(2, 'village').click();
    const card = new CardPage(program.page);
    await card.open();
    const value = card.value('.+ 自然村');
    const before = await value.innerText();
    await value.focus();
    await compose('nan');
    await shown().filter({ hasText: /^nan$/ }).waitFor();
    await choose('南组东头');
    await card.root.locator('.value-editor input:focus').waitFor();
    await program.page.keyboard.press('Enter');
    await expect.poll(() => value.innerText()).toBe('南组东头');
    await frame.saved();
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => value.innerText()).toBe(before);
  });

  it('writes letters as ever, and met no error', async () => {
    const cell = grid.cell(1, 'householdPhone');
    const before = await cell.innerText();
    await cell.click();
    await program.page.keyboard.type('19900005555');
    await program.page.keyboard.press('Enter');
    await expect.poll(() => cell.innerText()).toBe('19900005555');
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => cell.innerText()).toBe(before);
    expect(program.errors).toEqual([]);
  });
});
