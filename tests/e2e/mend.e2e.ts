import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { hostName, launch } from './support/launch.ts';

it(`hands back on ${hostName} what was not taken, to be mended`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-mend-'));
  const program = await launch();
  onTestFinished(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const sheet = join(folder, '人员_2020.csv');
  writeFileSync(sheet, '\uFEFF户编号,人编号,姓名,证件号码,与户主关系,文化程度\r\n1,11,赵试一,9.90504E+17,户主,小学\r\n1,12,钱试一,,配偶,研究所\r\n1,13,孙试一,,之子,初中\r\n');
  await new FirstStartPage(program.page).newRegister('试改');
  const frame = new FramePage(program.page);
  await frame.go('导入');
  const imports = new ImportPage(program.page);
  await imports.chooseFiles([sheet]);
  await imports.previewed();
  expect(await imports.count('不收')).toBe(1);
  await program.shoot('mend-preview');
  const file = await program.download(() => program.page.getByRole('button', { name: '导出要改的 2 行' }).click());
  expect(basename(file)).toBe('要改的行_2行.xlsx');
  await imports.commit();
  expect(await imports.told()).toMatch(/新人 2 人；1 行没有收/);
  expect(program.errors).toEqual([]);
});
