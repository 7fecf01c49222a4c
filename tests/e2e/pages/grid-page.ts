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

  async type(row: number, column: string, text: string, end = 'Enter'): Promise<void> {
    await this.cell(row, column).click();
    await this.#page.keyboard.press('F2');
    await this.#page.locator('.value-editor input:focus').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press(end);
  }

  async sort(column: string): Promise<void> {
    await this.#page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-text`).click();
  }

  async openFilter(column: string): Promise<Locator> {
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

  async filterBy(column: string, test: string, text: string): Promise<void> {
    const form = await this.openFilter(column);
    await form.getByLabel('条件', { exact: true }).selectOption({ label: test });
    await form.getByLabel('条件的值').fill(text);
    await form.getByRole('button', { name: '筛选', exact: true }).click();
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: '在表中找' }).fill(text);
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
