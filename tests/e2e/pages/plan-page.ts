import type { Locator, Page } from 'playwright-core';

/** 任务: the plan held against the register. */
export class PlanPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The line of a row on the board, by its title. */
  row(title: string): Locator {
    return this.#page.locator('.plan-table tr', { has: this.#page.getByRole('button', { name: title, exact: true }) });
  }

  async open(title: string): Promise<Locator> {
    const button = this.#page.getByRole('button', { name: title, exact: true });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    const side = this.#page.locator('.plan-side');
    await side.getByRole('heading', { name: new RegExp(title) }).waitFor();
    return side;
  }

  async part(label: '各项任务' | '月度' | '职责到期' | '各村' | '测算' | '资金' | '标准'): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: '看什么' }).getByText(label, { exact: true }).click();
  }

  async lookAt(day: string): Promise<void> {
    await this.#page.getByLabel('看到哪一天').fill(day);
  }
}
