import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, launch } from './support/launch.ts';

it(`holds a department's list against the register on ${hostName}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-match-'));
  const program = await launch();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { page } = program;
  const first = new FirstStartPage(page);
  await first.shown();
  await first.choose('先用示例看看');
  const frame = new FramePage(page);
  const grid = new GridPage(page);
  await grid.shown();
  await frame.press('人');
  await grid.shown();
  const [name, number] = [await grid.cell(0, 'name').innerText(), await grid.cell(0, 'identityNo').innerText()];
  const list = join(folder, '低保名单.csv');
  writeFileSync(list, `\uFEFF姓名,证件号码,等级\r\n${name},${number},A\r\n没登记的,990504199901010000,B\r\n没号码的,,B\r\n`);
  await frame.go('导入');
  await page.getByText('拿部门的名单和登记册比对（不导入）').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '名单……' }).click()]);
  await chooser.setFiles(list);
  await page.getByRole('button', { name: '比对', exact: true }).click();
  const result = page.getByRole('region', { name: '比对结果' });
  await result.waitFor();
  const counts = await result.locator('.sieve strong').allInnerTexts();
  // By its headers it is the list of 低保: only who is marked so is missed.
  expect(counts.map(Number).filter((_, at) => at !== 2)).toEqual([expect.any(Number), 1, 1, expect.any(Number)]);
  expect(Number(counts[0]) + Number(counts[4])).toBe(1);
  await page.getByText('按“低保双纳入”比').waitFor();
  await program.shoot('match');
  const file = await program.download(() => page.getByRole('button', { name: '导出回执' }).click());
  expect(basename(file)).toBe('低保名单_比对结果.xlsx');
  await result.locator('.sieve').nth(2).click();
  await result.getByRole('button', { name: '去看' }).first().click();
  await frame.arrived('人');
  expect(program.errors).toEqual([]);
});
