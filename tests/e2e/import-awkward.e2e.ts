import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity, peopleSheet } from '../core/support/people.ts';
import { manySheets } from '../fixtures/awkward/many-sheets.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const longFile = '关于报送二〇二〇年度明山区各街道乡镇建档立卡贫困户家庭成员基本信息及收入情况核实结果的统计表（第三次修订稿）最终版_2020.csv';
const longName = '阿卜杜热合曼·买买提江·艾合买提·吐尔逊江';
const longHeader = '是否享受由街道办事处代为申请并经区级主管部门审核批准的临时性生活困难救助金';
const households = 250;

/** Three header rows, sixty columns, five hundred people in one sheet. */
function wideSheet(change: (person: number) => string): string[][] {
  const own = ['户编号', '姓名', '证件号码', '与户主关系', '行政村', '文化程度', '健康状况', '务工时间（月）'];
  const others = Array.from({ length: 52 }, (_, at) => (at === 0 ? longHeader : `街道自设项目${at}`));
  const blank = (count: number): string[] => Array.from({ length: count }, () => '');
  return [
    ['明山区各街道核实情况汇总', ...blank(59)],
    ['填报单位：某街道', ...blank(59)],
    ['一、基本情况', ...blank(7), '二、街道核实', ...blank(51)],
    [...own, ...others],
    ...Array.from({ length: households * 2 }, (_, at) => [
      `99000${String(Math.floor(at / 2)).padStart(5, '0')}`, at === 0 ? longName : `试${String.fromCodePoint(0x4e00 + at)}`, identity('19600101', at + 1), at % 2 === 0 ? '户主' : '配偶',
      '台地村', change(at), '健康', '', ...others.map((_, column) => (at === 0 && column === 0 ? '是的，已经街道办事处核实两次并张榜公布，没有异议，材料存街道档案室第三柜' : column % 7 === 0 ? '已核' : '')),
    ]),
  ];
}

/** What reaches beyond the window: only what scrolls by itself may. */
const tooWide = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > window.innerWidth || document.documentElement.scrollHeight > window.innerHeight');

describe(`awkward sheets on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let imports: ImportPage;
  let own: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-awkward-'));
    program = await launch();
    frame = new FramePage(program.page);
    imports = new ImportPage(program.page);
    await new FirstStartPage(program.page).newRegister('别扭的表');
    await frame.go('导入');
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('has room for five hundred rows, sixty columns and very long names', async () => {
    const sheet = join(own, longFile);
    writeCsv(sheet, wideSheet(() => '小学'));
    await imports.chooseFiles([sheet]);
    await imports.previewed();
    expect(await imports.count('新增')).toBe(500);
    await program.shoot('import-wide-households');
    expect(await tooWide(program.page)).toBe(false);
    await imports.list('逐行');
    await program.page.getByRole('table', { name: '逐行结果' }).waitFor();
    await program.page.getByTitle('展开各项').first().click();
    await program.shoot('import-wide-rows');
    expect(await tooWide(program.page)).toBe(false);
    await imports.list('按户');
    // By keyboard: down from row to row, the space bar leaves one out and takes it back.
    await program.page.getByLabel(`收 ${longName} 第 5 行`).focus();
    await program.page.keyboard.press('ArrowDown');
    await program.page.keyboard.press('Space');
    await program.page.locator('.plan-left', { hasText: '－这行不收' }).waitFor();
    expect(await program.page.evaluate('document.activeElement?.getAttribute("aria-label")')).toMatch(/第 6 行$/);
    await expect.poll(() => imports.promise()).toBe('导入这 499 行');
    // As quick as hands are: a list that is still being read does not turn a choice back.
    for (const [taken, rows] of [[true, 500], [false, 499], [true, 500], [false, 499], [true, 500]] as const) {
      await program.page.keyboard.press('Space');
      expect(await program.page.evaluate('document.activeElement?.checked')).toBe(taken);
      await expect.poll(() => imports.promise()).toBe(`导入这 ${rows} 行`);
    }
    await program.page.locator('.plan-rows').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await program.page.getByRole('rowgroup', { name: `户 99000${String(households - 1).padStart(5, '0')}` }).waitFor();
    await imports.look(/^人员表/);
    await program.shoot('import-wide-sheet');
    expect(await tooWide(program.page)).toBe(false);
  });

  it('takes another header by keyboard, two rows of it with Shift, and a column by its name', async () => {
    const row = (number: number) => program.page.getByRole('button', { name: new RegExp(`^第 ${number} 行`) });
    await row(4).press('Enter');
    await row(3).press('Shift+Enter');
    await program.page.getByText('表头是标出来的第 3、4 行', { exact: false }).waitFor();
    await imports.column('I', '不收');
    expect((await imports.columns()).slice(0, 10)).toEqual(['户编号 按列名', '姓名 按列名', '证件号码 按列名', '与户主关系 按列名', '行政村 按列名', '文化程度 按列名', '健康状况 按列名', '务工时间 按列名', '不收 自己指定', '照原列名保留 列名不认识']);
    await program.page.locator('.sheet-scroll').evaluate((table) => table.scrollTo(600, 0));
    await program.shoot('import-wide-header');
    await imports.again();
    await imports.look(/^人员表/);
    expect(await program.page.getByRole('button', { name: '第 3 行是表头' }).getAttribute('aria-pressed')).toBe('true');
    await program.page.getByRole('button', { name: '回到预览' }).click();
    await imports.commit();
    expect(await imports.told()).toMatch(/新户 250 户，新人 500 人/);
    await program.shoot('import-wide-done');
  });

  it('wipes where a blank was told to, and says what a policy does', async () => {
    await imports.another();
    const sheet = join(own, longFile);
    writeCsv(sheet, wideSheet((at) => (at < 3 ? '' : '小学')));
    await imports.chooseFiles([sheet]);
    await imports.previewed();
    expect(await imports.count('有变化')).toBe(0);
    await program.shoot('import-nothing');
    expect(await program.page.getByRole('button', { name: '没有可导入的' }).isDisabled()).toBe(true);
    await imports.policy('全部覆盖（手工改过的也盖）');
    await imports.look(/^人员表/);
    await program.page.getByLabel('F 列空格也清掉').check();
    await program.shoot('import-wipe');
    await imports.again();
    expect(await imports.count('有变化')).toBe(3);
    await program.page.locator('.plan-line del', { hasText: '小学' }).first().waitFor();
    await program.shoot('import-wiped');
    await imports.policy('只填空白');
    await expect.poll(() => imports.count('有变化')).toBe(0);
    await imports.discard();
  });

  it('tells of files that cannot be read and of sheets without rows, and goes on with the others', async () => {
    const [broken, empty, good] = [join(own, '坏了的表.xlsx'), join(own, '只有表头_2020.csv'), join(own, '两个人_2020.csv')];
    writeFileSync(broken, 'PK\u0003\u0004 no workbook');
    writeCsv(empty, [['户编号', '姓名', '证件号码', '与户主关系']]);
    writeCsv(good, [['户编号', '姓名', '证件号码', '与户主关系'], ['9900000900', '王试九', identity('19700101', 901), '户主'], ['9900000900', '李试九', '9.90504E+17', '配偶']]);
    await imports.chooseFiles([broken, empty, good]);
    await imports.previewed();
    await program.shoot('import-broken');
    expect(await imports.understood()).toMatch(/坏了的表\.xlsx\s+✕/);
    await imports.sift('冲突');
    await program.page.getByText('没有“冲突”的行。').waitFor();
    await imports.discard();
  });

  it('goes back from a sheet that was not recognised to the rows of the others, and says which sheet is hidden', async () => {
    const [titleOnly, draft] = [join(own, '只有标题.csv'), join(own, '带底稿_2020.xlsx')];
    writeCsv(titleOnly, [['2020年人员信息']]);
    const others = peopleSheet.map((row) => row.map((cell) => cell.replace(/^9900000/, '9890000')));
    writeFileSync(draft, manySheets('带底稿_2020.xlsx', [{ name: '底稿', state: 'hidden', rows: others.map((row) => row.map((cell) => (cell === '小学' ? '大专' : cell))) }, { name: '人员信息', rows: others }]).bytes);
    await imports.chooseFiles([titleOnly, draft]);
    await imports.previewed();
    expect(await imports.question()).toBe('这张表的表头在哪一行？');
    await program.page.getByRole('button', { name: '回到预览' }).click();
    expect([await imports.count('全部'), await imports.count('冲突')]).toEqual([6, 1]);
    expect(await imports.understood()).toMatch(/人员表. 底稿\s+△ 在工作簿里是隐藏的表，也会收/);
    await program.shoot('import-hidden-sheet');
    await imports.commit();
    expect(await imports.understood()).toMatch(/没有认出表头，没有导入/);
    await imports.another();
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
