import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LeaveGate } from './pages/leave-gate.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName } from './support/launch.ts';
import { launchPlanted } from './support/planted.ts';

it(`the rules on ${hostName}: planted errors are found, one is excused, one mended, and the next run says so`, async () => {
  const { program, frame } = await launchPlanted('试核');
  const { page } = program;

  await frame.go('核对');
  const head = page.locator('.screen-note');
  await head.getByText('3 处，涉及 2 户').waitFor();
  await page.getByRole('button', { name: '重新核对' }).click();
  await program.shoot('checks');

  // Sieved by village, and by rule.
  await page.getByRole('combobox', { name: '按村筛选' }).click();
  await page.getByTitle('上牛村').click();
  await page.locator('.check-filters').getByText('全部 1').waitFor();
  await page.getByRole('combobox', { name: '按村筛选' }).press('Escape');
  await page.locator('.check-filters').getByRole('button', { name: 'close-circle' }).or(page.locator('.check-filters .ant-select-clear')).first().click();
  await page.locator('.check-filters').getByText('全部 3').waitFor();

  // Excused by keyboard, with a reason.
  const rule = page.locator('.rule', { hasText: '劳动年龄、健康，却没有劳动力' });
  await rule.getByRole('button', { name: '豁免 钱试一' }).press('Enter');
  await page.getByLabel('为什么这样是对的').fill('工伤致残，证件在办');
  await page.getByLabel('依据').fill('村委会证明');
  await program.shoot('checks-exempt');
  await page.getByLabel('依据').press('Enter');
  await head.getByText('2 处，涉及 2 户').waitFor();
  await page.getByText('豁免清单 1').click();
  await page.getByRole('table', { name: '豁免清单' }).getByText('工伤致残，证件在办').waitFor();
  await program.shoot('checks-exemptions');
  await page.getByText('没有查的规则').first().click();
  await page.getByText('台账“低保名单”；是否享受低保').first().waitFor();
  await program.shoot('checks-lacking');
  await page.getByText('各村得分').click();
  await page.getByRole('table', { name: '各村得分' }).getByText('台地村').waitFor();
  await program.shoot('checks-scores');

  // The other one is mended where the button leads, and the next run tells what became of them.
  await page.getByText(/^疑点 2$/).click();
  await page.locator('.rule', { hasText: '性别和证件号码对不上' }).getByRole('button', { name: '去改 赵试一' }).click();
  await frame.arrived('人');
  const grid = new GridPage(page);
  await grid.shown();
  await grid.type(await grid.rowWith('name', '赵试一'), 'sex', '女');
  await frame.go('核对');
  await head.getByText('1 处，涉及 1 户；').waitFor();
  expect(await head.innerText()).toContain('改好 1 处，新出现 0 处');

  // An own rule without a programmer, and a threshold.
  await page.getByText('规则和标准').click();
  await page.getByRole('button', { name: '新增规则' }).click();
  await page.getByLabel('叫什么').fill('没有户联系电话');
  await page.getByLabel('怎么办').fill('请问清后填写');
  await page.getByRole('combobox', { name: '第 1 个条件的项目' }).click();
  await page.getByRole('combobox', { name: '第 1 个条件的项目' }).fill('姓名');
  await page.getByRole('combobox', { name: '第 1 个条件的项目' }).press('Enter');
  await page.getByRole('combobox', { name: '第 1 个条件怎么比' }).click();
  await page.getByTitle('包含').click();
  await page.getByLabel('第 1 个条件的值').fill('赵');
  await program.shoot('checks-own-rule');
  await page.getByRole('button', { name: '存这条规则' }).click();
  await page.getByText('Z001').first().waitFor();
  // Changed where it stands: the form has what was saved.
  await page.getByRole('button', { name: '改规则 没有户联系电话' }).click();
  expect(await page.getByLabel('第 1 个条件的值').inputValue()).toBe('赵');
  await page.getByLabel('怎么办').fill('请打电话问清');
  await program.shoot('checks-own-rule-changed');
  await page.getByRole('button', { name: '存这条规则' }).click();
  await page.getByText('请打电话问清').waitFor();
  await page.getByRole('button', { name: '改 本区关注线（人均纯收入）' }).click();
  await page.getByLabel('本区关注线（人均纯收入），元').fill('9000');
  await page.getByLabel('依据').fill('区里新文件');
  await program.shoot('checks-limits');
  await page.getByRole('button', { name: '从 2020 年起' }).click();
  await head.getByText('3 处，涉及 2 户').waitFor();

  const saved = await program.download(async () => {
      await page.getByRole('button', { name: '导出核对结果' }).click();
      await new LeaveGate(page).leave();
    });
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');
  expect(program.errors).toEqual([]);
});
