import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { WallsPage } from './pages/walls-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

const pagesOf = (pdf: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);

/** What hangs, and what of it has to be hung anew. */
describe(`walls on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let walls: WallsPage;

  beforeAll(async () => {
    program = await launchSample();
    frame = new FramePage(program.page);
    walls = new WallsPage(program.page);
  });
  afterAll(async () => {
    await program.close();
  });

  it('shows the boards of the offices, large, with charts', async () => {
    await frame.go('上墙');
    await walls.chooseSet('作战图');
    await expect.poll(() => walls.budget()).toMatch(/^排版 \d+ 页（31 处）$/);
    await walls.make();
    await walls.made();
    await walls.shown.turnTo(2);
    await walls.shown.says('明山区脱贫攻坚作战图');
    await walls.shown.says('主要致贫原因');
    await program.shoot('walls-boards');
  });

  it('prints a sheet for every house; one income changed, exactly that household is listed, and only its sheet is printed again', async () => {
    await walls.chooseSet('户内');
    await expect.poll(() => walls.budget()).toMatch(/^排版 \d+ 页（111 户）$/);
    await program.shoot('walls-choice');
    // One kind of sheet in every house: a third of the paper, and the same question.
    await walls.kind('扶贫政策');
    await walls.kind('家庭基本情况');
    await walls.make();
    await walls.made('全部，111 户');
    await program.download(() => walls.save());
    await frame.go('户');
    const grid = new GridPage(program.page);
    await grid.shown();
    const name = await grid.cell(0, 'headName').innerText();
    await grid.type(0, 'wageIncome', '12345');
    await frame.saved();
    await frame.go('上墙');
    expect(await walls.revisits()).toEqual([expect.stringContaining(name)]);
    expect(await walls.firstRevisit()).toMatch(/家庭收支情况[\s\S]*工资性收入 \d+年：[\s\S]*12,345\.00/);
    await program.shoot('walls-revisit');
    await walls.reprint();
    await walls.made('补打，1 户，1 页');
    const pdf = await program.download(() => walls.save());
    expect(basename(pdf)).toBe('三上墙_补打_1户_1页.pdf');
    expect(pagesOf(pdf)).toBe(1);
    await program.page.getByRole('region', { name: '墙上要换的' }).waitFor({ state: 'detached' });
    await walls.chooseSet('村里');
    await walls.make();
    await walls.made('全部');
    // The very PDF goes to the printer: chosen here on the desktop, in the browser's own dialog otherwise.
    await program.page.getByRole('region', { name: '预览' }).getByRole('button', { name: '打印' }).click();
    if (hostName === 'web') await program.page.locator('iframe.print-frame[src^="blob:"]').waitFor({ state: 'attached' });
    else await program.page.getByText('这台电脑上没有打印机').or(program.page.getByRole('button', { name: '送到打印机' })).waitFor();
    await program.shoot('walls-print');
    expect(program.errors).toEqual([]);
  });
});
