import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** The board of the plan: from a red row to who is missing, to the household, and back to a row that is met. */
describe(`the plan on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let plan: PlanPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    plan = new PlanPage(program.page);
  });
  afterAll(() => program.close());

  it('shows every row with its state, and no figure where nothing is there', async () => {
    await frame.press('任务');
    await plan.row('饮水安全').getByText('111 / 111 户').waitFor();
    expect(await program.page.locator('.plan-table tbody tr:not(.plan-group)').count()).toBe(75);
    expect(await plan.row('村组通硬化路、客车到村').innerText()).toContain('没有数据');
    await program.shoot('plan-board');
    const side = await plan.open('村组通硬化路、客车到村');
    await side.getByRole('button', { name: '去记“村民小组道路”' }).waitFor();
    await program.shoot('plan-no-data');
  });

  it('leads from a row at risk to the household that is missing, and is met once that is mended', async () => {
    await frame.go('户');
    await grid.shown();
    await grid.type(0, 'safeWater', '否');
    await frame.saved();
    await frame.go('任务');
    await plan.row('饮水安全').getByText('110 / 111 户').waitFor();
    expect(await plan.row('饮水安全').innerText()).toMatch(/△ 有风险/);
    const side = await plan.open('饮水安全');
    const missing = side.getByRole('region', { name: '缺的' });
    expect(await missing.locator('li').count()).toBe(1);
    expect(await missing.innerText()).toContain('没有解决');
    await program.shoot('plan-missing');
    await missing.getByRole('button').click();
    await frame.arrived('户');
    await grid.shown();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await frame.saved();
    await frame.go('任务');
    await plan.row('饮水安全').getByText('111 / 111 户').waitFor();
    expect(await plan.row('饮水安全').innerText()).toMatch(/✓ 已完成/);
  });

  it('changes a row with what says so, and takes it back', async () => {
    const side = await plan.open('危改完工');
    await side.getByText('改这一条').click();
    await side.getByLabel('改成').fill('2020-08-31');
    await side.getByRole('button', { name: '记下修改' }).click();
    await side.getByText('改方案要写明依据').waitFor();
    await side.getByLabel('依据').fill('区住建局补充通知');
    await side.getByRole('button', { name: '记下修改' }).click();
    await plan.row('危改完工').getByText('8月31日').waitFor();
    await side.getByText('改过 1 处').waitFor();
    await side.getByRole('button', { name: '恢复原文' }).click();
    await plan.row('危改完工').getByText('9月30日').waitFor();
    expect(await side.getByText('改过 1 处').count()).toBe(0);
  });

  it('keeps the clock of duties, and a mark with its proof', async () => {
    await plan.lookAt('2020-04-20');
    await plan.part('职责到期');
    const today = program.page.getByRole('region', { name: '今天要办' });
    await today.getByText('问题整改完成').waitFor();
    await program.shoot('plan-duties');
    await today.getByRole('button', { name: '已办或免办……' }).click();
    const form = program.page.getByRole('region', { name: '记办理情况' });
    await form.getByLabel('依据或理由').fill('整改台账全部销号');
    await form.getByRole('button', { name: '记为已办' }).click();
    await today.getByText('今天没有到期的').waitFor();
    const file = await program.download(() => program.page.getByRole('button', { name: '存成日历（.ics）' }).click());
    expect(file).toMatch(/\.ics$/);
  });

  it('shows villages and standards', async () => {
    await plan.part('各村');
    await program.page.locator('.plan-village').first().waitFor();
    await program.shoot('plan-villages');
    await plan.part('测算');
    await program.page.getByRole('cell', { name: '合计 11 行' }).or(program.page.getByRole('rowheader', { name: '合计 11 行' })).first().waitFor();
    await program.shoot('plan-aid');
    await plan.part('资金');
    await program.page.getByText('还没有到账的资金').waitFor();
    await program.shoot('plan-money');
    await plan.part('标准');
    await program.page.getByText('农村低保标准', { exact: true }).waitFor();
    await program.page.getByRole('button', { name: '从某天起改' }).first().click();
    const form = program.page.getByRole('form', { name: '农村低保标准' });
    await form.getByLabel('标准数额').fill('4800');
    await form.getByLabel('标准依据').fill('试民发〔2020〕1号');
    await program.shoot('plan-standards');
    await form.getByRole('button', { name: '记下标准' }).click();
    await program.page.getByRole('cell', { name: '4,800 元/年' }).waitFor();
    // The refusal that was provoked is one line of the browser's own.
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
