import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GridPage } from './pages/grid-page.ts';
import { PdfView } from './pages/pdf-view.ts';
import { barriers } from './support/access.ts';
import { hostName } from './support/launch.ts';
import { launchPlanted } from './support/planted.ts';

it(`problems on ${hostName}: planted errors, one excused, the rest put right, proposed by the next run, closed by a second person, on the wall`, async () => {
  const { program, folder, frame } = await launchPlanted('试改');
  const { page } = program;
  const photo = join(folder, '改后的登记表.jpg');
  writeFileSync(photo, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));

  // Found; one excused.
  await frame.go('核对');
  const head = page.locator('.screen-note');
  await head.getByText('3 处，涉及 2 户').waitFor();
  await page.getByRole('button', { name: '豁免 钱试一' }).first().click();
  await page.getByLabel('为什么这样是对的').fill('工伤致残，证件在办');
  await page.getByLabel('为什么这样是对的').press('Enter');
  await head.getByText('2 处，涉及 2 户').waitFor();

  // The rest become problems with who answers for them.
  await page.getByRole('button', { name: '这 2 处列入整改……' }).click();
  await page.getByLabel('整改责任单位').fill('街道办事处');
  await page.getByLabel('整改责任人').fill('孙试责');
  await page.getByLabel('整改措施').fill('入户核实后改正');
  await program.shoot('problems-open');
  await page.getByRole('button', { name: '这 2 处列入整改', exact: true }).click();
  const parts = page.getByRole('navigation', { name: '核对的各部分' });
  await parts.getByRole('button', { name: '整改台账' }).click();
  await head.getByText('2 个问题，已销号 0 个，整改率 0%').waitFor();
  await program.shoot('problems-list');
  expect(await barriers(page)).toEqual([]);

  // By keyboard: one line down, opened, closed again.
  const lines = page.locator('button.problem-open');
  await lines.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: '赵试一' }).or(page.getByRole('complementary', { name: '钱试一' })).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });

  // Put right where it stands, run again: proposed.
  await frame.go('人');
  const grid = new GridPage(page);
  await grid.shown();
  await grid.type(await grid.rowWith('name', '赵试一'), 'sex', '女');
  await frame.go('核对');
  await head.getByText('1 处，涉及 1 户').waitFor();
  await page.getByRole('button', { name: '重新核对' }).click();
  await page.getByText('整改台账：1 个问题已查不出，建议销号').waitFor();
  await parts.getByRole('button', { name: '整改台账' }).click();
  await page.getByText('待销号 1').click();
  await page.getByText('重新核对已查不出').waitFor();
  await lines.first().click();
  const side = page.getByRole('complementary', { name: '赵试一' });
  await side.getByRole('button', { name: '报整改完成' }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), side.getByRole('button', { name: '选佐证……' }).click()]);
  await chooser.setFiles(photo);
  await side.getByLabel('完成情况').fill('性别已按证件改正');
  await program.shoot('problems-done');
  await side.getByRole('button', { name: '报完成', exact: true }).click();
  await side.getByText('孙试责 报完成：性别已按证件改正').waitFor();

  // Not by oneself; by somebody else.
  await side.getByRole('button', { name: '销号', exact: true }).click();
  await side.getByLabel('复核人').fill('孙试责');
  await side.getByRole('button', { name: '看过佐证，销号' }).click();
  await side.getByText('孙试责就是报完成的人，不能自己销号').waitFor();
  await program.shoot('problems-refused');
  await side.getByLabel('复核人').fill('周试复');
  await side.getByRole('button', { name: '看过佐证，销号' }).click();
  await head.getByText('2 个问题，已销号 1 个，整改率 50%').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('整改率', { exact: true }).first().click();
  await page.getByRole('table', { name: '各街道整改率' }).getByText('50.0%').waitFor();
  await program.shoot('problems-rates');

  // On the wall: what is public, nothing of the family.
  await page.getByText('上墙', { exact: true }).last().click();
  const poster = new PdfView(page, '问题清单预览');
  await poster.says('脱贫攻坚问题整改清单');
  await page.getByRole('combobox', { name: '上墙哪些问题' }).click();
  await page.getByTitle('全部（含已销号）').click();
  await poster.says('已销号');
  await program.shoot('problems-poster');
  const said = await poster.text();
  expect(said).toContain('性别和证件号码对不上');
  expect(said).toContain('周试复');
  for (const secret of ['钱试一', '赵试一']) expect(said).not.toContain(secret);
  const saved = await program.download(() => page.getByRole('button', { name: '保存 Excel' }).click());
  expect(saved).toContain('问题清单上墙');
  // A refusal crosses as an answer that the browser calls an error.
  expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
});
