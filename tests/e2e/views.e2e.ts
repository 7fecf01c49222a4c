import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { ViewsPage } from './pages/views-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Views, frozen lists, formats and marks on the sample register, by mouse and keyboard. */
describe(`views on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let views: ViewsPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    views = new ViewsPage(program.page);
  });
  afterAll(() => program.close());

  it('lists the groups of the plan with their figures', async () => {
    await views.openPanel();
    for (const [name, count] of [['6000元以下', '18 户'], ['因学致贫', '5 户'], ['残疾人家庭', '54 户'], ['饮水安全', '111 户']] as const) {
      await views.entry(name).filter({ hasText: count }).waitFor();
    }
    await program.shoot('views-panel');
    await views.entry('6000元以下').click();
    await expect.poll(() => grid.count()).toBe('筛出 18 / 111 户');
    expect(await views.current()).toContain('视图：6000元以下');
    expect(await grid.chips()).toEqual([expect.stringContaining('人均纯收入 < 6,000.00')]);
    await program.shoot('views-under6000');
  });

  it('changes views by keyboard alone, with conditions that no column says', async () => {
    await frame.press('人');
    await grid.shown();
    await views.press('低保特困');
    await expect.poll(() => grid.count()).toBe('筛出 174 / 208 人');
    await views.press('60岁');
    await expect.poll(() => grid.count()).toBe('筛出 129 / 208 人');
    expect(await grid.chips()).toEqual([expect.stringContaining('满 60 周岁')]);
    await views.press('因学户学生');
    await expect.poll(() => grid.count()).toBe('筛出 11 / 208 人');
    // What belongs together stands under one head, wherever the table has its columns.
    const heads = await program.page.locator('.ag-header-group-cell').evaluateAll((cells) =>
      cells.map((cell) => ({ at: cell.getBoundingClientRect().left, head: cell.textContent ?? '' })).filter(({ head }) => head !== '').toSorted((a, b) => a.at - b.at).map(({ head }) => head),
    );
    expect(heads.length).toBeGreaterThan(2);
    expect(heads.filter((head, at) => head === heads[at - 1])).toEqual([]);
    await program.shoot('views-pupils');
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    expect(await views.current()).toContain('（改过）');
    await views.act('不用视图');
    await expect.poll(() => views.current()).toBe('视图');
  });

  it('saves what is on screen under a name, tells changes, puts it back, opens with it', async () => {
    await frame.press('户');
    await grid.shown();
    await views.act('不用视图');
    await grid.filterValues('mainCause', ['因学']);
    await grid.sort('householdNo');
    await program.page.locator('.ag-header-cell[col-id="householdNo"][aria-sort="ascending"]').waitFor();
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    await grid.filled('mainCause', 5);
    await grid.cell(0, 'secondCause').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '隐藏“次要致贫原因”列' }).click();
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    await views.saveAs('因学五户');
    await expect.poll(() => views.current()).toContain('视图：因学五户');
    expect(await views.current()).not.toContain('改过');
    await grid.sort('householdNo');
    await expect.poll(() => views.current()).toContain('（改过）');
    await views.act('恢复原样');
    await expect.poll(() => views.current()).not.toContain('改过');
    await program.page.locator('.ag-header-cell[col-id="householdNo"][aria-sort="ascending"]').waitFor();
    await views.act('打开时就用它');
    await views.act('不用视图');
    // What is shown without a view has nothing to do with the view.
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('button', { name: '恢复原样' }).click();
    // By the list: a column may be shown and stand beyond the edge of a narrow window.
    const listed = program.page.getByRole('checkbox', { name: '次要致贫原因' });
    await expect.poll(() => listed.isChecked()).toBe(true);
    await program.page.keyboard.press('Escape');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await program.page.reload();
    await frame.arrived('户');
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await expect.poll(() => listed.isChecked()).toBe(false);
    await program.page.keyboard.press('Escape');
    await views.rename('因学的五户');
    await expect.poll(() => views.current()).toContain('视图：因学的五户');
  });

  it('goes to a colleague as a file, and tells what it leaves out there', async () => {
    const path = await program.download(async () => views.act('导出视图'));
    const file = JSON.parse(readFileSync(path, 'utf8')) as { views: { name: string; body: { sorts: object[] } }[] };
    expect(file.views[0]?.name).toBe('因学的五户');
    file.views[0]?.body.sorts.push({ field: 'nickname', descending: false });
    const other = join(program.folders.downloads, '同事的视图.json');
    writeFileSync(other, JSON.stringify(file));
    await views.openPanel();
    await views.panel.locator('input[type="file"]').setInputFiles(other);
    await expect.poll(async () => (await frame.messages()).join()).toMatch(/导入了 1 个视图[^]*nickname/);
    await views.openPanel();
    await views.entry('因学的五户（2）').waitFor();
    await program.page.keyboard.press('Escape');
  });

  it('goes out as a workbook: columns, rows and order as shown', async () => {
    const path = await program.download(async () => {
      await views.act('导出 Excel');
      await new LeaveGate(program.page).leave('内部使用，全部内容');
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('因学的五户');
    if (!sheet) throw new Error('no sheet of the view');
    expect(sheet.rowCount).toBe(6);
    const heads = (sheet.getRow(1).values as string[]).slice(1);
    expect(heads.slice(0, 3)).toEqual(['户编号', '户主姓名', '乡镇']);
    expect(heads).not.toContain('次要致贫原因');
    const numbers = [2, 3, 4, 5, 6].map((row) => sheet.getRow(row).getCell(1).value as string);
    expect(numbers).toEqual(numbers.toSorted((one, other) => (one < other ? -1 : 1)));
    expect(typeof numbers[0]).toBe('string');
  });

  it('is deleted, and brought back from the message', async () => {
    await views.act('删除视图');
    await expect.poll(() => views.current()).toBe('视图');
    await program.page.locator('.notice', { hasText: '已删除视图' }).getByRole('button', { name: '撤销' }).click();
    await views.choose('因学的五户');
    await expect.poll(() => grid.count()).toBe('筛出 5 / 111 户');
    await views.act('不用视图');
  });

  it('freezes 18 households and 38 people, and tells who came and who went since', async () => {
    await views.choose('6000元以下');
    await expect.poll(() => grid.count()).toBe('筛出 18 / 111 户');
    await views.act('冻结名单……');
    await views.panel.getByLabel('名单的名字').fill('6000元以下基数');
    await views.panel.getByLabel('名单的日期').fill('2020-03-15');
    await views.panel.getByLabel('冻结的依据').fill('方案印发');
    await program.page.keyboard.press('Enter');
    await expect.poll(async () => (await frame.messages()).join()).toContain('已冻结名单“6000元以下基数”：18 户 38 人');
    const gone = await grid.cell(0, 'headName').innerText();
    await grid.type(0, 'perCapitaIncome', '7000');
    await frame.saved();
    await views.press('6000元以下基数');
    const side = program.page.getByRole('complementary', { name: '冻结名单' });
    await side.getByText('17 户').waitFor();
    expect(await side.innerText()).toMatch(/18 户 38 人/);
    await side.getByRole('button', { name: gone }).waitFor();
    await program.shoot('views-frozen');
    await side.getByRole('button', { name: '看名单上的 18' }).click();
    await expect.poll(() => grid.count()).toBe('筛出 18 / 111 户');
    expect(await grid.chips()).toEqual([expect.stringContaining('在名单“6000元以下基数”里')]);
    await side.getByRole('button', { name: '关闭名单' }).click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await views.act('不用视图');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('marks cells by a format with a sign, and keeps it in the view', async () => {
    // The cursor is far to the right, on a household that was the first of 18; the table follows it to where it stands among all.
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await expect.poll(async () => (await grid.selected()).active).toMatch(/^[1-9]\d* perCapitaIncome$/);
    await program.page.keyboard.press('ControlOrMeta+Home');
    await grid.filled('headName', 3);
    await grid.cell(0, 'headName').click();
    await program.page.keyboard.press('Home');
    await expect.poll(async () => (await grid.selected()).active).toBe('0 householdNo');
    await grid.head('householdSize').waitFor();
    await program.page.getByRole('button', { name: /^格式/ }).click();
    const panel = program.page.getByRole('dialog', { name: '格式' });
    await panel.getByLabel('哪一列').selectOption({ label: '家庭人口数' });
    await panel.getByLabel('条件', { exact: true }).selectOption({ label: '不小于' });
    await panel.getByLabel('条件的值').fill('3');
    await panel.getByLabel('底色').selectOption({ label: '蓝底' });
    await panel.getByLabel('记号').selectOption('●');
    await panel.getByRole('button', { name: '新增' }).click();
    await panel.getByText('家庭人口数 ≥ 3').waitFor();
    await program.page.keyboard.press('Escape');
    await program.page.getByRole('heading', { name: '户', exact: true }).click();
    await program.page.locator('.ag-cell.paint-blue[col-id="householdSize"] [data-sign="●"]').first().waitFor();
    await views.saveAs('人多的户');
    await program.shoot('views-formats');
    await views.act('不用视图');
    await expect.poll(() => program.page.locator('.ag-cell.paint-blue').count()).toBe(0);
    await views.choose('人多的户');
    await program.page.locator('.ag-cell.paint-blue').first().waitFor();
    await views.act('不用视图');
  });

  it('marks what rules find, says it, and goes from one to the next', async () => {
    await frame.press('人');
    await grid.shown();
    const sex = await grid.cell(1, 'sex').innerText();
    await grid.type(1, 'sex', sex === '男' ? '女' : '男');
    const marked = program.page.locator('.ag-row[row-index="1"] .ag-cell.mark-E[col-id="sex"]');
    await marked.locator('[data-sign="✕"]').waitFor();
    expect(await marked.getAttribute('aria-description')).toContain('必须改');
    await marked.hover();
    await expect.poll(() => marked.getAttribute('title')).toContain('必须改');
    await grid.cell(1, 'sex').click();
    await expect.poll(() => grid.current()).toMatch(/✕ 必须改：.*性别/);
    await program.page.getByRole('button', { name: /有疑点 \d+ 人/ }).waitFor();
    await program.shoot('views-marks');
    await grid.cell(0, 'relation').click();
    await program.page.keyboard.press('F8');
    await expect.poll(() => grid.current()).toMatch(/✕ 必须改/);
    await views.press('有疑点');
    await expect.poll(() => grid.count()).toMatch(/^筛出 [1-9]\d* \/ 208 人$/);
    await views.act('不用视图');
    await grid.cell(1, 'sex').click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => marked.count()).toBe(0);
  });

  it('keeps a mark where a refused text was given up, until the cell is put right', async () => {
    const cell = program.page.locator('.ag-row[row-index="0"] [col-id="memberPhone"]');
    await grid.type(0, 'memberPhone', '12ab');
    await program.page.locator('.value-why').waitFor();
    await program.page.keyboard.press('Escape');
    await program.page.locator('.ag-row[row-index="0"] .mark-unsaved[col-id="memberPhone"]').waitFor();
    expect(await cell.getAttribute('aria-description')).toContain('没存上：12ab');
    await grid.type(0, 'memberPhone', '19900001234');
    await expect.poll(() => program.page.locator('.mark-unsaved').count()).toBe(0);
    await frame.saved();
    await grid.cell(0, 'memberPhone').click();
    await program.page.keyboard.press('ControlOrMeta+Z');
  });

  it('has heads in two rows or in one', async () => {
    const group = program.page.locator('.ag-header-group-cell', { hasText: '个人' }).first();
    await group.waitFor();
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('checkbox', { name: /两行表头/ }).uncheck();
    await program.page.keyboard.press('Escape');
    await expect.poll(async () => (await program.page.locator('.ag-header-group-cell').first().boundingBox())?.height ?? 0).toBeLessThan(2);
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('checkbox', { name: /两行表头/ }).check();
    await program.page.keyboard.press('Escape');
    await expect.poll(async () => (await group.boundingBox())?.height ?? 0).toBeGreaterThan(20);
  });

  it('met no error but the refused value', () => {
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
