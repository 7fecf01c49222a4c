import { expect, it, onTestFinished } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { barriers } from './support/access.ts';
import { hostName } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

it(`accounts on ${hostName}: what was changed since the system's export is told beside its household; movements with what they lack`, async () => {
  const program = await launchSample();
  onTestFinished(() => program.close());
  const { page } = program;
  const frame = new FramePage(page);
  const grid = new GridPage(page);
  const names = await grid.filled('headName', 1);
  await grid.type(0, 'perCapitaIncome', '7777');
  await frame.press('核对');
  const parts = page.getByRole('navigation', { name: '核对的各部分' });
  await parts.getByRole('button', { name: '账账相符' }).press('Enter');
  await page.locator('.screen-note').getByText(/^111 户，.*有差异 1 户$/).waitFor();
  await page.getByText('有差异 1', { exact: true }).click();
  const table = page.getByRole('table', { name: '账账相符' });
  await table.getByText(/人均纯收入：.* → 7,777\.00/).waitFor();
  expect(await table.locator('tbody tr').count()).toBe(1);
  await program.shoot('accounts-accord');
  expect(await barriers(page)).toEqual([]);

  // A movement that was done on the card without a paper.
  await table.getByRole('button', { name: names[0] ?? '' }).click();
  await grid.shown();
  await page.keyboard.press('ControlOrMeta+i');
  const card = page.getByRole('complementary').first();
  await card.getByRole('button', { name: '办理变动 ▾' }).click();
  await page.getByRole('menuitem', { name: '返贫', exact: true }).click();
  await card.getByRole('combobox', { name: '返贫原因' }).click();
  await page.getByTitle('因病', { exact: true }).click();
  await card.getByRole('textbox', { name: '年月' }).fill('2020-05');
  await program.shoot('accounts-event');
  await card.locator('form.card-form button[type=submit]').click();
  await frame.press('核对');
  await parts.getByRole('button', { name: '动态管理' }).press('Enter');
  await page.getByRole('table', { name: '动态管理' }).getByText(/返贫认定/).waitFor();
  await program.shoot('accounts-discipline');
  expect(await barriers(page)).toEqual([]);

  // Whoever needs letters twice as large has half the window: nothing runs out of it.
  await page.setViewportSize({ width: 683, height: 384 });
  for (const part of ['规则核对', '整改台账', '排查普查', '账账相符', '动态管理']) {
    await parts.getByRole('button', { name: part }).click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    expect([part, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([part, 0]);
  }
  await program.shoot('accounts-twice');
  expect(program.errors).toEqual([]);
});
