import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { type EightFiles, writeEightFiles, writeSamples } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

/** A month's folder of eight files over a register that holds the last one. Each step stands on the one before. */
describe(`a folder of eight files on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let imports: ImportPage;
  let grid: GridPage;
  let own: string;
  let eight: EightFiles;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-folder-'));
    const samples = join(own, 'samples');
    writeSamples(samples);
    eight = writeEightFiles(samples, join(own, '三月来的表'));
    program = await launch();
    frame = new FramePage(program.page);
    imports = new ImportPage(program.page);
    grid = new GridPage(program.page);
    await new FirstStartPage(program.page).newRegister('八张表');
    await frame.go('导入');
    await imports.chooseFiles(readdirSync(samples).map((name) => join(samples, name)));
    await imports.previewed();
    await program.shoot('import-first');
    await imports.commit();
    await frame.saved();
    await frame.press('人');
    await grid.shown();
    await grid.type(0, 'education', '初中');
    await frame.saved();
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('asks of one sheet where its header is, and what it is', async () => {
    await frame.go('导入');
    await imports.another();
    await imports.dropFolder(eight.folder);
    await imports.previewed();
    await program.page.getByRole('region', { name: '表的前几行' }).waitFor();
    expect(await imports.question()).toBe('这张表的表头在哪一行？');
    await program.shoot('import-header');
    await imports.header(2);
    await program.shoot('import-header-2');
    await imports.kind('人员表');
    for (const [letters, field] of [['A', '户编号'], ['B', '姓名'], ['C', '证件号码'], ['D', '与户主关系']] as const) await imports.column(letters, field);
    expect(await imports.columns()).toEqual(['户编号 自己指定', '姓名 自己指定', '证件号码 自己指定', '与户主关系 自己指定', '照原列名保留 列名不认识']);
    await program.shoot('import-mapping');
    await imports.again();
    expect(await imports.asks()).toEqual(['？ 1 种写法不认识', '⇢ 人口变动 2 条']);
    await program.shoot('import-households');
  });

  it('asks a wording once, and takes the answer', async () => {
    await imports.ask(/写法/);
    await program.page.getByRole('group', { name: '“初中毕业”是不是' }).getByRole('button', { name: '初中', exact: true }).press('Enter');
    await program.shoot('import-questions');
    await imports.again();
    expect(await imports.asks()).toEqual(['⇢ 人口变动 2 条']);
    expect(await imports.count('有疑问')).toBe(1);
  });

  it('does a life event with its reason, and not without one', async () => {
    await imports.ask(/人口变动/);
    const events = program.page.getByRole('region', { name: /^人口变动/ });
    await events.getByLabel(/^办理：曲月娥/).click();
    await events.getByText('办理变动要写明原因').waitFor();
    await events.getByLabel(/^原因：曲月娥/).selectOption('死亡');
    await events.getByLabel(/^日期：曲月娥/).fill('2020年3月2日');
    await events.getByLabel(/^依据材料：曲月娥/).fill('死亡证明');
    await events.getByLabel(/^办理：曲月娥/).check();
    await events.getByLabel(/^原因：关试新/).selectOption('出生');
    await events.getByText('办理 2 条').waitFor();
    expect(await events.getByLabel(/^日期：曲月娥/).inputValue()).toBe('2020-03-02');
    await program.shoot('import-events');
    await events.getByRole('button', { name: '回到预览' }).click();
  });

  it('leaves out a row, a cell and a household, and takes a conflict; the button follows', async () => {
    expect(await imports.promise()).toBe('导入这 138 行');
    const first = imports.household('户 99050400001 关德发');
    await first.getByLabel('收 王艳秋 第 2 行').uncheck();
    await first.getByRole('group', { name: '关德发“文化程度”用哪个' }).getByRole('button', { name: '用表里的' }).press('Enter');
    await expect.poll(() => imports.promise()).toBe('导入这 138 行');
    await program.shoot('import-chosen');
    await imports.field('民族');
    const [one, two] = [program.page.locator('.plan-household').nth(0), program.page.locator('.plan-household').nth(1)];
    await program.page.getByText('40 户', { exact: true }).waitFor();
    await program.shoot('import-field');
    await one.getByRole('button', { name: /全不收$/ }).click();
    await two.getByRole('button', { name: /“民族”不改$/ }).first().click();
    await one.getByText('－这行不收').first().waitFor();
    await two.getByText('（不变）').first().waitFor();
    await program.shoot('import-left-out');
  });

  it('brakes, and asks for a second, worded confirmation', async () => {
    await imports.press();
    await program.page.getByRole('heading', { name: '这次导入改动不寻常，请再看一眼' }).waitFor();
    await program.shoot('import-brake');
    await program.page.getByRole('button', { name: '回去再看' }).click();
    await program.page.getByRole('table', { name: '按户核对' }).waitFor();
    await imports.press();
    await program.page.getByRole('button', { name: /^知道会改动 \d+ 户的“民族”，仍然导入$/ }).press('Enter');
    await imports.committed();
    expect(await imports.told()).toMatch(/新人 1 人，改动 \d+ 项，人口变动 1 条；1 行没有收/);
    await frame.saved();
    await program.shoot('import-done');
  });

  it('asks nothing the second time', async () => {
    await imports.another();
    await imports.dropFolder(eight.folder);
    await imports.previewed();
    expect(await program.page.getByRole('list', { name: '要您看一看的' }).count()).toBe(0);
    expect(await imports.understood()).toMatch(/街道核实上报\.csv\s+人员表②\s+7 行；表头第 2 行，认出 4 列，保留 1 列/);
    // What was left out the first time is still to be written, and nothing else.
    expect(await imports.promise()).toBe('导入这 6 行');
    await program.shoot('import-second');
    await imports.sift('本次未出现');
    await program.page.getByText('导入不会删除他们').waitFor();
    await program.shoot('import-absent');
    await imports.discard();
  });

  it('takes the import back weeks later, in three lists', async () => {
    await frame.press('人');
    await grid.shown();
    await grid.type(0, 'education', '小学');
    await frame.saved();
    await frame.go('导入');
    const told = await imports.undoNewest();
    expect(told).toMatch(/^撤销 138 项。/);
    expect(told).toMatch(/保留 1 项（后来又改过，以后来的为准）\s+关德发 2020 年 · 文化程度：小学 .+ 改过/);
    await program.shoot('import-undone');
    await program.page.getByRole('button', { name: '看撤销了哪些' }).click();
    await frame.arrived('记录');
    await program.page.locator('.change-table').waitFor();
    await program.shoot('import-undone-log');
    // A refusal comes as an answer that the browser calls an error.
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
