import type { Locator, Page } from 'playwright-core';

/** One of the two grids, as the clerk works it. Rows are counted from 0 as they stand on screen. */
export class GridPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  cell(row: number, column: string): Locator {
    return this.#page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
  }

  /** The first row is there, with what it holds. */
  async shown(): Promise<void> {
    await this.cell(0, 'householdNo').filter({ hasText: /\d/ }).waitFor();
  }

  /** The texts of a column, top down, as far as rows are on screen. */
  async column(column: string, rows: number): Promise<string[]> {
    const texts: string[] = [];
    for (let row = 0; row < rows; row++) texts.push(await this.cell(row, column).innerText());
    return texts;
  }

  /** The same of a column that holds something in every row: read when all are drawn. */
  async filled(column: string, rows: number): Promise<string[]> {
    for (let row = 0; row < rows; row++) await this.cell(row, column).filter({ hasText: /\S/ }).waitFor();
    return this.column(column, rows);
  }

  /** Where a text stands in a column, as soon as it is drawn. */
  async rowWith(column: string, text: string): Promise<number> {
    const row = this.#page.locator('.ag-row', { has: this.#page.locator(`[col-id="${column}"]`, { hasText: new RegExp(`^${text}$`) }) }).first();
    return Number(await row.getAttribute('row-index'));
  }

  async type(row: number, column: string, text: string, end = 'Enter'): Promise<void> {
    await this.#reach(column);
    await this.cell(row, column).click();
    await this.#page.keyboard.press('F2');
    await this.#page.locator('.value-editor input:focus').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press(end);
  }

  /** Scrolls until a column is drawn: the grid draws only those near the window. */
  async #reach(column: string): Promise<void> {
    const head = this.#page.locator(`.ag-header-cell[col-id="${column}"]`);
    if ((await head.count()) > 0) return;
    await this.#page.locator('.ag-header-cell').last().hover();
    // To the right as far as it goes, then back to the left.
    for (const way of [300, -300]) {
      for (let turns = 0; turns < 40 && (await head.count()) === 0; turns++) {
        await this.#page.mouse.wheel(way, 0);
        await this.#page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      }
    }
  }

  /** By the arrows beside the name; with Ctrl as one more order. */
  async sort(column: string, also = false): Promise<void> {
    await this.#reach(column);
    await this.head(column).hover();
    await this.#page.locator(`.ag-header-cell[col-id="${column}"] .ag-sort-indicator-container`).click(also ? { modifiers: ['Control'] } : {});
  }

  head(column: string): Locator {
    return this.#page.locator(`.ag-header-cell[col-id="${column}"]`);
  }

  /** What is selected on screen: columns of the marked cells and the first and last row. */
  async selected(): Promise<{ readonly rows: readonly [number, number] | null; readonly columns: readonly string[]; readonly cells: number; readonly active: string }> {
    return this.#page.evaluate(() => {
      const rows: number[] = [];
      const columns = new Set<string>();
      let active = '';
      for (const cell of document.querySelectorAll<HTMLElement>('.ag-row .ag-cell[data-mark]')) {
        const row = Number(cell.closest('.ag-row')?.getAttribute('row-index'));
        const id = cell.getAttribute('col-id') ?? '';
        const marks = (cell.dataset['mark'] ?? '').split(' ');
        if (marks.includes('active')) active = `${row} ${id}`;
        if (id === 'rowNumber' || !marks.includes('in')) continue;
        rows.push(row);
        columns.add(id);
      }
      return { rows: rows.length === 0 ? null : ([Math.min(...rows), Math.max(...rows)] as const), columns: [...columns].toSorted(), cells: rows.length, active };
    });
  }

  /** Drags from the middle of one cell to the middle of another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('no cell to drag over');
    await this.#page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
    await this.#page.mouse.up();
  }

  async openFilter(column: string): Promise<Locator> {
    await this.#reach(column);
    await this.#page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-filter-button`).click();
    const form = this.#page.locator('form.column-filter');
    await form.waitFor();
    return form;
  }

  async filterValues(column: string, values: readonly string[]): Promise<void> {
    const form = await this.openFilter(column);
    await form.getByLabel('全选').uncheck();
    for (const value of values) await form.locator('label', { has: this.#page.getByText(value, { exact: true }) }).getByRole('checkbox').check();
    await form.getByRole('button', { name: '只看勾选的' }).click();
  }

  /** Opens a year or a month in the filter of a column of days. */
  async openPeriod(form: Locator, words: string): Promise<void> {
    await form.getByRole('button', { name: `展开${words}`, exact: true }).click();
  }

  async filterBy(column: string, test: string, text: string): Promise<void> {
    const form = await this.openFilter(column);
    await form.getByLabel('条件', { exact: true }).selectOption({ label: test });
    await form.getByLabel('条件的值').fill(text);
    await form.getByRole('button', { name: '筛选', exact: true }).click();
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: '在表中找' }).fill(text);
  }

  /** What stands in a column of the cursor's row at this moment; '' while it is not drawn. Waits for nothing: the row may be on its way out. */
  besideCursor(column: string): Promise<string> {
    return this.#page.evaluate((id) => document.querySelector('.ag-row .ag-cell[data-mark~="active"]')?.closest('.ag-row')?.querySelector<HTMLElement>(`[col-id="${id}"]`)?.innerText ?? '', column);
  }

  /** Types a search, clicks a cell and, with `key`, types over it before any answer can be here: all in one breath of the page, however slow the machine. */
  async searchThenClick(text: string, row: number, column: string, key = ''): Promise<void> {
    await this.#page.evaluate(
      (asked) => {
        document.querySelector<HTMLInputElement>('input[aria-label="在表中找"]')?.focus();
        document.execCommand('insertText', false, asked.text);
        const cell = document.querySelector<HTMLElement>(`.ag-row[row-index="${asked.row}"] [col-id="${asked.column}"]`);
        for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) cell?.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, button: 0 }));
        cell?.focus();
        if (asked.key !== '') cell?.dispatchEvent(new KeyboardEvent('keydown', { key: asked.key, bubbles: true, cancelable: true }));
      },
      { text, row, column, key },
    );
  }

  async chips(): Promise<string[]> {
    return this.#page.locator('.chip').allInnerTexts();
  }

  /** 筛出 38 / 208 人, or 208 人 · 111 户. */
  count(): Promise<string> {
    return this.#page.locator('.records-foot .nowrap').innerText();
  }

  /** What the bar at the foot says of the cell under the cursor. */
  current(): Promise<string> {
    return this.#page.locator('.records-cell').innerText();
  }
}
