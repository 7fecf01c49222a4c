import type { Page } from 'playwright-core';
import { LeaveGate } from './leave-gate.ts';

export class ReportsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How much each sheet holds, as the screen says: ["208 人", "111 户"]. */
  async amounts(): Promise<readonly string[]> {
    await this.#page.getByRole('heading', { name: '人员表', exact: true }).waitFor();
    return this.#page.locator('.report-list .amount').allInnerTexts();
  }

  async start(sheet: '人员表' | '户表'): Promise<void> {
    await this.#page.getByRole('button', { name: `导出${sheet}` }).click();
    await new LeaveGate(this.#page).leave();
  }
}
