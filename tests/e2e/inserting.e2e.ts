import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identity } from '../core/support/people.ts';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { LedgersPage } from './pages/ledgers-page.ts';
import { barriers } from './support/access.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

const tab = '\t';

/** New people, households and records entered several at once, as in blank rows of a sheet, on the sample register. */
describe(`new rows on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const sheet = (title: string) => program.page.getByRole('form', { name: title });
  const cell = (title: string, row: number, label: string) => sheet(title).getByRole('textbox', { name: `第 ${row} 行 ${label}`, exact: true }).or(sheet(title).getByRole('combobox', { name: `第 ${row} 行 ${label}`, exact: true }));
  /** By the clipboard and Ctrl+V, as from Excel. */
  const paste = async (title: string, row: number, label: string, text: string): Promise<void> => {
    await cell(title, row, label).focus();
    await program.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await program.page.keyboard.press('ControlOrMeta+V');
  };

  it('people by keyboard: what the number tells shows itself, what is wrong stands at its cell, the good rows go in', async () => {
    await frame.press('人');
    await grid.shown();
    const householdNo = await grid.cell(0, 'householdNo').innerText();
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('Insert');
    const form = sheet('新增成员');
    await form.getByText(`没写户编号的，进 户 ${householdNo}`).waitFor();
    await form.getByRole('combobox', { name: /^原因/ }).selectOption('出生');
    await form.getByRole('textbox', { name: /^日期/ }).fill('2020-05-03');
    await cell('新增成员', 1, '姓名').fill('赵试一');
    await program.page.keyboard.press('Tab');
    await program.page.keyboard.type(identity('20200503', 31));
    await program.page.keyboard.press('Tab');
    await program.page.keyboard.type('之孙子');
    await cell('新增成员', 2, '姓名').fill('赵试二');
    await cell('新增成员', 2, '证件号码').fill('99050420200503');
    await cell('新增成员', 2, '与户主关系').fill('户主');
    await form.getByRole('button', { name: '只新增好的 1 行' }).waitFor();
    expect(await cell('新增成员', 1, '出生日期').getAttribute('placeholder')).toBe('2020-05-03');
    expect(await cell('新增成员', 1, '性别').getAttribute('placeholder')).toBe('男');
    expect(await cell('新增成员', 2, '证件号码').getAttribute('aria-invalid')).toBe('true');
    await form.getByText('不是身份证号或残疾证号（14 位，应为 18、20 或 22 位）').waitFor();
    await program.shoot('new-people');
    expect(await barriers(program.page)).toEqual([]);

    // The line of what is wrong leads to its cell; Ctrl+Enter writes.
    await form.getByRole('button', { name: /第 2 行 · 与户主关系/ }).click();
    expect(await cell('新增成员', 2, '与户主关系').evaluate((box) => box === document.activeElement)).toBe(true);
    await program.page.keyboard.press('Control+Enter');
    await program.page.getByText(`已新增成员 赵试一（户 ${householdNo}）：出生，2020-05-03`).waitFor();
    await expect.poll(() => grid.count()).toBe('209 人 · 111 户');
    await expect.poll(() => grid.current()).toContain('赵试一');
    // The row that must be mended stays, also when the sheet is closed and opened again.
    expect(await cell('新增成员', 1, '姓名').inputValue()).toBe('赵试二');
    await cell('新增成员', 1, '姓名').press('Escape');
    await form.waitFor({ state: 'detached' });
    await program.page.getByRole('button', { name: '新增成员' }).click();
    expect(await cell('新增成员', 1, '姓名').inputValue()).toBe('赵试二');
    await form.getByRole('button', { name: '清空' }).click();
    await form.getByRole('button', { name: '收起' }).click();
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('households pasted from Excel with their heads in any order, numbers proposed, one undo', async () => {
    await frame.press('户');
    await grid.shown();
    const village = await grid.cell(0, 'village').innerText();
    await program.page.getByRole('button', { name: '新增户' }).click();
    const form = sheet('新增户');
    await form.getByRole('combobox', { name: /^原因/ }).selectOption('新识别');
    await form.getByRole('textbox', { name: /^年月/ }).fill('2020-05');
    const block = [['序号', '姓名', '身份证号码', '行政村', '贫困户属性', '备注栏目'], ['1', '赵试九', identity('19700101', 3), village, '一般贫困户', 'x'], ['2', '钱试八', identity('19710101', 5), village, '低保贫困户', '']];
    await paste('新增户', 1, '户编号', `${block.map((row) => row.join(tab)).join('\r\n')}\r\n`);
    expect(await cell('新增户', 2, '户主姓名').inputValue()).toBe('钱试八');
    await form.getByText('没有认出这些列，没有放进来：备注栏目').waitFor();
    await form.getByRole('button', { name: '填上建议的户编号' }).click();
    expect(await cell('新增户', 1, '户编号').inputValue()).toMatch(/^\d+$/);
    await form.getByText('会新增 2 户、2 人').waitFor();
    await program.shoot('new-households');
    await form.getByRole('button', { name: '新增这 2 行' }).click();
    await program.page.getByText('已新增 2 户：赵试九、钱试八：新识别，2020-05').waitFor();
    await expect.poll(() => grid.count()).toBe('210 人 · 113 户');
    await program.page.getByRole('alert').or(program.page.getByRole('status')).getByRole('button', { name: '撤销', exact: true }).last().click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await form.getByRole('button', { name: '收起' }).click();
  });

  it('what of a pasted block goes past the last row waits in the sheet of new rows; each is a step of its own', async () => {
    await frame.press('人');
    await grid.shown();
    const [name, relation, sex, birth, number] = await Promise.all(['name', 'relation', 'sex', 'birthDate', 'identityNo'].map((column) => grid.cell(0, column).innerText()));
    const phone = await grid.cell(0, 'memberPhone').innerText();
    const householdNo = await grid.cell(0, 'householdNo').innerText();
    await grid.search(number ?? '');
    await expect.poll(() => grid.count()).toBe('筛出 1 / 208 人');
    await grid.cell(0, 'name').click();
    const newcomers = [['赵试五', '之孙子', '男', '2020-06-01', identity('20200601', 31), '19900002223'], ['赵试六', '之孙女', '女', '2020-06-02', identity('20200602', 22), '']];
    await program.page.evaluate((copied) => navigator.clipboard.writeText(copied), [[name, relation, sex, birth, number, '19900002222'], ...newcomers].map((row) => row.join(tab)).join('\r\n'));
    await program.page.keyboard.press('ControlOrMeta+V');
    const form = sheet('新增成员');
    await form.getByText('粘贴的内容比表里的行多，多出的 2 行放在这里，核对后再写入').waitFor();
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe('19900002222');
    await form.getByText(`没写户编号的，进 户 ${householdNo}`).waitFor();
    expect(await cell('新增成员', 2, '姓名').inputValue()).toBe('赵试六');
    expect(await cell('新增成员', 1, '成员联系电话').inputValue()).toBe('19900002223');
    // The next thing to say has the cursor.
    const reason = form.getByRole('combobox', { name: /^原因/ });
    await expect.poll(() => reason.evaluate((box) => box === document.activeElement)).toBe(true);
    await program.shoot('new-rest');
    await reason.selectOption('出生');
    await form.getByRole('textbox', { name: /^日期/ }).fill('2020-06-03');
    await form.getByRole('button', { name: '新增这 2 行' }).click();
    await program.page.getByText(`已新增成员 赵试五、赵试六（户 ${householdNo}）：出生，2020-06-03`).waitFor();
    await form.getByRole('button', { name: '收起' }).click();
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await grid.search(number ?? '');
    await expect.poll(() => grid.count()).toBe('筛出 1 / 208 人');
    expect(await grid.cell(0, 'memberPhone').innerText()).toBe('19900002222');
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe(phone);
  });

  it('a cut block that has no room, and one longer than a sheet of new rows, are refused before anything is written', async () => {
    await grid.cell(0, 'memberPhone').click();
    await program.page.evaluate((copied) => navigator.clipboard.writeText(copied), Array.from({ length: 502 }, (_, at) => `1990000${String(at).padStart(4, '0')}`).join('\n'));
    await program.page.keyboard.press('ControlOrMeta+V');
    await program.page.getByText('粘贴的内容比表里的行多 501 行，一次最多新增 500 行').waitFor();
    const before = await grid.cell(0, 'memberPhone').innerText();
    expect(before).not.toBe('19900000000');
    expect(await sheet('新增成员').count()).toBe(0);
    await grid.search('');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await grid.cell(0, 'memberPhone').click();
    await program.page.keyboard.press('Shift+ArrowDown');
    await program.page.keyboard.press('ControlOrMeta+X');
    await program.page.keyboard.press('ControlOrMeta+ArrowDown');
    await program.page.keyboard.press('ControlOrMeta+End');
    await program.page.keyboard.press('ControlOrMeta+V');
    await program.page.getByText('剪切的有 2 行，从这里到最后一行只有 1 行，放不下').waitFor();
    await program.page.keyboard.press('Escape');
    await program.page.keyboard.press('ControlOrMeta+Home');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText()).toBe(before);
  });

  it('members on the card', async () => {
    await frame.press('户');
    await grid.shown();
    await grid.cell(0, 'headName').click();
    await program.page.keyboard.press('ControlOrMeta+I');
    const card = program.page.getByRole('complementary', { name: '户卡片' });
    const members = card.locator('[data-section="成员"]');
    await members.getByRole('button', { name: '新增成员' }).waitFor();
    const before = await members.locator('.card-table th[scope="row"]').count();
    await members.getByRole('button', { name: '新增成员' }).click();
    const form = sheet('新增成员');
    await form.getByRole('combobox', { name: /^原因/ }).selectOption('婚入');
    await form.getByRole('textbox', { name: /^日期/ }).fill('2020-05-20');
    await paste('新增成员', 1, '姓名', [['孙试一', identity('19950606', 44), '之儿媳'], ['孙试二', identity('20180211', 22), '之孙女']].map((row) => row.join(tab)).join('\n'));
    await form.getByText('会新增 2 人').waitFor();
    await form.scrollIntoViewIfNeeded();
    await program.shoot('new-members-card');
    await form.getByRole('button', { name: '新增这 2 行' }).click();
    await program.page.getByText(/^已新增成员 孙试一、孙试二（户 \d+）：婚入，2020-05-20$/).waitFor();
    await form.waitFor({ state: 'detached' });
    await members.getByText('孙试二').waitFor();
    await expect.poll(() => members.locator('.card-table th[scope="row"]').count()).toBe(before + 2);
    await card.getByText('孙试一 增加').waitFor();
    await program.page.keyboard.press('Escape');
  });

  it('records of a ledger', async () => {
    const name = await grid.cell(0, 'headName').innerText();
    const householdNo = await grid.cell(0, 'householdNo').innerText();
    await frame.press('台账');
    const ledgers = new LedgersPage(program.page);
    await ledgers.unfold();
    await ledgers.press('低保名单');
    await ledgers.button('新增几条').click();
    const title = '新增：低保名单';
    await paste(title, 1, '姓名', [['姓名', '户编号', '低保金额'], [name, householdNo, '420.5'], ['查无此人', householdNo, '300']].map((row) => row.join(tab)).join('\n'));
    const form = sheet(title);
    await form.getByRole('button', { name: '只新增好的 1 行' }).waitFor();
    await form.getByText('登记册里没有这个人').waitFor();
    await program.shoot('new-records');
    await form.getByRole('button', { name: '只新增好的 1 行' }).click();
    await program.page.getByText(`已新增低保名单 1 条：${name}`).waitFor();
    expect(await cell(title, 1, '姓名').inputValue()).toBe('查无此人');
    // The same table takes one value for many rows, as those of people and households do.
    await form.getByRole('button', { name: '收起' }).click();
    await grid.cell(0, 'dibaoList.amount').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '批量修改“低保金额”……' }).click();
    const bulk = program.page.getByRole('complementary', { name: '批量修改' });
    await bulk.getByRole('textbox').last().fill('500');
    await bulk.getByRole('button', { name: '看看会改什么' }).click();
    await bulk.getByText('420.50').waitFor();
    await bulk.getByRole('button', { name: '改这 1 格' }).click();
    await expect.poll(() => grid.cell(0, 'dibaoList.amount').innerText()).toBe('500.00');
    await program.shoot('bulk-edit-ledger');
    expect(program.errors).toEqual([]);
  });
});
