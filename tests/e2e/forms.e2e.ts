import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetCells } from '../core/templates/support.ts';
import { readZip } from '../core/support/zip.ts';
import { householdCard } from '../fixtures/forms/card-forms.ts';
import { listForms } from '../fixtures/forms/list-forms.ts';
import { householdWord } from '../fixtures/forms/word-forms.ts';
import { FormsPage } from './pages/forms-page.ts';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** A blank form comes in, is looked at, filled through the gate, and read back. */
describe(`blank forms on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let forms: FormsPage;
  const folder = mkdtempSync(join(tmpdir(), 'mingce-forms-'));
  const written = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    await program.page.setViewportSize({ width: 1366, height: 768 }).catch(() => undefined);
    forms = new FormsPage(program.page);
  });
  afterAll(async () => {
    await program.close();
  });

  const save = (level?: Parameters<LeaveGate['leave']>[0]): Promise<string> =>
    program.download(async () => {
      await forms.go().click();
      await new LeaveGate(program.page).leave(level);
    });

  it('recognises the heads of a dropped form, lets a column be said otherwise, and fills it as it is', async () => {
    await forms.open();
    const [form] = listForms;
    await forms.drop(written(form?.file ?? '', form?.make() ?? Buffer.alloc(0)));
    await forms.go().filter({ hasText: '208 行' }).waitFor();
    expect(await forms.column('F').innerText()).toContain('证件号码');
    expect(await forms.sheet().getByText('公式，保留').count()).toBe(1);
    await program.shoot('forms-list');
    await forms.map('G', '文化程度');
    await forms.who('6000', '6000元以下');
    await forms.go().filter({ hasText: '38 行' }).waitFor();
    const file = await save('内部使用，全部内容');
    expect(basename(file)).toBe('贫困人口基本情况登记表_已填.xlsx');
    const cells = await sheetCells(readFileSync(file));
    expect([cells.get(45)?.[0], cells.get(46)?.[0], cells.get(47)?.[0]]).toEqual(['38', '合计', '单位负责人：']);
    expect(cells.get(8)?.[5]).toMatch(/^\d{17}[\dX]$/);
  });

  it('remembers the form, and fills it again without its file; in public it says what it left out', async () => {
    await program.page.getByRole('button', { name: '换一张空表' }).click();
    await program.page.getByRole('button', { name: /^再填“贫困人口基本情况登记表”/ }).waitFor();
    await program.shoot('forms-start');
    await program.page.getByRole('button', { name: /^再填“贫困人口基本情况登记表”/ }).click();
    await forms.sheet().waitFor();
    expect(await forms.column('G').innerText()).toContain('文化程度');
    const file = await save('公开张贴');
    expect((await sheetCells(readFileSync(file))).get(8)?.[5] ?? '').toBe('');
    await expect.poll(async () => (await frame.messages()).join()).toMatch(/没有填：.*证件号码/);
    await program.shoot('forms-public');
  });

  it('takes rows that are numbered and bear a word already for rows to fill, and says that the word stays', async () => {
    await program.page.getByRole('button', { name: '换一张空表' }).click();
    const form = listForms.find(({ key }) => key === 'numbered-rows');
    await forms.choose(written(form?.file ?? '', form?.make() ?? Buffer.alloc(0)));
    await forms.go().filter({ hasText: '行' }).waitFor();
    expect(await forms.column('B').innerText()).toContain('原样保留');
    expect(await forms.sheet().getByText('表里每行都写着').count()).toBe(1);
    await program.shoot('forms-numbered');
    const cells = await sheetCells(readFileSync(await save()));
    expect(cells.get(12)?.slice(0, 2)).toEqual(['10', '人社口']);
    expect(cells.get(12)?.[2]).toMatch(/./);
  });

  it('fills a sheet for each household, as files or as sheets of one workbook', async () => {
    await program.page.getByRole('button', { name: '换一张空表' }).click();
    await forms.choose(written('明白卡.xlsx', householdCard()));
    await forms.go().filter({ hasText: '份' }).waitFor();
    await program.shoot('forms-household');
    expect(await forms.sheet().getByRole('button', { name: /^“户主姓名”：户主姓名/ }).count()).toBeGreaterThan(0);
    const zip = await save();
    expect([...(await readZip(readFileSync(zip))).keys()].length).toBeGreaterThan(10);
    await program.page.getByRole('combobox', { name: '存成' }).click();
    await program.page.locator('.ant-select-item-option', { hasText: '一个文件，一份一张' }).click();
    const book = await save();
    expect(basename(book)).toMatch(/^明白卡_\d+份（内部使用，号码遮住）\.xlsx$/);
    const first = (await sheetCells(readFileSync(book))).get(3)?.[1];
    const second = (await sheetCells(readFileSync(book), 1)).get(3)?.[1];
    expect([first, second]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  });

  it('takes the rows that are selected in a table', async () => {
    await frame.go('人');
    await grid.shown();
    await grid.drag(grid.cell(1, 'name'), grid.cell(3, 'name'));
    await grid.cell(2, 'name').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: /^填上级的空表/ }).click();
    await frame.arrived('报表');
    await program.page.getByRole('combobox', { name: '填谁' }).waitFor();
    await program.page.getByText('选中的 3 人').waitFor();
    await expect.poll(async () => forms.go().innerText()).toMatch(/^填好 [123] 份/);
  });

  it('fills a Word form of one household', async () => {
    await program.page.getByRole('button', { name: '换一张空表' }).click();
    await forms.choose(written('家庭情况表.docx', householdWord()));
    await forms.who('6000', '6000元以下');
    await forms.go().filter({ hasText: '18 份' }).waitFor();
    await program.shoot('forms-word');
    const [name = ''] = (await readZip(readFileSync(await save()))).keys();
    const called = name.split('_')[1] ?? '';
    await forms.who(called, `${called}（`);
    await forms.go().filter({ hasText: '1 份' }).waitFor();
    const parts = await readZip(readFileSync(await save()));
    const text = parts.get('word/document.xml')?.toString('utf8').replaceAll(/<[^>]*>/g, '') ?? '';
    expect(text).toContain(`贫困户 ${called} 家庭情况表`);
    expect(text).not.toContain('{');
    await frame.go('记录');
    await program.page.getByRole('button', { name: '出门记录' }).click();
    await program.page.getByText('填表 家庭情况表.docx').first().waitFor();
    expect(program.errors).toEqual([]);
  });
});
