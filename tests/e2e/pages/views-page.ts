import type { Locator, Page } from 'playwright-core';

/** The views of a table, as the clerk opens and keeps them. */
export class ViewsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get button(): Locator {
    return this.#page.locator('.view-button');
  }

  /** 视图：6000元以下（改过）, or 视图 where none is open. */
  current(): Promise<string> {
    return this.#page.locator('.view-name').innerText();
  }

  get panel(): Locator {
    return this.#page.getByRole('dialog', { name: '视图', exact: true });
  }

  entry(name: string): Locator {
    return this.panel.getByRole('option').filter({ has: this.#page.locator('.view-entry-name', { hasText: new RegExp(`^${name}(（打开时用）)?$`) }) });
  }

  async openPanel(): Promise<void> {
    await this.button.click();
    await this.panel.waitFor();
  }

  /** By mouse. */
  async choose(name: string): Promise<void> {
    await this.openPanel();
    await this.entry(name).click();
    await this.panel.waitFor({ state: 'detached' });
  }

  /** By keyboard alone. */
  async press(name: string): Promise<void> {
    await this.#page.keyboard.press('Alt+v');
    await this.panel.locator('input:focus').waitFor();
    await this.#page.keyboard.type(name);
    await this.#page.keyboard.press('Enter');
    await this.panel.waitFor({ state: 'detached' });
  }

  async act(verb: string): Promise<void> {
    await this.openPanel();
    await this.panel.getByRole('button', { name: verb }).click();
  }

  async saveAs(name: string): Promise<void> {
    await this.act('保存视图……');
    await this.#name(name);
  }

  async #name(name: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: '视图的名字' }).fill(name);
    await this.#page.keyboard.press('Enter');
    await this.panel.waitFor({ state: 'detached' });
  }

  async rename(name: string): Promise<void> {
    await this.act('改名……');
    await this.#name(name);
  }
}
