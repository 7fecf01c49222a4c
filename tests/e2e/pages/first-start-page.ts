import type { Page } from 'playwright-core';

/** No register is open. */
export class FirstStartPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async shown(): Promise<void> {
    await this.#page.getByRole('button', { name: /^新建登记册/ }).waitFor();
  }

  async choose(choice: '新建登记册' | '打开登记册' | '导入省里的表' | '先用示例看看'): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${choice}`) }).click();
  }

  /** From the first page to an empty register of that name. */
  async newRegister(name: string): Promise<void> {
    await this.shown();
    await this.choose('新建登记册');
    await this.create(name);
  }

  /** On the page that 新建登记册 opens. */
  async create(name: string): Promise<void> {
    await this.#page.getByLabel('名称').fill(name);
    await this.#page.getByRole('tree', { name: '地区' }).waitFor();
    await this.#page.getByRole('button', { name: /^新建/ }).click();
    await this.#page.getByRole('navigation', { name: '主要画面' }).waitFor();
  }
}
