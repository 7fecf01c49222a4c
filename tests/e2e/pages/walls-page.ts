import type { Page } from 'playwright-core';
import { PdfView } from './pdf-view.ts';

export class WallsPage {
  readonly #page: Page;
  /** What is looked at before it is saved or printed. */
  readonly shown: PdfView;

  constructor(page: Page) {
    this.#page = page;
    this.shown = new PdfView(page);
  }

  /** What the button promises: 排版 333 页（111 户）. */
  async budget(): Promise<string> {
    const button = this.#page.getByRole('button', { name: /^排版 \d+ 页/ });
    await button.waitFor();
    return button.innerText();
  }

  async oneVillage(index: number): Promise<void> {
    await this.#page.getByRole('radio', { name: '一个村' }).check();
    await this.#page.getByRole('radiogroup', { name: '村' }).getByRole('radio').nth(index).click();
  }

  async oneHousehold(text: string): Promise<void> {
    await this.#page.getByRole('radio', { name: '一户' }).check();
    await this.#page.getByRole('combobox', { name: '找一户' }).fill(text);
    await this.#page.locator('.ant-select-item-option').first().click();
  }

  async make(): Promise<void> {
    await this.#page.getByRole('button', { name: /^排版 \d+ 页/ }).click();
  }

  /** The pages are there; with a title: these pages, and not those that were looked at before. */
  async made(title?: string): Promise<void> {
    if (title !== undefined) await this.#page.getByRole('region', { name: '预览' }).getByText(title).waitFor({ timeout: 120_000 });
    await this.#page.getByRole('button', { name: '保存 PDF' }).waitFor({ timeout: 120_000 });
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: '保存 PDF' }).click();
  }

  async chooseSet(label: '户内' | '村里' | '作战图'): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: '贴在哪里' }).getByText(label, { exact: true }).click();
  }

  async kind(title: string): Promise<void> {
    await this.#page.getByRole('group', { name: '哪几种' }).getByRole('checkbox', { name: new RegExp(`^${title}`) }).click();
  }

  /** What has to be hung anew: 关德发 新明街道大峪村三组. */
  async revisits(): Promise<readonly string[]> {
    const region = this.#page.getByRole('region', { name: '墙上要换的' });
    await region.waitFor();
    return region.locator('summary').allInnerTexts();
  }

  /** Opens the first of them and tells what changed there. */
  async firstRevisit(): Promise<string> {
    const first = this.#page.getByRole('region', { name: '墙上要换的' }).locator('details').first();
    await first.locator('summary').click();
    return first.innerText();
  }

  async reprint(): Promise<void> {
    await this.#page.getByRole('button', { name: /^补打这 \d+ 张$/ }).click();
  }
}
