import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { heldBack } from './support/held-back.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

// The desktop has no such number of calls that may be open at once; its channel cannot be listened to, either.
describe.runIf(hostName === 'web')('what takes its time keeps nobody waiting: what the rules find', () => {
  let program: Launched;
  let grid: GridPage;

  beforeAll(async () => {
    program = await launchSample();
    grid = new GridPage(program.page);
  });
  afterAll(() => program.close());

  it('is asked for by one call at a time, and no row waits for it', async () => {
    const { page } = program;
    const asked: string[][] = [];
    const answers = Promise.withResolvers<void>();
    await page.route('**/rpc/views/marks', async (route) => {
      const { json } = route.request().postDataJSON() as { readonly json: { readonly subject: string; readonly ids: string[] } };
      if (json.subject === 'people') asked.push(json.ids);
      await answers.promise;
      // The page that asked may be gone by then.
      await route.continue().catch(() => undefined);
    });
    const windows: number[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/rpc/tables/rows')) return;
      const { json } = request.postDataJSON() as { readonly json: { readonly subject: string; readonly offset: number } };
      if (json.subject === 'people') windows.push(json.offset);
    });
    await new FramePage(page).go('人');
    await grid.cell(0, 'name').filter({ hasText: /./ }).click();
    await page.keyboard.press('ControlOrMeta+End');
    await grid.cell(207, 'name').filter({ hasText: /./ }).waitFor();
    // The jump sends for its windows before the grid does, and none is fetched twice.
    expect(windows.toSorted((one, other) => one - other)).toEqual([0, 100, 200]);
    expect(asked.map((ids) => ids.length)).toEqual([100]);
    answers.resolve();
    await expect.poll(() => asked.map((ids) => ids.length)).toEqual([100, 108]);
    expect(program.errors).toEqual([]);
  });

  it('and what is typed into a row stands while the answer to another cell of it comes', async () => {
    const { page } = program;
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held = [first, second];
    await page.route('**/rpc/tables/edit', async (route) => {
      await held.shift()?.promise;
      await route.continue();
    });
    await page.keyboard.press('ControlOrMeta+Home');
    const [sex, phone] = [grid.cell(0, 'sex'), grid.cell(0, 'memberPhone')];
    const other = (await sex.innerText()) === '男' ? '女' : '男';
    await grid.type(0, 'sex', other);
    await grid.type(0, 'memberPhone', '19900008888');
    await expect.poll(() => phone.innerText()).toMatch(/8888$/);
    // Every text that the cell shows from now on.
    await phone.evaluate((cell) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenTexts: seen });
      new MutationObserver(() => seen.push(cell.textContent)).observe(cell, { childList: true, characterData: true, subtree: true });
    });
    const answered = page.waitForResponse('**/rpc/tables/edit');
    first.resolve();
    await answered;
    // The row is read again after that answer: by then it stands on the screen.
    await page.waitForResponse('**/rpc/registers/state');
    second.resolve();
    await expect.poll(() => page.locator('.bar').getByText('已存').count()).toBe(1);
    expect((await page.evaluate(() => (globalThis as unknown as { readonly seenTexts: readonly string[] }).seenTexts)).filter((text) => !text.endsWith('8888'))).toEqual([]);
    expect(await sex.innerText()).toBe(other);
    await page.unroute('**/rpc/tables/edit');
    expect(program.errors).toEqual([]);
  });

  it('and the last rows of a table are read while nobody does anything: a key finds them there', async () => {
    const { page } = program;
    const frame = new FramePage(page);
    await frame.go('户');
    const last = page.waitForResponse((response) => {
      if (!response.url().endsWith('/rpc/tables/rows')) return false;
      const { json } = response.request().postDataJSON() as { readonly json: { readonly subject: string; readonly offset: number } };
      return json.subject === 'people' && json.offset === 200;
    });
    await frame.go('人');
    await (await last).finished();
    let asked = 0;
    await page.route('**/rpc/tables/rows', async (route) => {
      asked++;
      await route.continue();
    });
    await grid.cell(0, 'name').filter({ hasText: /./ }).click();
    await page.keyboard.press('ControlOrMeta+End');
    await grid.cell(207, 'name').filter({ hasText: /./ }).waitFor();
    expect(asked).toBe(0);
    await page.unroute('**/rpc/tables/rows');
  });

  it('and what is typed stays in its year, where another is looked at before it is answered', async () => {
    const { page } = program;
    const letGo = await heldBack(page, '**/rpc/tables/edit');
    const look = async (year: number): Promise<void> => {
      await page.getByRole('combobox', { name: '年度' }).click();
      const read = page.waitForResponse('**/rpc/tables/rows');
      await page.locator('.ant-select-item-option').getByText(`${year} 年`).click();
      await read;
    };
    await page.keyboard.press('ControlOrMeta+Home');
    const health = grid.cell(0, 'health');
    await grid.type(0, 'health', '长期慢性病');
    await expect.poll(() => health.innerText()).toBe('长期慢性病');
    await look(2019);
    await expect.poll(() => health.innerText()).toBe('健康');
    letGo();
    await expect.poll(() => page.locator('.bar').getByText('已存').count()).toBe(1);
    await page.waitForResponse('**/rpc/registers/state');
    expect(await health.innerText()).toBe('健康');
    await look(2020);
    await expect.poll(() => health.innerText()).toBe('长期慢性病');
    await page.unroute('**/rpc/tables/edit');
    expect(program.errors).toEqual([]);
  });

  it('and rows to which the table is moved by its scrollbar are sent for once, with those around them', async () => {
    const { page } = program;
    const frame = new FramePage(page);
    const windows: number[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/rpc/tables/rows')) return;
      const { json } = request.postDataJSON() as { readonly json: { readonly subject: string; readonly offset: number } };
      if (json.subject === 'people') windows.push(json.offset);
    });
    await frame.go('户');
    await frame.go('人');
    await grid.shown();
    await page.evaluate(() => {
      const box = document.querySelector('.ag-grid-viewport');
      if (box) box.scrollTop = box.scrollHeight;
    });
    await grid.cell(207, 'name').filter({ hasText: /./ }).waitFor();
    expect(windows.toSorted((one, other) => one - other)).toEqual([0, 100, 200]);
    // Those around are drawn when nobody goes on.
    const first = async (): Promise<number> => page.evaluate(() => Math.min(...[...document.querySelectorAll('.ag-row')].map((row) => Number(row.getAttribute('row-index')))));
    const seen = await page.evaluate(() => Math.floor((document.querySelector('.ag-grid-viewport')?.scrollTop ?? 0) / 28));
    await expect.poll(first).toBeLessThan(seen - 5);
  });

  it('and nothing of the library listens at a cell: there are a thousand on screen', async () => {
    const session = await program.page.context().newCDPSession(program.page);
    const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector('.ag-row .ag-cell[col-id="name"]')` });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    expect(listeners.map(({ type }) => type)).toEqual([]);
    await session.detach();
  });

  it('and what is ticked for all values before their list has come stays so', async () => {
    const { page } = program;
    const letGo = await heldBack(page, '**/rpc/tables/distinct');
    const form = await grid.openFilter('name');
    const all = form.getByLabel('全选');
    await all.uncheck();
    letGo();
    await form.locator('.filter-values label').nth(1).waitFor();
    expect(await all.isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    await page.unroute('**/rpc/tables/distinct');
  });

  it('and the places of a text are counted when nobody goes on from one to the next', async () => {
    const { page } = program;
    let counted = 0;
    // As in a table so long that it is not known at once how many there are.
    await page.route('**/rpc/blocks/findCell', async (route) => {
      const response = await route.fetch();
      const { json } = (await response.json()) as { readonly json: object };
      await route.fulfill({ response, json: { json: { ...json, matches: null } } });
    });
    await page.route('**/rpc/blocks/countCells', async (route) => {
      counted++;
      await route.continue();
    });
    await page.keyboard.press('ControlOrMeta+F');
    await page.getByRole('textbox', { name: '查找内容' }).waitFor();
    await page.getByRole('textbox', { name: '查找内容' }).evaluate(async (box) => {
      // Letters and steps in one breath of the page, however slow the machine.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '户主');
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(drawn));
      for (let step = 0; step < 3; step++) box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await page.getByText('共 111 处').waitFor();
    expect(counted).toBe(1);
    expect(program.errors).toEqual([]);
  });
});
