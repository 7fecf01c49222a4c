import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** What a spreadsheet's user does without thinking: selecting and moving, by mouse and by keyboard. */
describe(`selecting and moving in the grid on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await program.page.keyboard.press(key);
  };
  const block = (top: number, bottom: number, ...columns: readonly string[]) => ({ rows: [top, bottom], columns: columns.toSorted() });

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  it('selects a range by drag', async () => {
    await grid.drag(grid.cell(2, 'village'), grid.cell(6, 'householdPhone'));
    await expect.poll(() => grid.selected()).toMatchObject({ ...block(2, 6, 'village', 'group', 'householdPhone'), cells: 15, active: '2 village' });
    await program.shoot('habits-range');
  });

  it('selects by drag from the cell under the cursor as often as anybody likes: no text of it is marked and drawn away', async () => {
    for (const last of [4, 3, 5]) {
      await grid.drag(grid.cell(2, 'householdPhone'), grid.cell(last, 'householdPhone'));
      await expect.poll(() => grid.selected()).toMatchObject({ ...block(2, last, 'householdPhone'), active: '2 householdPhone' });
      expect(await program.page.evaluate(() => String(getSelection()))).toBe('');
    }
    await press('Escape');
    await grid.drag(grid.cell(2, 'householdPhone'), grid.cell(4, 'householdPhone'));
    await expect.poll(() => grid.selected()).toMatchObject(block(2, 4, 'householdPhone'));
  });

  it('selects a range by Shift+click and by Shift+arrows, and lets go with Esc', async () => {
    await grid.cell(1, 'village').click();
    await grid.cell(5, 'group').click({ modifiers: ['Shift'] });
    await expect.poll(() => grid.selected()).toMatchObject(block(1, 5, 'village', 'group'));
    await press('Shift+ArrowUp', 'Shift+ArrowRight');
    await expect.poll(() => grid.selected()).toMatchObject(block(1, 4, 'village', 'group', 'householdPhone'));
    await press('Escape');
    await expect.poll(() => grid.selected()).toMatchObject({ cells: 0, active: '1 village' });
  });

  it('selects several ranges with Ctrl', async () => {
    await grid.cell(1, 'village').click();
    await grid.cell(4, 'group').click({ modifiers: ['Control'] });
    await press('Shift+ArrowDown');
    await expect.poll(() => grid.selected()).toMatchObject({ cells: 3, active: '4 group' });
    await press('Escape');
  });

  it('goes to the edge of the data with Ctrl+arrows and selects to it with Shift', async () => {
    await grid.cell(3, 'village').click();
    await press('ControlOrMeta+ArrowDown');
    await expect.poll(async () => (await grid.selected()).active).toBe('110 village');
    await press('ControlOrMeta+Home', 'ControlOrMeta+End');
    await expect.poll(async () => (await grid.selected()).active).toMatch(/^110 /);
    await press('ControlOrMeta+Home');
    await expect.poll(async () => (await grid.selected()).active).toBe('0 householdNo');
    await grid.cell(2, 'village').click();
    await press('ControlOrMeta+Shift+ArrowUp');
    await expect.poll(() => grid.selected()).toMatchObject({ ...block(0, 2, 'village'), active: '2 village' });
    await press('Home');
    await expect.poll(async () => (await grid.selected()).active).toBe('2 householdNo');
  });

  it('types into the cell to which Ctrl+arrow has gone, however quick the hands', async () => {
    await grid.cell(0, 'householdPhone').click();
    const top = await grid.cell(0, 'householdPhone').innerText();
    await press('ControlOrMeta+ArrowDown');
    await program.page.keyboard.type('19900001234');
    await press('Enter');
    await expect.poll(() => grid.cell(110, 'householdPhone').innerText()).toBe('19900001234');
    await press('ControlOrMeta+Home');
    await expect.poll(() => grid.cell(0, 'householdPhone').innerText()).toBe(top);
    await press('ControlOrMeta+z');
  });

  it('stays where the mouse has put the cursor, though a step of before is still on its way', async () => {
    await press('ControlOrMeta+Home');
    await grid.cell(0, 'village').click();
    await expect.poll(async () => (await grid.selected()).active).toBe('0 village');
    await program.page.evaluate(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', ctrlKey: true, bubbles: true, cancelable: true }));
      const cell = document.querySelector('.ag-row[row-index="3"] [col-id="householdPhone"]');
      for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) cell?.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, button: 0 }));
    });
    // The next step waits for the one before: it goes on from the cell of the mouse.
    await press('ControlOrMeta+ArrowDown');
    await expect.poll(async () => (await grid.selected()).active).toBe('110 householdPhone');
    await press('ControlOrMeta+Home');
    await expect.poll(async () => (await grid.selected()).active).toBe('0 householdNo');
  });

  it('opens with F2 the cell to which Ctrl+arrow has gone, with what it holds and what is typed on, and the row that was chosen while others come', async () => {
    const editor = program.page.locator('.value-editor input:focus');
    await press('ControlOrMeta+Home');
    await grid.cell(0, 'householdPhone').click();
    await program.page.evaluate(() => {
      for (const key of ['ArrowDown', 'F2', '9']) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'ArrowDown', bubbles: true, cancelable: true }));
    });
    await editor.waitFor();
    expect((await grid.selected()).active).toBe('110 householdPhone');
    expect(await editor.inputValue()).toBe('199000001119');
    await press('Escape', 'ControlOrMeta+Home');
    const numbers = await grid.filled('householdNo', 4);
    const phone = await grid.cell(3, 'householdPhone').innerText();
    await grid.cell(3, 'householdPhone').click();
    // The order turns round, and the key comes before its answer can be here.
    await program.page.evaluate(() => {
      document.querySelector<HTMLElement>('.ag-header-cell[col-id="householdNo"] .ag-sort-indicator-container')?.click();
      (document.querySelector('.ag-row .ag-cell[data-mark~="active"]') ?? document.querySelector('.table-grid'))?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true }));
    });
    await editor.waitFor();
    expect(await grid.besideCursor('householdNo')).toBe(numbers[3]);
    expect(await editor.inputValue()).toBe(phone);
    await press('Escape');
    await grid.sort('householdNo');
    await grid.sort('householdNo');
    await expect.poll(() => grid.head('householdNo').getAttribute('aria-sort')).toBe('none');
    await press('ControlOrMeta+Home');
  });

  it('does with the row what a key says where Ctrl+arrow ends, however quick the hands', async () => {
    await press('ControlOrMeta+Home');
    await grid.cell(0, 'householdPhone').click();
    // In one breath of the page: the second key comes before the core can have said where the first one leads.
    await program.page.evaluate(() => {
      for (const more of [{ key: 'ArrowDown' }, { key: 'h', shiftKey: true }]) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ctrlKey: true, bubbles: true, cancelable: true, ...more }));
    });
    await expect.poll(async () => (await grid.selected()).active).toBe('110 householdPhone');
    const name = await grid.besideCursor('headName');
    const panel = program.page.getByRole('complementary', { name: '修改记录' });
    await panel.waitFor();
    expect(await panel.innerText()).toContain(name.split('\n')[0]);
    await press('Escape');
    await panel.waitFor({ state: 'detached' });
    await press('ControlOrMeta+Home');
  });

  it('takes a value and the Enter after it, and the next, as quickly as keys can come', async () => {
    const before = await grid.column('householdPhone', 5);
    await grid.cell(2, 'householdPhone').click();
    // None waits for what the one before it did.
    await Promise.all([...'19900002222', 'Enter', ...'19900003333', 'Enter'].map((key) => program.page.keyboard.press(key)));
    await expect.poll(() => grid.column('householdPhone', 5)).toEqual([before[0], before[1], '19900002222', '19900003333', before[4]]);
    await frame.saved();
    await press('ControlOrMeta+z', 'ControlOrMeta+z');
    await expect.poll(() => grid.column('householdPhone', 5)).toEqual(before);
  });

  it('goes on by an arrow from a cell that is typed over, and within the text after F2 or a press into it', async () => {
    const before = await grid.column('householdPhone', 5);
    const editor = program.page.locator('.value-editor input:focus');
    await grid.cell(1, 'householdPhone').click();
    for (const [text, key, then] of [
      ['19900001111', 'ArrowDown', '2 householdPhone'],
      ['19900002222', 'ArrowUp', '1 householdPhone'],
    ] as const) {
      await program.page.keyboard.type(text);
      await press(key);
      await expect.poll(async () => (await grid.selected()).active).toBe(then);
    }
    await expect.poll(() => grid.column('householdPhone', 5)).toEqual([before[0], '19900001111', '19900002222', ...before.slice(3)]);
    await program.page.keyboard.type('19900003333');
    await press('ArrowRight');
    await expect.poll(async () => (await grid.selected()).active).not.toMatch(/householdPhone/);
    await press('ArrowLeft');
    await expect.poll(() => grid.cell(1, 'householdPhone').innerText()).toBe('19900003333');
    // Within the text: after F2, before typing or in the middle of it, and after a press into it.
    await program.page.keyboard.type('1990000444');
    await press('F2', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await program.page.keyboard.type('9');
    await expect.poll(() => editor.inputValue()).toBe('19900009444');
    await press('Enter', 'ArrowUp', 'F2', 'ArrowLeft', 'Backspace');
    await program.page.keyboard.type('8');
    await expect.poll(() => editor.inputValue()).toMatch(/^1990000\d{4}$/);
    await press('Escape');
    await program.page.keyboard.type('1');
    await editor.click();
    await press('ArrowDown', 'ArrowLeft');
    expect(await editor.inputValue()).toBe('1');
    await press('Escape');
    // All of it in one breath.
    await Promise.all([...'19900005555', 'ArrowDown', ...'19900006666', 'ArrowDown'].map((key) => program.page.keyboard.press(key)));
    await expect.poll(() => grid.column('householdPhone', 5)).toEqual([before[0], '19900005555', '19900006666', ...before.slice(3)]);
    // A list has its own up and down; to the side it leads on.
    const standard = await grid.cell(1, 'standard').innerText();
    await grid.cell(1, 'standard').click();
    await program.page.keyboard.type(standard === '国家标准' ? '省' : '国');
    await press('ArrowDown');
    await editor.waitFor();
    await press('ArrowRight');
    await expect.poll(() => grid.cell(1, 'standard').innerText()).toBe(standard === '国家标准' ? '省定标准' : '国家标准');
    expect(await editor.count()).toBe(0);
    await frame.saved();
    for (let turn = 0; turn < 7; turn++) await press('ControlOrMeta+z');
    await expect.poll(() => grid.column('householdPhone', 5)).toEqual(before);
  });

  it('types on right after 撤销, while its rows are still on their way, also over what it took back', async () => {
    const before = await grid.column('householdPhone', 5);
    const shows = async (second: string | undefined, third: string | undefined): Promise<void> => {
      await expect.poll(() => grid.column('householdPhone', 5)).toEqual([before[0], before[1], second, third, before[4]]);
    };
    for (const turn of ['1', '2', '3', '4']) {
      const [first, other, over] = [`1990000${turn}111`, `1990000${turn}222`, `1990000${turn}333`];
      await grid.cell(2, 'householdPhone').click();
      await program.page.keyboard.type(first);
      await press('Enter');
      await program.page.keyboard.type(other);
      await press('Enter');
      await shows(first, other);
      await grid.cell(2, 'householdPhone').click();
      await press('ControlOrMeta+z');
      await Promise.all(['ArrowDown', ...over, 'Enter'].map((key) => program.page.keyboard.press(key)));
      await shows(first, over);
      await frame.saved();
      for (const value of [before[3], before[3]]) {
        await press('ControlOrMeta+z');
        await expect.poll(() => grid.cell(3, 'householdPhone').innerText()).toBe(value);
      }
      await shows(before[2], before[3]);
    }
  });

  it('brings the cursor back into sight with Ctrl+Backspace, gives up what is selected with Shift+Backspace, cuts with Shift+Delete, and empties nothing by them', async () => {
    await press('ControlOrMeta+Home');
    const before = await grid.filled('village', 4);
    await grid.drag(grid.cell(1, 'village'), grid.cell(2, 'village'));
    await program.page.mouse.wheel(0, 1600);
    // The row of the cursor itself stays drawn.
    await expect.poll(() => grid.cell(3, 'village').count()).toBe(0);
    await press('ControlOrMeta+Backspace');
    await expect.poll(() => grid.cell(3, 'village').count()).toBe(1);
    expect((await grid.selected()).rows).toEqual([1, 2]);
    await press('Shift+Backspace');
    await expect.poll(() => grid.selected()).toMatchObject({ rows: null, active: '1 village' });
    await press('ControlOrMeta+Enter', 'Alt+Enter', 'Alt+Backspace', 'ControlOrMeta+Backspace');
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    await press('Shift+Delete');
    await program.page.locator('[data-mark~="kept"]').first().waitFor();
    await press('Escape', 'ArrowDown');
    expect(await grid.column('village', 4)).toEqual(before);
    await press('ControlOrMeta+Home');
  });

  it('pages down and up, and selects by pages with Shift', async () => {
    await press('ControlOrMeta+Home', 'PageDown');
    await expect.poll(async () => Number((await grid.selected()).active.split(' ')[0])).toBeGreaterThan(10);
    const { active } = await grid.selected();
    await press('Shift+PageDown');
    await expect.poll(async () => (await grid.selected()).cells).toBeGreaterThan(10);
    await expect.poll(async () => (await grid.selected()).active).toBe(active);
    await press('Escape', 'ControlOrMeta+Home');
  });

  it('selects everything with Ctrl+A, also when the cursor is nowhere, and never the text of the page', async () => {
    const marked = async (): Promise<string> => program.page.evaluate(() => getSelection()?.toString() ?? '');
    await grid.cell(1, 'village').click();
    await press('ControlOrMeta+A');
    await expect.poll(async () => (await grid.selected()).cells).toBeGreaterThan(200);
    await expect.poll(() => program.page.locator('.habit-figures').innerText()).toMatch(/^已选 111 行/);
    expect(await marked()).toBe('');
    await press('Escape');
    await program.page.getByRole('heading', { name: '户', exact: true }).click();
    await press('ControlOrMeta+A');
    await expect.poll(async () => (await grid.selected()).cells).toBeGreaterThan(200);
    expect(await marked()).toBe('');
    await press('Escape');
  });

  it('selects whole rows at their numbers and with Shift+Space', async () => {
    await grid.cell(3, 'rowNumber').click();
    await grid.cell(5, 'rowNumber').click({ modifiers: ['Shift'] });
    await expect.poll(async () => (await grid.selected()).rows).toEqual([3, 5]);
    await expect.poll(async () => (await grid.selected()).columns).toEqual(expect.arrayContaining(['householdNo', 'village']));
    await grid.cell(7, 'village').click();
    await press('Shift+Space');
    await expect.poll(async () => (await grid.selected()).rows).toEqual([7, 7]);
    await press('Escape');
  });

  it('selects whole columns at their heads and with Ctrl+Space, and does not sort by it', async () => {
    const before = await grid.column('village', 8);
    await grid.head('village').locator('.ag-header-cell-text').click();
    await expect.poll(() => program.page.locator('.habit-figures').innerText()).toMatch(/^已选 111 行 111 格/);
    await expect.poll(async () => (await grid.selected()).columns).toEqual(['village']);
    await grid.head('householdPhone').locator('.ag-header-cell-text').click({ modifiers: ['Shift'] });
    await expect.poll(async () => (await grid.selected()).columns).toEqual(['group', 'householdPhone', 'village']);
    expect(await grid.column('village', 8)).toEqual(before);
    await grid.cell(4, 'group').click();
    await press('ControlOrMeta+Space');
    await expect.poll(async () => (await grid.selected()).columns).toEqual(['group']);
    await press('Escape');
  });

  it('walks with Enter and Tab: on from cell to cell, and round inside of a selection', async () => {
    await grid.cell(3, 'village').click();
    await press('Enter', 'Tab', 'Shift+Enter', 'Shift+Tab');
    await expect.poll(async () => (await grid.selected()).active).toBe('3 village');
    // Enter after a row of Tabs begins the next row where they began; a step by another way forgets it.
    await grid.cell(3, 'village').click();
    for (const [key, to] of [['Tab', '3 group'], ['Tab', '3 householdPhone'], ['Enter', '4 village'], ['Tab', '4 group'], ['ArrowRight', '4 householdPhone'], ['Enter', '5 householdPhone']] as const) {
      await press(key);
      await expect.poll(async () => (await grid.selected()).active).toBe(to);
    }
    // Quick hands: the grid tells of the first step when the second is made.
    await grid.cell(3, 'village').click();
    await program.page.evaluate(() => {
      for (let turn = 0; turn < 2; turn++) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }));
    });
    await expect.poll(async () => (await grid.selected()).active).toBe('3 householdPhone');
    await press('Enter');
    await expect.poll(async () => (await grid.selected()).active).toBe('4 village');
    await Promise.all(['Tab', 'Tab', 'Enter'].map((key) => program.page.keyboard.press(key)));
    await expect.poll(async () => (await grid.selected()).active).toBe('5 village');
    await grid.drag(grid.cell(3, 'village'), grid.cell(4, 'group'));
    for (const [key, to] of [['Enter', '4 village'], ['Enter', '3 group'], ['Enter', '4 group'], ['Enter', '3 village'], ['Tab', '3 group'], ['Shift+Tab', '3 village']] as const) {
      await press(key);
      await expect.poll(async () => (await grid.selected()).active).toBe(to);
    }
    await expect.poll(async () => (await grid.selected()).cells).toBe(4);
    await press('Escape');
  });

  it('adds up what is selected', async () => {
    await grid.drag(grid.cell(0, 'householdSize'), grid.cell(3, 'householdSize'));
    const sizes = (await grid.column('householdSize', 4)).map(Number);
    const sum = sizes.reduce((all, each) => all + each, 0);
    const { format } = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });
    await expect.poll(() => program.page.locator('.habit-figures').innerText()).toBe(`已选 4 行 4 格，有内容 4　合计 ${sum}　平均 ${format(sum / 4)}　最小 ${Math.min(...sizes)}　最大 ${Math.max(...sizes)}`);
    await program.shoot('habits-figures');
  });

  it('does what is chosen in the menu of a column however quick the hands, and takes the next key after it', async () => {
    await grid.cell(2, 'village').click();
    await program.page.mouse.move(5, 5);
    await press('ControlOrMeta+Shift+L');
    await program.page.getByRole('menu', { name: '“行政村”列' }).waitFor();
    // Before another frame is drawn.
    await program.page.evaluate(async () => {
      for (const [key, keyCode] of [['ArrowDown', 40], ['ArrowDown', 40], ['Enter', 13]] as const) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
        await Promise.resolve();
      }
    });
    await grid.head('village').and(program.page.locator('[aria-sort="descending"]')).waitFor();
    await press('ControlOrMeta+Shift+L');
    await Promise.all(['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown'].map((key) => program.page.keyboard.press(key)));
    await expect.poll(() => grid.head('village').getAttribute('aria-sort')).toBe('none');
    await expect.poll(async () => (await grid.selected()).active).toMatch(/ village$/);
  });

  it('opens the menu of a column by keyboard: filter, sort, freeze, move, width, hide', async () => {
    await grid.cell(2, 'village').click();
    const choose = async (name: string): Promise<void> => {
      await press('ControlOrMeta+Shift+L');
      const item = program.page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
      await item.waitFor();
      await program.page.mouse.move(5, 5);
      for (let step = 0; step < 20 && !(await item.evaluate((element) => element.className.includes('item-active'))); step++) await press('ArrowDown');
      await press('Enter');
      await item.waitFor({ state: 'detached' });
    };
    const width = async (): Promise<number> => (await grid.head('village').boundingBox())?.width ?? 0;
    const before = await width();
    await choose('加宽');
    await expect.poll(width).toBeGreaterThan(before + 15);
    await choose('右移一列');
    await expect.poll(async () => ((await grid.head('village').boundingBox())?.x ?? 0) > ((await grid.head('group').boundingBox())?.x ?? 0)).toBe(true);
    await choose('从大到小排');
    await expect.poll(() => program.page.evaluate(() => document.activeElement?.getAttribute('col-id'))).toBe('village');
    await grid.head('village').and(program.page.locator('[aria-sort="descending"]')).waitFor();
    await choose('不按这一列排');
    await choose('筛选');
    await program.page.locator('form.column-filter').waitFor();
    await press('Escape');
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('button', { name: '恢复原样' }).click();
    await press('Escape');
  });

  it('chooses nothing in a menu that a key has opened under a mouse that rests, and what the mouse comes to once it moves', async () => {
    const { page } = program;
    await grid.cell(0, 'group').click();
    const head = await grid.head('group').boundingBox();
    if (!head) throw new Error('no head to rest under');
    const rest = { x: head.x + 30, y: head.y + head.height + 54 };
    await page.mouse.move(rest.x, rest.y);
    const chosen = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')].filter((item) => item.className.includes('-item-active') || item === document.activeElement).map((item) => item.innerText));
    // The browser says by itself that the mouse has come, once the menu is drawn.
    await page.evaluate(() => window.addEventListener('mouseover', ({ target }) => { if (target instanceof Element && target.closest('[role="menuitem"]')) document.body.dataset['came'] = 'yes'; }, true));
    await press('ControlOrMeta+Shift+L');
    await page.locator('body[data-came]').waitFor();
    expect(await chosen()).toEqual(['筛选……']);
    await page.getByRole('menuitem', { name: '按内容定宽' }).hover();
    await expect.poll(chosen).toContain('按内容定宽');
    await press('Escape');
  });

  it('sorts by several columns from a list that opens by keyboard', async () => {
    await grid.cell(2, 'village').click();
    await press('ControlOrMeta+Shift+S');
    const form = program.page.getByRole('form', { name: '排序' });
    await form.waitFor();
    await form.getByRole('button', { name: '不排序' }).click();
    await press('ControlOrMeta+Shift+S');
    await form.getByRole('combobox', { name: '第 1 列', exact: true }).fill('脱贫年度');
    await press('Enter');
    await form.getByRole('button', { name: '再加一列' }).click();
    await form.getByRole('combobox', { name: '第 2 列', exact: true }).fill('家庭人口数');
    await press('Enter');
    await program.shoot('habits-sort');
    await form.getByRole('button', { name: '排序', exact: true }).click();
    await grid.head('liftYear').and(program.page.locator('[aria-sort="ascending"]')).waitFor();
    await expect.poll(async () => {
      const years = await grid.column('liftYear', 15);
      return years.every((year, at) => at === 0 || year >= (years[at - 1] ?? ''));
    }).toBe(true);
    await press('ControlOrMeta+Shift+S');
    await form.getByRole('button', { name: '不排序' }).click();
    await expect.poll(() => program.page.locator('.ag-header-cell[aria-sort="ascending"]').count()).toBe(0);
    // The cursor has come back with its row.
    await expect.poll(async () => (await grid.selected()).active).toBe('2 village');
  });

  it('keeps the editor that was opened before the answer to a search came, and writes to the row that was seen', async () => {
    const name = await grid.cell(2, 'headName').innerText();
    const editor = program.page.locator('.value-editor input:focus');
    await grid.searchThenClick('王', 2, 'householdPhone', '1');
    await editor.waitFor();
    await program.page.keyboard.type('9900005555', { delay: 40 });
    expect(await editor.inputValue()).toBe('19900005555');
    await press('Enter');
    await expect.poll(() => grid.count()).toMatch(/^筛出 \d+ \/ 111 户$/);
    await frame.saved();
    await grid.search('');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(() => grid.cell(2, 'householdPhone').innerText()).toBe('19900005555');
    expect(await grid.cell(2, 'headName').innerText()).toBe(name);
  });

  it('writes what was typed however the clerk leaves for another screen: at once after Enter, or with the editor open', async () => {
    const before = await grid.filled('headName', 2);
    const open = async (text: string): Promise<void> => {
      await grid.cell(1, 'householdPhone').click();
      await press('F2');
      await program.page.locator('.value-editor input:focus').waitFor();
      await press('ControlOrMeta+A');
      await program.page.keyboard.type(text);
    };
    const back = async (phone: string): Promise<void> => {
      await frame.arrived('记录');
      await frame.press('户');
      await grid.shown();
      await expect.poll(() => grid.cell(1, 'householdPhone').innerText()).toBe(phone);
      expect(await grid.column('headName', 2)).toEqual(before);
    };
    await open('19900007777');
    // Both keys in one turn, as a busy program meets what quick hands have pressed meanwhile.
    await program.page.evaluate(() => {
      const key = (init: KeyboardEventInit): void => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
      key({ key: 'Enter' });
      key({ key: '9', code: 'Digit9', altKey: true });
    });
    await back('19900007777');
    await open('19900008888');
    await press('Alt+9');
    await back('19900008888');
    await open('19900009999');
    await press('Escape', 'Alt+9');
    await back('19900008888');
    // What is no value is told where the clerk is now.
    await open('不知道');
    await press('Alt+9');
    await program.page.getByRole('region', { name: '消息' }).getByText(/没有写入：.*的“户联系电话”填的是“不知道”/).waitFor();
    await back('19900008888');
  });

  it('met no error', () => {
    // A refusal crosses as an answer that the browser calls an error.
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
