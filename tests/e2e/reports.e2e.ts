import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { PdfView } from './pages/pdf-view.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Numbers to their rows, a report sent and explained, and what left, on the sample register. */
describe(`reports on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const figure = (label: string) => program.page.getByRole('button', { name: new RegExp(`^${label}：`) });
  const open = async (title: string): Promise<void> => {
    await frame.go('报表');
    await program.page.getByRole('navigation', { name: '报表目录' }).getByRole('button', { name: title, exact: true }).click();
    await program.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  };

  it('leads from a number to its households, and from there to one of them', async () => {
    await open('村级情况汇总表');
    await figure('合计 人均纯收入低于6000元 户数').click();
    const behind = program.page.getByRole('complementary');
    await behind.waitFor();
    expect(await behind.getByRole('listitem').count()).toBe(18);
    expect(await behind.innerText()).toContain('年人均纯收入低于6000元的户');
    await program.shoot('reports-numbers');
    await behind.getByRole('listitem').first().getByRole('button').click();
    await frame.arrived('户');
    await grid.shown();
  });

  it('shows the paper as it is printed, with what each number counts', async () => {
    await open('低保、特困与“双纳入”情况表');
    await program.page.getByText('打印样', { exact: true }).click();
    const paper = new PdfView(program.page, '打印样预览');
    await paper.says('“双纳入”情况表');
    const before = await paper.pages();
    await program.page.getByText('连同口径说明').click();
    // What the numbers count stands behind them, on the last page.
    await expect.poll(() => paper.pages()).toBeGreaterThan(before);
    await paper.turnTo(await paper.pages());
    await paper.says('口径说明');
    await program.shoot('reports-paper');
    const pdf = await program.download(async () => {
      await program.page.getByRole('button', { name: '出 PDF' }).click();
      await new LeaveGate(program.page).leave();
    });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(basename(pdf)).toContain('低保、特困与双纳入情况表');
  });

  it('keeps the month’s report as it was sent, and says household by household why it is another now', async () => {
    await open('“五个一批”工作月报表');
    const problem = program.page.getByRole('textbox', { name: '产业项目覆盖人数 存在问题' });
    await problem.fill('缺技术，正请农技站上门');
    await problem.press('Tab');
    await frame.saved();
    await program.shoot('reports-month');
    const sent = await program.download(async () => {
      await program.page.getByRole('button', { name: '上报并定格' }).click();
      await new LeaveGate(program.page).leave('内部使用，号码遮住');
    });
    expect(basename(sent)).toContain('五个一批工作月报表.xlsx');
    await frame.go('人');
    await grid.shown();
    await grid.filterValues('dibao', ['否']);
    await expect.poll(() => grid.count()).toContain('筛出');
    await grid.shown();
    await grid.type(0, 'dibao', '是');
    await frame.saved();
    await open('“五个一批”工作月报表');
    await program.page.getByText('上报记录', { exact: true }).click();
    await program.page.getByRole('button', { name: '为什么变了' }).click();
    const why = program.page.getByRole('region', { name: '为什么变了' });
    await why.waitFor();
    expect(await why.innerText()).toMatch(/享受低保.*：上报 \d+，现在 \d+，\+1/);
    await program.shoot('reports-why');
  });

  it('tells a sweep in words, street by street, and what was written beside one of them', async () => {
    await open('大排查进度表');
    const problem = program.page.getByRole('textbox', { name: '卧龙街道 存在问题', exact: true });
    await problem.fill('人手不够');
    await problem.press('Tab');
    await frame.saved();
    await program.shoot('reports-sweep');
    await program.page.getByText('文字稿', { exact: true }).click();
    const told = program.page.getByRole('article', { name: '文字稿' });
    await told.getByText('卧龙街道应查').waitFor();
    await expect.poll(() => told.innerText()).toMatch(/应查111户、208人[\s\S]*卧龙街道：人手不够/);
    await program.shoot('reports-sweep-prose');
    await open('月度工作情况表');
    await program.page.getByText('文字稿', { exact: true }).click();
    await told.getByText('没有写进来的').waitFor();
    await program.shoot('reports-month-prose');
  });

  it('has noted what left, with why and whose data was in it', async () => {
    await frame.go('报表');
    await program.page.getByRole('navigation', { name: '报表目录' }).getByRole('button', { name: '人员表、户表' }).click();
    await program.download(async () => {
      await program.page.getByRole('button', { name: '导出户表' }).click();
      await new LeaveGate(program.page).leave('内部使用，全部内容');
    });
    await frame.go('记录');
    await program.page.getByRole('button', { name: '出门记录' }).click();
    const list = program.page.getByRole('table', { name: '出门记录' });
    await list.waitFor();
    expect(await list.innerText()).toMatch(/户表（53 列） 2020年度[\s\S]*内部使用，全部内容[\s\S]*按上级要求报送/);
    await list.getByRole('button', { name: /户表.* 涉及谁/ }).first().click();
    await list.getByText('各栏：').waitFor();
    await program.shoot('reports-outgoing');
    expect(program.errors).toEqual([]);
  });
});
