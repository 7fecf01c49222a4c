import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { hostName, launch } from './support/launch.ts';

it(`compares two sheets on ${hostName} without importing them`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-compare-'));
  const program = await launch();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const files = { 原来的表: join(folder, '上月.csv'), 现在的表: join(folder, '本月.csv') } as const;
  writeFileSync(files.原来的表, '\uFEFF户编号,人编号,姓名,与户主关系\r\n1,11,赵试一,户主\r\n1,12,钱试一,配偶\r\n');
  writeFileSync(files.现在的表, '\uFEFF户编号,人编号,姓名,与户主关系\r\n1,11,赵试二,户主\r\n1,13,孙试一,之子\r\n');
  const { page } = program;
  await new FirstStartPage(page).newRegister('试比');
  await new FramePage(page).go('导入');
  await page.getByText('比较两张表（不导入）').click();
  for (const word of ['原来的表', '现在的表'] as const) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: `${word}……` }).click()]);
    await chooser.setFiles(files[word]);
  }
  await page.getByRole('button', { name: '比较', exact: true }).click();
  const result = page.getByRole('region', { name: '比较结果' });
  await result.waitFor();
  expect(await result.innerText()).toContain('新增 1 行，没有了 1 行，改了 1 格，相同 0 行');
  await program.shoot('compare');
  const file = await program.download(() => result.getByRole('button', { name: '保存为 Excel' }).click());
  expect(basename(file)).toBe('两表比较.xlsx');
  expect(program.errors).toEqual([]);
});
