import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export type SieveName = '全部' | '新增' | '有变化' | '相同' | '冲突' | '不收' | '有疑问' | '部门不一致' | '本次未出现';

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

  /** Drops a folder as such: only the browser itself can make a drop that holds one. */
  async dropFolder(folder: string): Promise<void> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await session.detach();
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
    return this.#side.innerText();
  }

  get #side(): Locator {
    return this.#page.getByRole('complementary', { name: '认出的表' });
  }

  /** What the files ask: 1 张表没有认出, 2 种写法不认识, 人口变动 3 条. */
  async asks(): Promise<readonly string[]> {
    return this.#side.getByRole('list', { name: '要您看一看的' }).getByRole('button').allInnerTexts();
  }

  async ask(words: RegExp): Promise<void> {
    await this.#side.getByRole('list', { name: '要您看一看的' }).getByRole('button', { name: words }).click();
  }

  /** Opens a sheet as Excel shows it. */
  async look(sheet: string | RegExp): Promise<void> {
    await this.#side.getByRole('button', { name: sheet }).click();
    await this.#page.getByRole('region', { name: '表的前几行' }).waitFor();
  }

  /** What stands on top of the sheet that is looked at. */
  async question(): Promise<string> {
    return this.#page.locator('.part-head h2').innerText();
  }

  async header(row: number, to?: number): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^第 ${row} 行`) }).click();
    if (to !== undefined) await this.#page.getByRole('button', { name: new RegExp(`^第 ${to} 行`) }).click({ modifiers: ['Shift'] });
  }

  async kind(label: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: '这是什么表' }).fill(label);
    await this.#page.keyboard.press('Enter');
  }

  /** Says what a column is, by keyboard. */
  async column(letters: string, field: string): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${letters} 列“`) }).press('Enter');
    await this.#page.getByRole('combobox', { name: new RegExp(`^${letters} 列“`) }).fill(field);
    await this.#page.locator('.ant-select-item-option', { hasText: new RegExp(`^${field}$`) }).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** What each column is, and why: 证件号码 按列名. */
  async columns(): Promise<readonly string[]> {
    return (await this.#page.locator('.sheet-targets td').allInnerTexts()).map((text) => text.replace('▾', '').replace(/\s+/g, ' ').trim());
  }

  async again(): Promise<void> {
    const summary = this.#page.locator('.part-actions');
    await summary.getByRole('button', { name: /^按(这样|这些)重新比对/ }).click();
    await summary.waitFor({ state: 'detached' });
  }

  async list(how: '按户' | '逐行'): Promise<void> {
    await this.#page.getByRole('group', { name: '怎么列' }).getByRole('button', { name: how }).click();
  }

  /** One household of the preview, by its head or its 户编号. */
  household(words: string | RegExp): Locator {
    return this.#page.getByRole('rowgroup', { name: words });
  }

  /** The rows of the preview by person. */
  row(name: string): Locator {
    return this.#page.locator('.plan-row', { hasText: name });
  }

  /** Narrows by a field, from the list of fields. */
  async field(label: string): Promise<void> {
    await this.#side.getByRole('button', { name: '项目', exact: true }).click();
    await this.#side.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  }

  async year(year: number): Promise<void> {
    await this.#page.getByRole('spinbutton', { name: '年度', exact: true }).fill(String(year));
    await this.#page.getByRole('button', { name: '就按这一年' }).click();
    await this.#page.getByRole('button', { name: '就按这一年' }).waitFor({ state: 'detached' });
  }

  /** How the files meet what the register holds; they are compared again. */
  async policy(word: string): Promise<void> {
    const select = this.#page.getByRole('combobox', { name: '表里和登记册不一样时' });
    await select.click();
    await this.#page.locator('.ant-select-item-option', { hasText: word }).click();
    await this.#page.locator('.ant-select', { has: select }).filter({ hasText: word }).waitFor();
  }

  /** What the primary button promises. */
  async promise(): Promise<string> {
    return this.#page.locator('.screen-actions .ant-btn-primary').innerText();
  }

  async press(): Promise<void> {
    await this.#page.getByRole('button', { name: /^(导入这 \d+ 行|办理这 \d+ 条变动)$/ }).click();
  }

  async commit(): Promise<void> {
    await this.press();
    await this.committed();
  }

  async committed(): Promise<void> {
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
    const outcome = this.#page.locator('.undo-outcome').first();
    await outcome.waitFor();
    return outcome.innerText();
  }
}
