import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readZip } from '../core/support/zip.ts';
import { CardPage } from './pages/card-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { PdfView } from './pages/pdf-view.ts';
import { barriers } from './support/access.ts';
import { hostName } from './support/launch.ts';
import { openSample } from './support/sample.ts';

const textOf = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });

it(`a dossier on ${hostName}: of one household from its card, of the selected rows from the menu of a cell, one file each`, async () => {
  const { program, grid } = await openSample();
  onTestFinished(() => program.close());
  const { page } = program;
  await grid.cell(0, 'headName').click();
  const card = new CardPage(page);
  await card.open();
  const name = await card.name();
  const pdf = await program.download(async () => {
    await card.section('材料').getByRole('button', { name: '出一户一档' }).click();
    await new LeaveGate(page).leave();
  });
  expect(basename(pdf)).toMatch(/^一户一档 .+\.pdf$/);
  const told = textOf(pdf);
  expect(told).toContain(name);
  expect(told).not.toMatch(/\d{17}[\dXx]/);
  await page.keyboard.press('Escape');

  await grid.drag(grid.cell(0, 'headName'), grid.cell(2, 'headName'));
  await grid.cell(1, 'headName').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '出一户一档……' }).click();
  const side = page.getByRole('complementary', { name: '出一户一档' });
  await side.getByText('选中的 3 行的户').waitFor();
  await side.getByText('每户一个 PDF').click();
  await program.shoot('dossier-side');
  expect(await barriers(page)).toEqual([]);
  const zip = await program.download(async () => {
    await side.getByRole('button', { name: '出一户一档' }).click();
    await new LeaveGate(page).leave('内部使用，全部内容');
  });
  const members = await readZip(readFileSync(zip));
  expect([...members.keys()]).toHaveLength(3);
  expect([...members.keys()][0]).toContain(name);
  expect(program.errors).toEqual([]);
});

it(`a collecting sheet on ${hostName}: what is missing is listed, printed, typed back by keys alone household after household, and taken back by one undo`, async () => {
  const { program, frame, grid } = await openSample();
  onTestFinished(() => program.close());
  const { page } = program;
  for (const row of [0, 1]) {
    await grid.type(row, 'mainCause', '因病');
    await frame.saved();
    await grid.cell(row, 'mainCause').click();
    await page.keyboard.press('Delete');
    await frame.saved();
  }
  await frame.go('核对');
  await page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name: '补采单' }).press('Enter');
  const list = page.getByRole('navigation', { name: '要补采的户' });
  await list.getByRole('button').first().press('Enter');
  const form = page.locator('form.collect-form');
  const cause = form.getByRole('combobox', { name: '主要致贫原因' });
  await cause.waitFor();
  const first = await form.getAttribute('aria-label');
  await program.shoot('collect-typing');
  expect(await barriers(page)).toEqual([]);
  const items = await form.locator('.collect-items tbody tr').count();
  await form.getByLabel('采集人').fill('赵试');
  await form.locator('.collect-items input').first().focus();
  // The lines one after another by Enter; behind the last one the household is saved and the next comes up.
  for (let at = 0; at < items; at++) {
    if (await cause.evaluate((element) => element === element.ownerDocument.activeElement)) await page.keyboard.type('因残');
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => form.getAttribute('aria-label')).not.toBe(first);
  await expect.poll(async () => (await frame.messages()).join('')).toContain('采集人 赵试');
  expect(await form.getByLabel('采集人').inputValue()).toBe('赵试');

  await page.getByText('打印补采单', { exact: true }).click();
  const paper = new PdfView(page, '补采单预览');
  await paper.says('补采单目录');
  await paper.turnTo(2);
  await paper.says('信息补采单');
  await program.shoot('collect-paper');
  const pdf = await program.download(() => page.getByRole('button', { name: '保存 PDF' }).click());
  expect(textOf(pdf)).toContain('信息补采单');
  await frame.go('户');
  await grid.shown();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await frame.messages()).join('')).toContain('补采');
  expect(program.errors).toEqual([]);
});

it(`the month in words and the pinned questions on ${hostName}: copied, as a Word file; a view and a number pinned, answered, followed to their rows`, async () => {
  const { program, frame, grid } = await openSample();
  onTestFinished(() => program.close());
  const { page } = program;
  await frame.go('报表');
  const reports = page.getByRole('navigation', { name: '报表目录' });
  await reports.getByRole('button', { name: '“五个一批”工作月报表' }).click();
  await page.getByText('文字稿', { exact: true }).click();
  const prose = page.getByRole('article', { name: '文字稿' });
  await prose.getByText('还没有上报定格').waitFor();
  await program.shoot('prose');
  expect(await barriers(page)).toEqual([]);
  await prose.getByRole('button', { name: '复制文字' }).click();
  await expect.poll(async () => (await frame.messages()).join('')).toContain('已复制文字稿');
  const docx = await program.download(async () => {
    await prose.getByRole('button', { name: '出 Word' }).click();
    await new LeaveGate(page).leave();
  });
  expect(basename(docx)).toMatch(/五个一批.*\.docx$/);

  await reports.getByRole('button', { name: '村级情况汇总表', exact: true }).click();
  await page.getByText('数字', { exact: true }).click();
  await page.getByRole('button', { name: /^合计 人均纯收入低于6000元 户数：/ }).click();
  await page.getByRole('button', { name: '钉住这个数' }).click();
  await reports.getByRole('button', { name: '常问的数' }).click();
  const number = page.getByRole('article', { name: /村级情况汇总表：合计/ });
  await number.getByText('18户', { exact: true }).waitFor();
  await page.getByRole('button', { name: '＋6000元以下' }).click();
  const view = page.getByRole('article', { name: '6000元以下', exact: true });
  await view.getByText('18户38人', { exact: true }).waitFor();
  await program.shoot('pins');
  expect(await barriers(page)).toEqual([]);
  await view.getByRole('button', { name: '看是哪些' }).click();
  await frame.arrived('户');
  await expect.poll(() => grid.count()).toContain('筛出 18 / 111');
  expect(program.errors).toEqual([]);
});
