import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { LedgersPage } from './pages/ledgers-page.ts';
import { writeCsv, writeEightFiles, writeSamples } from './support/eight-files.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** Ledgers filled by departments' lists, then worked by hand like any other table. */
describe(`the ledgers on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let ledgers: LedgersPage;
  let imports: ImportPage;
  let own: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-ledgers-'));
    const samples = join(own, 'samples');
    writeSamples(samples);
    const { folder } = writeEightFiles(samples, join(own, '三月来的表'));
    program = await launchSample();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    ledgers = new LedgersPage(program.page);
    imports = new ImportPage(program.page);
    await frame.press('台账');
    await program.page.getByText('台账里还没有内容').waitFor();
    await program.shoot('ledgers-empty');
    // Stays of one person in two years, so that a ledger has more than the working year.
    const [name, number] = [await person('name'), await person('identityNo')];
    const stays = join(folder, '医保报销.csv');
    writeCsv(stays, [['姓名', '身份证号', '入院日期', '出院日期', '出院诊断疾病名称', '医疗机构名称', '医疗总费用', '基本补偿', '自付金额'], [name, number, '2019-11-02', '2019-11-12', '肺炎', '试验医院', '8000', '5000', '3000'], [name, number, '2020-02-03', '2020-02-09', '骨折', '试验医院', '12000', '9000', '3000']]);
    await frame.go('导入');
    await imports.chooseFiles([join(folder, '低保名单_2020.csv'), join(folder, '残疾人名单_2020.csv'), join(folder, '家庭医生签约_2020.csv'), stays]);
    await imports.previewed();
    await imports.commit();
    await frame.saved();
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  async function person(column: string): Promise<string> {
    await frame.press('人');
    await grid.shown();
    return grid.cell(0, column).innerText();
  }

  it('lists the ledgers by department with what they hold', async () => {
    await frame.press('台账');
    await ledgers.open('低保名单');
    expect(await ledgers.departments()).toEqual(['民政局', '残联', '医保局', '卫健局']);
    expect(await ledgers.listed('医保报销')).toBe('医保报销 2');
    expect(await grid.count()).toBe('12 条');
    await program.shoot('ledgers');
  });

  it('searches, filters and sorts as everywhere; one year or all of them', async () => {
    await ledgers.open('医保报销');
    expect(await grid.count()).toBe('2 条');
    await grid.search('肺炎');
    await expect.poll(() => grid.count()).toBe('筛出 1 / 2 条');
    await program.page.getByRole('button', { name: '全部清除' }).click();
    await ledgers.button('只看 2020 年').click();
    await expect.poll(() => grid.count()).toBe('筛出 1 / 2 条');
    expect(await grid.chips()).toEqual([expect.stringContaining('年度：2020')]);
    expect(await grid.cell(0, 'medicalClaim.diagnosis').innerText()).toBe('骨折');
    await ledgers.button('只看 2020 年').click();
    await expect.poll(() => grid.count()).toBe('2 条');
    await grid.sort('medicalClaim.total');
    await expect.poll(() => grid.cell(0, 'medicalClaim.total').innerText()).toBe('8,000.00');
    await grid.filterBy('medicalClaim.total', '大于', '10000');
    await expect.poll(() => grid.count()).toBe('筛出 1 / 2 条');
    await program.page.getByRole('button', { name: '全部清除' }).click();
  });

  it('edits a cell, lets the year follow its date, refuses what is no value, and takes all of it back', async () => {
    await grid.type(0, 'medicalClaim.admittedOn', '2018.12.30');
    await expect.poll(() => grid.cell(0, 'year').innerText()).toBe('2018');
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => grid.cell(0, 'year').innerText()).toBe('2019');
    await grid.type(0, 'medicalClaim.total', '很多');
    expect(await program.page.locator('.value-why').innerText()).toContain('不是金额');
    await program.page.keyboard.press('Escape');
  });

  it('says where a value is written that it only shows', async () => {
    await ledgers.open('低保名单');
    await ledgers.open('医保报销');
    await grid.cell(0, 'householdNo').dblclick();
    await expect.poll(async () => (await frame.messages()).join()).toContain('来自户表，台账里只看不改');
    await grid.cell(0, 'year').dblclick();
    await expect.poll(async () => (await frame.messages()).join()).toContain('年度跟着“入院日期”走');
  });

  it('tells the history of a cell, with the file it came from', async () => {
    await ledgers.open('低保名单');
    await grid.cell(0, 'dibaoList.amount').click();
    await program.page.keyboard.press('ControlOrMeta+Shift+H');
    const side = program.page.getByRole('complementary', { name: '修改记录' });
    await expect.poll(() => side.innerText()).toContain('低保名单_2020.csv');
    await program.page.keyboard.press('Escape');
    await side.waitFor({ state: 'detached' });
  });

  it('adds a record by hand, with what the list says of the person; refuses the same twice', async () => {
    await ledgers.button('新增一条').click();
    const form = ledgers.form('低保名单');
    await ledgers.choose(form, '关德发');
    await form.getByLabel('低保等级').fill('C');
    await form.getByLabel('低保金额').fill('很多');
    await form.getByText('不是金额').waitFor();
    await program.shoot('ledgers-add');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.getByText('“低保金额”还没填对').waitFor();
    await form.getByLabel('低保金额').fill('300');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => grid.count()).toBe('13 条');
    await expect.poll(() => grid.current()).toContain('关德发');
    await ledgers.button('新增一条').click();
    await ledgers.choose(form, '关德发');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.getByText('里已经有这一条').waitFor();
    await program.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('takes a record out by the key and by the button, and gives it back', async () => {
    await grid.cell(0, 'dibaoList.amount').click();
    const before = await grid.cell(0, 'name').innerText();
    await program.page.keyboard.press('ControlOrMeta+Delete');
    await expect.poll(() => grid.count()).toBe('12 条');
    await expect.poll(() => grid.current()).not.toContain(before);
    expect((await frame.messages()).join()).toContain(`删除低保名单：${before}`);
    await ledgers.button('删除这一条').click();
    await expect.poll(() => grid.count()).toBe('11 条');
    await program.page.getByRole('region', { name: '消息' }).getByRole('button', { name: '撤销' }).first().click();
    await expect.poll(() => grid.count()).toBe('12 条');
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => grid.count()).toBe('13 条');
    await frame.saved();
  });

  it('hands on what the table shows, and takes it again as the same', async () => {
    await grid.filterValues('village', ['卧龙村']);
    await expect.poll(() => grid.count()).toBe('筛出 6 / 13 条');
    const path = await program.download(async () => {
      await ledgers.button('导出 Excel').click();
      await new LeaveGate(program.page).leave('内部使用，全部内容');
    });
    expect(basename(path)).toBe('低保名单_6条.xlsx');
    await frame.go('导入');
    await imports.another();
    await imports.chooseFiles([path]);
    await imports.previewed();
    expect([await imports.count('全部'), await imports.count('相同')]).toEqual([6, 6]);
    await imports.discard();
  });

  it('shows on the household’s card what the ledgers have of it, and goes there', async () => {
    await frame.press('人');
    await grid.shown();
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('ControlOrMeta+I');
    const card = program.page.getByRole('complementary', { name: '户卡片' });
    await card.getByRole('heading', { name: '状态' }).waitFor();
    await card.getByRole('heading', { name: '台账' }).scrollIntoViewIfNeeded();
    await card.getByText('医保报销').waitFor();
    await program.shoot('ledgers-card');
    // What proves a record stands with it, and in the household's file.
    const record = card.locator('[data-section="台账"]').getByRole('listitem').filter({ hasText: '2019-11-02' }).first();
    const bill = join(own, '结算单.jpg');
    writeFileSync(bill, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]));
    // By key: messages may lie over the foot of the card.
    await record.getByRole('button', { name: /的材料$/ }).press('Enter');
    const form = record.getByRole('form', { name: '存入材料' });
    await form.getByLabel('材料文件').setInputFiles(bill);
    await form.getByLabel('材料种类').fill('其他材料');
    await form.getByLabel('材料种类').press('Enter');
    await form.getByRole('button', { name: '存入 1 份' }).press('Enter');
    await record.getByRole('button', { name: /的材料 1 份$/ }).waitFor();
    await record.getByText('结算单.jpg').waitFor();
    await program.shoot('ledgers-card-papers');
    await card.locator('[data-section="材料"]').getByText('医保报销：入院日期 2019-11-02').waitFor();
    await record.getByRole('button').first().press('Enter');
    await frame.arrived('台账');
    await program.page.getByRole('heading', { name: '医保报销', level: 1 }).waitFor();
    await expect.poll(() => grid.current()).toContain(await grid.cell(0, 'name').innerText());
  });

  it('begins a ledger that has nothing yet, of what stands for itself', async () => {
    await ledgers.unfold();
    await ledgers.press('项目库');
    await program.page.getByText('“项目库”还没有内容').waitFor();
    await program.shoot('ledgers-none');
    await ledgers.button('新增一条').click();
    const form = ledgers.form('项目库');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.getByText('项目名称不能空着').waitFor();
    await form.getByLabel('项目名称').fill('蘑菇大棚');
    await form.getByLabel('计划总投资').fill('9.5');
    await form.getByRole('button', { name: '记入台账' }).click();
    await expect.poll(() => grid.count()).toBe('1 条');
    await expect.poll(() => grid.cell(0, 'project.name').innerText()).toBe('蘑菇大棚');
    await program.shoot('ledgers-project');
  });

  it('is found from anywhere, as people are', async () => {
    await frame.press('户');
    await grid.shown();
    await program.page.keyboard.press('ControlOrMeta+K');
    await program.page.keyboard.type('蘑菇');
    await program.page.locator('.find-hit', { hasText: '项目库 · 2020 年' }).waitFor();
    await program.page.keyboard.press('Enter');
    await frame.arrived('台账');
    await expect.poll(() => grid.current()).toContain('蘑菇大棚');
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
