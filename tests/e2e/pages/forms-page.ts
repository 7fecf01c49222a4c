import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { FramePage } from './frame-page.ts';

/** Blank forms of others, on the screen of reports. */
export class FormsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await new FramePage(this.page).go('报表');
    await this.page.getByRole('navigation', { name: '报表目录' }).getByRole('button', { name: '填上级的空表' }).click();
    await this.page.getByRole('heading', { name: '填上级的空表', level: 1 }).waitFor();
  }

  /** Drops a file on the window. */
  async drop(path: string): Promise<void> {
    const file = { name: basename(path), content: readFileSync(path).toString('base64') };
    await this.page.evaluate(({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      for (const kind of ['dragenter', 'dragover', 'drop']) window.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, file);
    await this.sheet().waitFor();
  }

  async choose(path: string): Promise<void> {
    await this.page.getByLabel('空表', { exact: true }).setInputFiles(path);
    await this.sheet().waitFor();
  }

  sheet() {
    return this.page.getByRole('region', { name: '空表', exact: true });
  }

  /** What a column is said to be. */
  column(letters: string) {
    return this.sheet().getByRole('button', { name: new RegExp(`^${letters} 列“`) });
  }

  async map(letters: string, word: string): Promise<void> {
    await this.column(letters).click();
    await this.page.locator('.ant-select-dropdown:visible').waitFor();
    await this.page.keyboard.type(word);
    await this.page.keyboard.press('Enter');
    await this.sheet().getByRole('button', { name: new RegExp(`^${letters} 列“.*：${word}（自己指定）`) }).waitFor();
  }

  async who(typed: string, label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '填谁' }).click();
    await this.page.keyboard.type(typed);
    await this.page.locator('.ant-select-item-option', { hasText: label }).first().click();
  }

  go() {
    return this.page.getByRole('button', { name: /^填好 .*并保存$/ });
  }
}
