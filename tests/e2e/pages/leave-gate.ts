import type { Page } from 'playwright-core';

/** The question that everything passes which leaves. */
export class LeaveGate {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Answers with a level, or with the one that is offered. */
  async leave(level?: '公开张贴' | '内部使用，号码遮住' | '内部使用，全部内容'): Promise<void> {
    const dialog = this.#page.getByRole('dialog');
    if (level !== undefined) await dialog.getByText(level, { exact: true }).click();
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
  }
}
