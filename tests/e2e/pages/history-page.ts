import type { Page } from 'playwright-core';

export class HistoryPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What was done, newest first. */
  async done(): Promise<readonly string[]> {
    await this.#page.getByRole('columnheader', { name: '做了什么' }).waitFor();
    return this.#page.locator('.history-table > tbody > tr > td:nth-child(4)').allInnerTexts();
  }

  /** Opens a command and answers its changes, a line each. */
  async changes(index: number): Promise<readonly string[]> {
    await this.#page.locator('.fold').nth(index).click();
    const rows = this.#page.locator('.change-table tbody tr');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }
}
