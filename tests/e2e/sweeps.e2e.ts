import { expect, it, onTestFinished } from 'vitest';
import { CardPage } from './pages/card-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { PdfView } from './pages/pdf-view.ts';
import { GridPage } from './pages/grid-page.ts';
import { barriers } from './support/access.ts';
import { hostName } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

it(`the sweep on ${hostName}: typed from the paper by keys alone, a second time by somebody else without seeing it, settled, counted, printed`, async () => {
  const program = await launchSample();
  onTestFinished(() => program.close());
  const { page } = program;
  const frame = new FramePage(page);
  await frame.press('核对');
  await page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name: '排查普查' }).press('Enter');
  const note = page.locator('.screen-note');
  await note.getByText('111 户 208 人，已录 0 户').waitFor();
  await program.shoot('sweeps-progress');
  expect(await barriers(page)).toEqual([]);

  await page.getByText('录入', { exact: true }).click();
  const list = page.getByRole('navigation', { name: '各户' });
  await list.getByRole('button').first().click();
  const form = page.locator('form.sweep-form');
  await form.getByText('第一遍', { exact: true }).waitFor();
  const items = await form.locator('tbody tr').count();
  // Who types it, the four lines of its head, then a digit and Enter an item; one of them is a problem and wants words.
  await form.getByLabel('录入人').focus();
  await page.keyboard.type('孙试录');
  for (const text of ['20200320', '走访员', '本人']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(text);
  }
  for (let at = 0; at < items; at++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press(at === 2 ? '2' : '1');
    if (at === 2) {
      await page.keyboard.press('Enter');
      await page.keyboard.type('走访没有日期');
    }
  }
  await program.shoot('sweeps-typing');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await note.getByText('已录 1 户').waitFor();

  // The second entry sees nothing of the first; where they differ somebody chooses.
  await list.getByRole('button').first().click();
  await form.getByText('第二遍（看不到第一遍）').waitFor();
  expect(await form.locator('[aria-checked="true"]').count()).toBe(0);
  await form.getByLabel('录入人').fill('周试录');
  for (let at = 0; at < items; at++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
  }
  await page.keyboard.press('Control+Enter');
  const differing = page.getByRole('group', { name: '两遍不一样的' });
  await differing.getByText('两遍不一样的 1 项').waitFor();
  await program.shoot('sweeps-compare');
  await differing.getByLabel('有问题：走访没有日期').check();
  await differing.getByRole('button', { name: '核定' }).click();
  await note.getByText('已核定 1 户').waitFor();

  // What is wrong becomes a problem with who answers for it.
  await page.getByText('结果', { exact: true }).first().click();
  await page.getByRole('table', { name: '发现的问题' }).getByText('走访没有日期').waitFor();
  await page.getByRole('button', { name: '列入整改……' }).click();
  await page.getByLabel('整改责任人').fill('吴试责');
  await program.shoot('sweeps-results');
  await page.getByRole('button', { name: '全部列入整改' }).click();
  await page.getByRole('button', { name: '去看' }).click();
  await page.getByRole('table', { name: '整改台账' }).getByText('走访没有日期').waitFor();

  // The empty form of a village, with what is known beside each item.
  await page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name: '排查普查' }).click();
  await page.getByText('打印空表').click();
  await new PdfView(page, '三落实三精准三保障大排查表预览').says('受访人签字');
  await program.shoot('sweeps-paper');
  await page.getByText('表的文件').click();
  await page.getByRole('button', { name: '导出 脱贫质量大普查' }).waitFor();
  await program.shoot('sweeps-forms');

  // The card tells what was asked at this door; a click opens the sheet.
  await frame.go('户');
  const grid = new GridPage(page);
  await grid.shown();
  await grid.cell(0, 'headName').click();
  const card = new CardPage(page);
  await card.open();
  const asked = card.section('排查普查');
  await asked.scrollIntoViewIfNeeded();
  await asked.getByText('1 项有问题').waitFor();
  await asked.getByText('走访没有日期').waitFor();
  expect(await asked.getByRole('listitem').first().innerText()).toContain('已核定');
  await program.shoot('sweeps-card');
  // Nothing that only the program reads.
  expect(await card.section('台账').innerText()).not.toMatch(/疑点编号|sweep/);
  await asked.getByRole('button', { name: '三落实三精准三保障大排查 2020' }).click();
  await page.getByRole('region', { name: '一户的表' }).getByText('已核定的要改，重新录两遍。').waitFor();
  expect(program.errors).toEqual([]);
});
