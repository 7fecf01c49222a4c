import type { Locator, Page } from 'playwright-core';

/** 证件号码急诊, at the top of 核对. */
export class IdentitiesPage {
  readonly #section: Locator;

  constructor(page: Page) {
    this.#section = page.getByRole('region', { name: '证件号码急诊' });
  }

  async shown(count: number): Promise<void> {
    await this.#section.getByRole('heading', { name: `证件号码急诊 ${count} 个` }).waitFor();
  }

  async gone(): Promise<void> {
    await this.#section.waitFor({ state: 'detached' });
  }

  row(name: string): Locator {
    return this.#section.locator('tr[data-case]', { has: this.#section.page().getByRole('rowheader', { name, exact: true }) });
  }

  /** Numbers that are offered for somebody, best first. */
  async offered(name: string): Promise<string[]> {
    const digits = await this.row(name).locator('.identity-candidate .identity-digits').allInnerTexts();
    return digits.map((each) => each.replace(/\s+/g, ''));
  }

  async take(name: string, number: string): Promise<void> {
    await this.row(name).locator(`.identity-candidate[title*="${number}"]`).click();
  }

  /** By keyboard alone: types over what the row's field holds and presses Enter. */
  async type(name: string, number: string): Promise<void> {
    await this.row(name).getByLabel(`${name} 证件上的号码`).focus();
    await this.#section.page().keyboard.press('ControlOrMeta+A');
    await this.#section.page().keyboard.type(number);
    await this.#section.page().keyboard.press('Enter');
  }

  /** Told in the row itself. */
  async refused(name: string, why: string): Promise<void> {
    await this.row(name).getByRole('alert').filter({ hasText: why }).waitFor();
  }

  async note(name: string, reason: string): Promise<void> {
    await this.row(name).getByRole('button', { name: '证件就是这样' }).click();
    await this.#section.page().keyboard.type(reason);
    await this.#section.page().keyboard.press('Enter');
  }

  async sift(word: string): Promise<void> {
    await this.#section.getByRole('group', { name: '按哪里不对筛选' }).getByRole('button', { name: word }).click();
  }
}
