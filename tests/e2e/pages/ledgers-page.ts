import type { Locator, Page } from 'playwright-core';

/** The list of ledgers and what stands above and beside the table of one. */
export class LedgersPage {
  readonly #page: Page;
  readonly #list: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#list = page.getByRole('navigation', { name: '台账' });
  }

  async press(ledger: string): Promise<void> {
    await this.#list.getByRole('button', { name: new RegExp(`^${ledger}`) }).click();
  }

  /** By mouse, until its first row is there. */
  async open(ledger: string): Promise<void> {
    await this.press(ledger);
    await this.#page.getByRole('heading', { name: ledger, level: 1 }).waitFor();
    await this.#page.locator('.ag-row[row-index="0"] .ag-cell').first().filter({ hasText: /\S/ }).waitFor();
  }

  /** The departments that have a ledger with records. */
  async departments(): Promise<string[]> {
    return this.#list.locator('> section h2').allInnerTexts();
  }

  async listed(ledger: string): Promise<string> {
    return (await this.#list.getByRole('button', { name: new RegExp(`^${ledger}`) }).innerText()).replace(/\s+/g, ' ');
  }

  async unfold(): Promise<void> {
    await this.#list.getByText(/^还没有内容/).click();
  }

  button(name: string): Locator {
    return this.#page.locator('main').getByRole('button', { name });
  }

  form(ledger: string): Locator {
    return this.#page.getByRole('complementary', { name: `新增：${ledger}` });
  }

  /** Somebody, by name, in the form. */
  async choose(form: Locator, name: string): Promise<void> {
    await form.getByRole('combobox', { name: /^哪/ }).fill(name);
    await this.#page.locator('.ant-select-item-option', { hasText: name }).first().click();
  }
}
