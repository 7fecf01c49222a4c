import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** The part of the import screen where a list is held against the register. */
class MatchPage {
  readonly #page: Page;
  readonly result;

  constructor(page: Page) {
    this.#page = page;
    this.result = page.getByRole('region', { name: '比对结果' });
  }

  async choose(list: string): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.#page.getByRole('button', { name: '名单……' }).click()]);
    await chooser.setFiles(list);
  }

  async compare(): Promise<void> {
    await this.#page.getByRole('button', { name: '比对', exact: true }).click();
    await this.result.waitFor();
  }

  async as(label: string): Promise<void> {
    await this.#page.getByLabel('是什么名单').selectOption({ label });
  }

  counts(): Promise<string[]> {
    return this.result.locator('.sieve strong').allInnerTexts();
  }

  quadrant(word: string): Promise<void> {
    return this.result.locator('.sieve', { hasText: word }).click();
  }
}

it(`holds a department's list against the register on ${hostName}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-match-'));
  const program = await launchSample();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { page } = program;
  const frame = new FramePage(page);
  const grid = new GridPage(page);
  await frame.press('人');
  await grid.shown();
  const at = async (row: number) => ({ name: await grid.cell(row, 'name').innerText(), number: (await grid.cell(row, 'identityNo').innerText()).replace(/\s/g, ''), village: await grid.cell(row, 'village').innerText() });
  const [one, two, three] = [await at(0), await at(1), await at(2)];
  const slip = `${two.number.slice(0, 15)}${(Number(two.number[15]) + 1) % 10}${two.number.slice(16)}`;
  const list = join(folder, '低保名单.csv');
  const rows = [['姓名', '证件号码', '等级', '家庭住址'], [one.name, one.number, 'A', ''], [two.name, slip, 'B', two.village], [three.name, '', 'B', three.village], ['没登记的', '990504199901010000', 'B', ''], ['没号码的', '', 'B', '']];
  writeFileSync(list, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

  await frame.go('导入');
  await page.getByText('拿部门的名单和登记册比对（不导入）').click();
  const match = new MatchPage(page);
  await match.choose(list);
  await match.compare();
  await page.getByText('按“低保双纳入”比').waitFor();
  const [differ = '', theirs = '', register = '', unusable = '', both = ''] = await match.counts();
  expect([Number(differ) + Number(both), theirs, unusable]).toEqual([1, '2', '2']);
  // Only who is marked with 低保 is missed on a list of 低保.
  expect(Number(register)).toBeLessThan(208);

  await match.quadrant('低保户未入册');
  await program.shoot('match');
  expect(await match.result.locator('mark').allInnerTexts()).toEqual([two.number[15], slip[15]]);
  // By keyboard: the first button of the list is 就是他.
  await match.result.locator('.sieve').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('就是他');
  await page.keyboard.press('Enter');
  await expect.poll(() => match.counts().then(([a, b, , d, e]) => [Number(a) + Number(e), b, d]), { timeout: 10_000 }).toEqual([2, '1', '2']);
  await match.quadrant('没法比对');
  await match.result.getByRole('button', { name: `就是 ${three.village}${three.name}` }).click();
  await expect.poll(() => match.counts().then(([a, b, , d, e]) => [Number(a) + Number(e), b, d]), { timeout: 10_000 }).toEqual([3, '1', '1']);
  await page.getByText('记住的答复 2 条').click();
  await program.shoot('match-answers');
  await match.quadrant('登记册漏记或不一致');
  await program.shoot('match-differ');
  const after = await match.counts();

  // Another subject, and back: the answers are that list's own.
  await match.as('不分主题，和全册的人比');
  await match.compare();
  expect((await match.counts())[2]).toBe('207');
  await match.as('按表头认');
  await match.compare();
  await expect.poll(() => match.counts(), { timeout: 10_000 }).toEqual(after);

  const file = await program.download(() => page.getByRole('button', { name: '导出回执' }).click());
  expect(basename(file)).toBe('低保名单_比对结果.xlsx');
  await match.quadrant('享而不在名单');
  await match.result.getByRole('button', { name: /^去看/ }).first().click();
  await frame.arrived('人');
  await frame.go('导入');
  await expect.poll(() => match.counts(), { timeout: 10_000 }).toEqual(after);
  await page.getByText('记住的答复 2 条').click();
  await page.locator('.match-answers').getByRole('button', { name: `收回对 ${three.name} 的答复` }).click();
  await page.getByText('记住的答复 1 条').waitFor();
  await expect.poll(() => match.counts().then(([, b, , d]) => [b, d]), { timeout: 10_000 }).toEqual(['1', '2']);

  await page.getByRole('button', { name: '导入这份名单' }).click();
  await page.getByText('低保名单.csv').first().waitFor();
  await page.getByRole('group', { name: '按结果筛选' }).waitFor();
  expect(program.errors).toEqual([]);
});
