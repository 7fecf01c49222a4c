import type { Locator, Page } from 'playwright-core';

/** The pages of a PDF as they are looked at: those in sight are drawn, with their text over them. */
export class PdfView {
  readonly #frame: Locator;

  constructor(page: Page, called?: string) {
    this.#frame = page.getByRole('document', called === undefined ? { name: /预览$/ } : { name: called });
  }

  /** What the pages in sight say, without the blanks by which words stand apart. */
  async text(): Promise<string> {
    return (await this.#frame.locator('.pdf-text').allInnerTexts()).join('').replaceAll(/\s/g, '');
  }

  /** Waits until a page in sight says so. */
  async says(text: string): Promise<void> {
    await this.#frame.waitFor();
    // Words stand apart by blanks of any kind, and lines by none.
    const signs = [...text.replaceAll(/\s/g, '')].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/, '\\$&'));
    await this.#frame.locator('.pdf-text', { hasText: new RegExp(signs.join('\\s*')) }).first().waitFor({ timeout: 60_000 });
  }

  pages(): Promise<number> {
    return this.#frame.locator('.pdf-page').count();
  }

  /** Pages that are drawn at this moment. */
  drawn(): Promise<number> {
    return this.#frame.locator('.pdf-page canvas').count();
  }

  async turnTo(number: number): Promise<void> {
    const view = this.#frame.locator('..');
    await view.getByRole('spinbutton', { name: '页' }).fill(String(number));
    await view.getByRole('spinbutton', { name: '页' }).press('Enter');
    await this.#frame.getByRole('group', { name: `第 ${number} 页`, exact: true }).locator('canvas').waitFor();
  }
}
