import { expect, it } from 'vitest';
import { identity } from '../core/support/people.ts';
import { PdfView } from './pages/pdf-view.ts';
import { barriers, foreignWords } from './support/access.ts';
import { hostName } from './support/launch.ts';
import { launchPlanted } from './support/planted.ts';

const numbers = [identity('19850203', 1), identity('19850506', 4)];

it(`an inspection on ${hostName}: begun, two households drawn and opened masked, one number shown with a reason, one found different, ended, handed on to the problems`, async () => {
  const { program, frame } = await launchPlanted('试检');
  const { page } = program;
  const button = (name: string, exact = true) => page.getByRole('button', { name, exact });

  // Begun from the menu; the whole window says so.
  await page.getByRole('button', { name: /^登记册：/ }).click();
  await page.getByRole('menuitem', { name: '迎检……' }).click();
  await page.getByText('还没有迎过检').waitFor();
  await button('进入迎检模式……').click();
  const starting = page.getByRole('complementary', { name: '进入迎检模式' });
  await starting.getByRole('combobox', { name: '什么检查' }).click();
  await page.getByTitle('省级考核').click();
  await starting.getByLabel('检查单位').fill('省考核三组');
  await starting.getByLabel('检查人员').fill('试检一、试检二');
  await program.shoot('inspection-start');
  expect(await barriers(page)).toEqual([]);
  await starting.getByRole('button', { name: '进入迎检模式' }).click();
  const band = page.getByRole('status', { name: '正在迎检' });
  await band.getByText('登记册只能看，不能改').waitFor();
  expect(await page.getByRole('navigation', { name: '主要画面' }).count()).toBe(0);

  // Another load of the page is still in it.
  await page.reload();
  await band.waitFor();

  // Two drawn; the first opened.
  await button('抽户……').click();
  const drawing = page.getByRole('complementary', { name: '抽户' });
  await drawing.getByText('登记册里的全部户').waitFor();
  await drawing.getByRole('spinbutton', { name: '抽几户' }).fill('2');
  await drawing.getByLabel('随机数').fill('20200315');
  await program.shoot('inspection-draw');
  await drawing.getByRole('button', { name: '抽 2 户' }).click();
  const list = page.getByRole('navigation', { name: '抽查的户' });
  await list.getByRole('button').nth(1).waitFor();
  await list.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const [one, two] = await list.locator('strong').allInnerTexts();
  const head = page.locator('.inspection-head h2');
  await expect.poll(() => head.innerText()).toBe(one);
  const family = page.getByRole('region', { name: '家庭成员' });
  await family.waitFor();
  const shown = await page.locator('main').innerText();
  for (const number of numbers) expect(shown).not.toContain(number);
  await program.shoot('inspection-dossier');
  expect(await barriers(page)).toEqual([]);
  expect(await foreignWords(page)).toEqual([]);

  // One number, with a reason; it goes with the household.
  await page.getByRole('button', { name: /^看全号：.* 证件号码$/ }).click();
  const asking = page.getByRole('complementary', { name: /^看全号：/ });
  await asking.getByRole('button', { name: '检查组要求核对证件' }).click();
  await program.shoot('inspection-unmask');
  await asking.getByRole('button', { name: '看全号', exact: true }).click();
  await page.getByRole('button', { name: /^遮回去：/ }).waitFor();
  const whole = await page.locator('main').innerText();
  expect(numbers.filter((number) => whole.includes(number))).toHaveLength(1);

  // The next by key.
  await list.getByRole('button').first().focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => head.innerText()).toBe(two);
  await family.waitFor();
  for (const number of numbers) expect(await page.locator('main').innerText()).not.toContain(number);

  // Different at the door.
  await button('记核查情况……').click();
  const noting = page.getByRole('complementary', { name: `核查情况：${two}` });
  await noting.getByText('不一致', { exact: true }).click();
  await noting.getByRole('combobox', { name: '哪一项' }).fill('人均纯收入');
  await page.getByTitle('人均纯收入（元）', { exact: true }).click();
  await noting.getByLabel('实际情况').fill('说不清，大约四千');
  await program.shoot('inspection-note');
  await noting.getByRole('button', { name: '记下' }).click();
  await page.getByRole('region', { name: '核查情况' }).getByText('说不清，大约四千').waitFor();
  await noting.getByRole('button', { name: '关闭' }).click();
  await page.getByText('一致率 0%').waitFor();
  expect(await barriers(page)).toEqual([]);

  // What was shown, and the list for the way.
  const parts = page.getByRole('navigation', { name: '迎检的各部分' });
  await parts.getByRole('button', { name: '展示记录' }).click();
  await page.getByText('完整号码（屏幕上看）').waitFor();
  await page.getByText('检查组要求核对证件').waitFor();
  await program.shoot('inspection-shown');
  expect(await barriers(page)).toEqual([]);
  await parts.getByRole('button', { name: '抽查名单' }).click();
  const paper = new PdfView(page, '抽查名单预览');
  await paper.says('迎检抽查名单');
  await program.shoot('inspection-list');
  expect(await paper.text()).toContain('20200315');
  expect(await program.download(() => button('保存 Excel').click())).toContain('迎检抽查名单');

  // Ended: the register is there again, what was different becomes a problem.
  await button('结束迎检……').click();
  const ending = page.getByRole('complementary', { name: '结束迎检' });
  await ending.getByText('还有 1 户没有记核查情况').waitFor();
  await program.shoot('inspection-end');
  await ending.getByRole('button', { name: '结束迎检', exact: true }).click();
  await band.waitFor({ state: 'detached' });
  await frame.go('核对');
  const places = page.getByRole('navigation', { name: '核对的各部分' });
  await places.getByRole('button', { name: '迎检' }).click();
  await button('这 1 处不一致列入整改……').click();
  await page.getByLabel('整改责任人').fill('孙试责');
  await program.shoot('inspection-problems');
  expect(await barriers(page)).toEqual([]);
  await button('这 1 处列入整改').click();
  await page.getByRole('cell', { name: '已列入整改' }).waitFor();
  await places.getByRole('button', { name: '整改台账' }).click();
  await page.getByText('说不清，大约四千').first().waitFor();
  // A refusal crosses as an answer that the browser calls an error; none was needed here.
  expect(program.errors).toEqual([]);
});
