import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';

export type SieveName = '全部' | '新增' | '有变化' | '相同' | '冲突' | '不收' | '有疑问' | '本次未出现';

/** The import screen, from the choice of files to the commit. */
export class ImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async chooseFiles(paths: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.#page.getByRole('button', { name: '选择文件' }).click()]);
    await chooser.setFiles([...paths]);
  }

  /** Drops files on the window, as the file manager would. */
  async dropFiles(paths: readonly string[]): Promise<void> {
    const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
    await this.#page.evaluate((given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      }
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
      }
    }, files);
  }

  async previewed(): Promise<void> {
    await this.#page.getByRole('heading', { name: '导入前看一看' }).waitFor();
  }

  async count(sieve: SieveName): Promise<number> {
    return Number(await this.#sieve(sieve).locator('strong').innerText());
  }

  async sift(sieve: SieveName): Promise<void> {
    await this.#sieve(sieve).click();
  }

  #sieve(sieve: SieveName) {
    return this.#page.getByRole('group', { name: '按结果筛选' }).locator('button', { hasText: sieve });
  }

  /** Files as they were understood, with their sheets. */
  async understood(): Promise<string> {
    return this.#page.getByRole('complementary', { name: '认出的表' }).innerText();
  }

  async year(year: number): Promise<void> {
    await this.#page.getByRole('spinbutton', { name: '年度' }).fill(String(year));
    await this.#page.getByRole('button', { name: '就按这一年' }).click();
  }

  async commit(): Promise<void> {
    await this.#page.getByRole('button', { name: /^导入这 \d+ 行$/ }).click();
    await this.#page.getByRole('heading', { name: '已导入' }).waitFor();
  }

  async told(): Promise<string> {
    return this.#page.locator('.screen-head').innerText();
  }

  async discard(): Promise<void> {
    await this.#page.getByRole('button', { name: '不导入了' }).click();
    await this.#page.getByRole('heading', { name: '导入', exact: true }).waitFor();
  }

  /** After a commit: back to where files are chosen. */
  async another(): Promise<void> {
    await this.#page.getByRole('button', { name: '再导入别的表' }).click();
  }

  /** Takes the newest import of the list back and answers what was told about it. */
  async undoNewest(): Promise<string> {
    await this.#page.getByRole('button', { name: '撤销这次导入' }).first().click();
    const outcome = this.#page.locator('.undo-outcome');
    await outcome.waitFor();
    return outcome.innerText();
  }
}
