import type { Page } from 'playwright-core';

const places = ['户', '人', '导入', '核对', '台账', '任务', '报表', '上墙', '记录', '设置'] as const;
export type PlaceName = (typeof places)[number];

/** The window around the screens. */
export class FramePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** By mouse, on the rail. */
  async go(place: PlaceName): Promise<void> {
    await this.page.getByRole('navigation', { name: '主要画面' }).getByRole('button', { name: place, exact: true }).click();
    await this.arrived(place);
  }

  /** By keyboard. */
  async press(place: PlaceName): Promise<void> {
    await this.page.keyboard.press(`Alt+${(places.indexOf(place) + 1) % 10}`);
    await this.arrived(place);
  }

  async arrived(place: PlaceName): Promise<void> {
    await this.page.getByRole('navigation', { name: '主要画面' }).locator('button[aria-current="page"]', { hasText: new RegExp(`^${place}$`) }).waitFor();
  }

  async saved(): Promise<void> {
    await this.page.getByText('● 已存').waitFor();
  }

  /** Every message that is on screen now. */
  async messages(): Promise<readonly string[]> {
    return this.page.getByRole('region', { name: '消息' }).locator('.notice').allInnerTexts();
  }

  async choose(item: '打开登记册……' | '新建登记册……' | '关闭登记册'): Promise<void> {
    await this.page.getByRole('button', { name: /^登记册：/ }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
