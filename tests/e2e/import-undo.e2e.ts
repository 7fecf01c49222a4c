import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity, peopleSheet } from '../core/support/people.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const [head = []] = peopleSheet;
const changed = (name: string, header: string, value: string): string[][] =>
  peopleSheet.map((row) => row.map((cell, at) => (row[head.indexOf('姓名')] === name && at === head.indexOf(header) ? value : cell)));

/** What is decided of people in the preview, and taken back when much has happened since. */
describe(`life events and late undo on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let imports: ImportPage;
  let grid: GridPage;
  let own: string;
  const bring = async (name: string, rows: readonly (readonly string[])[]): Promise<void> => {
    const path = join(own, name);
    writeCsv(path, rows);
    await frame.go('导入');
    await imports.chooseFiles([path]);
    await imports.previewed();
  };

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-undo-'));
    program = await launch();
    frame = new FramePage(program.page);
    imports = new ImportPage(program.page);
    grid = new GridPage(program.page);
    await new FirstStartPage(program.page).newRegister('撤回来');
    await bring('人员一_2020.csv', peopleSheet);
    await imports.commit();
    await imports.another();
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('changes the head of a household only with a reason, as an event', async () => {
    const rows = changed('张试一', '与户主关系', '配偶').map((row) => (row[head.indexOf('姓名')] === '李试二' ? row.map((cell, at) => (at === head.indexOf('与户主关系') ? '户主' : cell)) : row));
    await bring('换户主_2020.csv', rows);
    expect(await imports.asks()).toEqual(['⇢ 人口变动 1 条']);
    await program.page.getByText('人口变动，另行办理').first().waitFor();
    await program.shoot('import-head-rows');
    expect(await program.page.getByRole('button', { name: '没有可导入的' }).isDisabled()).toBe(true);
    await imports.ask(/人口变动/);
    const events = program.page.getByRole('region', { name: /^人口变动/ });
    await events.getByRole('combobox', { name: /^原因/ }).selectOption('家庭商定');
    await events.getByRole('textbox', { name: /^日期/ }).fill('三月二号');
    await program.page.keyboard.press('Enter');
    await events.getByText('“三月二号”不是日期').waitFor();
    await program.shoot('import-head');
    await events.getByRole('textbox', { name: /^日期/ }).fill('2020.3.2');
    await events.getByRole('checkbox', { name: /^办理/ }).press('Space');
    await program.page.getByRole('button', { name: '办理这 1 条变动' }).waitFor();
    await events.getByRole('button', { name: '回到预览' }).click();
    await expect.poll(() => imports.row('李试二').innerText()).toMatch(/配偶\s*户主（办理人口变动）/);
    await imports.commit();
    expect(await imports.told()).toContain('人口变动 1 条');
    expect(await imports.row('李试二').innerText()).not.toContain('不变');
    await imports.another();
    await frame.press('人');
    await grid.shown();
    await grid.search('李试二');
    await expect.poll(() => grid.cell(0, 'relation').innerText()).toBe('户主');
  });

  it('keeps a child that is new, or leaves it out with its row', async () => {
    await bring('新生儿_2020.csv', [...peopleSheet.map((row) => row.map((cell, at) => (at === head.indexOf('与户主关系') ? (row[4] === '张试一' ? '配偶' : row[4] === '李试二' ? '户主' : cell) : cell))), ['9900000001', '990000000103', '高台子街道', '台地村', '张试四', identity('20200105', 4), '之孙子', '', '健康', '', '']]);
    await imports.row('张试四').getByRole('checkbox').press('Space');
    await program.page.getByRole('button', { name: '没有可导入的' }).waitFor();
    await imports.row('张试四').getByRole('checkbox').press('Space');
    await imports.ask(/人口变动/);
    await program.page.getByLabel(/^原因：张试四/).selectOption('出生');
    await expect.poll(() => program.page.getByLabel(/^日期：张试四/).inputValue()).toBe('2020-01-05');
    await imports.commit();
    expect(await imports.told()).toContain('新人 1 人');
    await imports.another();
  });

  it('compares again what the register has overtaken, and keeps what was chosen', async () => {
    const rows = [['户编号', '姓名', '证件号码', '健康状况'], ...peopleSheet.slice(1).map((row) => [row[0] ?? '', row[4] ?? '', row[5] ?? '', '患有大病'])];
    await bring('体检_2020.csv', rows);
    await imports.row('王试三').getByRole('checkbox').press('Space');
    await expect.poll(() => imports.promise()).toBe('导入这 2 行');
    await frame.press('人');
    await grid.shown();
    const place = Number(await program.page.locator('.ag-row', { hasText: '张试一' }).first().getAttribute('row-index'));
    await grid.type(place, 'memberPhone', '19900000009');
    await expect.poll(() => grid.cell(place, 'memberPhone').innerText()).toBe('19900000009');
    await frame.saved();
    await frame.go('导入');
    await imports.press();
    await program.page.getByText('比对之后登记册又改过').waitFor();
    await program.shoot('import-stale');
    await program.page.getByRole('button', { name: '重新比对', exact: true }).click();
    await program.page.getByText('比对之后登记册又改过').waitFor({ state: 'detached' });
    await expect.poll(() => imports.promise()).toBe('导入这 2 行');
    expect(await imports.row('王试三').getByRole('checkbox').isChecked()).toBe(false);
    await imports.discard();
  });

  it('tells weeks later what went back, what stays and what could not', async () => {
    await bring('改学历_2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '文化程度'], ...peopleSheet.slice(3).map((row) => [row[0] ?? '', row[4] ?? '', row[5] ?? '', '户主', '高中'])]);
    await imports.commit();
    await imports.another();
    await frame.press('人');
    await grid.shown();
    const place = Number(await program.page.locator('.ag-row', { hasText: '王试三' }).first().getAttribute('row-index'));
    expect(await grid.cell(place, 'education').innerText()).toBe('高中');
    await grid.type(place, 'education', '初中');
    await expect.poll(() => grid.cell(place, 'education').innerText()).toBe('初中');
    await frame.saved();
    await frame.go('导入');
    const batches = program.page.locator('.batch-list > tbody > tr');
    // The oldest first: what came later holds on to it, and what it made goes where nothing else was changed.
    await batches.filter({ hasText: '人员一_2020.csv' }).getByRole('button', { name: '撤销这次导入' }).press('Enter');
    const outcome = program.page.locator('.undo-outcome');
    await outcome.first().waitFor();
    expect(await outcome.first().innerText()).toMatch(/保留 \d+ 项（后来又改过，以后来的为准）/);
    await program.shoot('import-undo-kept');
    await batches.filter({ hasText: '人员一_2020.csv' }).getByRole('button', { name: '收起' }).click();
    await batches.filter({ hasText: '改学历_2020.csv' }).getByRole('button', { name: '撤销这次导入' }).click();
    await outcome.first().waitFor();
    expect(await outcome.first().innerText()).toMatch(/撤不了 1 项\s+王试三 2020 年 · 文化程度 这一行后来被删除了/);
    await program.shoot('import-undo-failed');
    await frame.press('户');
    await frame.go('导入');
    await batches.filter({ hasText: '改学历_2020.csv' }).getByRole('button', { name: '看撤销了什么' }).press('Enter');
    await outcome.first().waitFor();
    expect(await outcome.first().innerText()).toContain('撤不了 1 项');
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
