import type { Locator, Page } from 'playwright-core';

/** The household's card beside a grid, as the clerk works it. */
export class CardPage {
  readonly #page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByRole('complementary', { name: '户卡片' });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+I');
    await this.root.locator('.card-scroll').waitFor();
  }

  section(name: string): Locator {
    return this.root.locator(`[data-section="${name}"]`);
  }

  name(): Promise<string> {
    return this.root.getByRole('heading', { level: 2 }).innerText();
  }

  /** A value by whose it is and what: 张某 文化程度. */
  value(label: string): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^${label}：`) });
  }

  /** Writes a value in place. */
  async type(label: string, text: string, end = 'Enter'): Promise<void> {
    await this.value(label).focus();
    await this.#page.keyboard.press('F2');
    await this.root.locator('.value-editor input:focus').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press(end);
  }

  source(): Promise<string> {
    return this.root.locator('.card-source').innerText();
  }

  async begin(item: string | RegExp): Promise<Locator> {
    await this.root.getByRole('button', { name: '办理变动 ▾' }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
    const form = this.root.locator('form.card-form');
    await form.waitFor();
    return form;
  }
}
