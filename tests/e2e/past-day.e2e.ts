import { mkdtempSync, mkdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { csv, importAll, testHost } from '../core/support/core.ts';
import { peopleSheet } from '../core/support/people.ts';
import { readTexts } from '../workbooks/read-all.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { barriers } from './support/access.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const patient = { timeout: 15_000 };

/** A register of 2020 whose months differ: three people in February, another phone in April, one more household in June. */
async function registerWithAPast(folder: string): Promise<void> {
  let now = new Date('2020-02-03T12:00:00');
  const core = openCore(testHost(folder, { now: () => now, chooseNewRegister: async () => join(folder, 'registers', '试用.mingce') }));
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '试用', office: '明山区扶贫办', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  now = new Date('2020-04-10T12:00:00');
  const { rows: [first] } = await client.tables.rows({ subject: 'people', year: 2020, search: '李试二', offset: 0, limit: 1 });
  await client.tables.edit({ subject: 'people', id: first?.id ?? '', year: 2020, field: 'memberPhone', text: '19900000077', base: 99 });
  core.close();
}

describe(`a past day on ${hostName}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-past-'));
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    mkdirSync(join(folder, 'registers'), { recursive: true });
    await registerWithAPast(folder);
    program = await launch(hostName, { registersFolder: join(folder, 'registers') });
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    await new FirstStartPage(program.page).shown();
    await program.page.getByRole('button', { name: /^试用/ }).click();
    await frame.arrived('户');
    await frame.press('人');
    await grid.shown();
  });
  afterAll(async () => {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  });

  const lookAt = async (button: string): Promise<void> => {
    await program.page.getByRole('button', { name: /：看某一天的登记册$/ }).click();
    if (button === '今天') await program.shoot('past-day-chooser');
    await program.page.locator('.day-buttons').getByRole('button', { name: button, exact: true }).click();
  };
  const band = () => program.page.getByRole('status', { name: '看的是过去' });

  it('is one click away, stands in a band across the top, and keeps the conditions', async () => {
    await grid.search('李试二');
    await expect.poll(() => grid.count(), patient).toBe('筛出 1 / 3 人');
    expect(await grid.cell(0, 'memberPhone').innerText()).toBe('19900000077');
    await lookAt('3月31日');
    await band().getByText('2020年3月31日').waitFor();
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText(), patient).toBe('');
    expect(await grid.count()).toBe('筛出 1 / 3 人');
    await band().getByText(/在这之前最后一次改动：2020-02-03/).waitFor();
    await program.shoot('past-day-people');
    await lookAt('4月20日');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText(), patient).toBe('19900000077');
    await lookAt('3月31日');
    await expect.poll(() => grid.cell(0, 'memberPhone').innerText(), patient).toBe('');
  });

  it('cannot be written: the cell says why, the buttons that write are gone, import waits for today', async () => {
    await grid.cell(0, 'memberPhone').dblclick();
    await expect.poll(() => frame.messages(), patient).toEqual([expect.stringContaining('您正在看 2020年3月31日 的登记册，只能看')]);
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    expect(await program.page.getByRole('button', { name: /撤销/ }).count()).toBe(0);
    await frame.press('导入');
    await program.page.getByText('导入要在今天做').waitFor();
    await program.shoot('past-day-import');
    await frame.press('人');
    await grid.shown();
    await grid.cell(0, 'name').click();
    await program.page.keyboard.press('ControlOrMeta+I');
    const card = program.page.getByRole('complementary', { name: '户卡片' });
    await card.getByText('王试三').first().waitFor();
    await card.getByText('应有材料核对').waitFor();
    await program.shoot('past-day-card');
    expect(await card.getByRole('button', { name: /办理|新增|存入|去掉|加一年/ }).allInnerTexts()).toEqual([]);
    const name = card.getByRole('button', { name: '王试三 姓名：王试三' });
    await name.dblclick();
    expect(await name.getAttribute('title')).toContain('只能看');
    expect(await program.page.locator('.value-editor').count()).toBe(0);
    expect(await program.page.getByRole('button', { name: '批量修改' }).count()).toBe(0);
    await grid.cell(0, 'name').click({ button: 'right' });
    await program.page.getByRole('menuitem', { name: '这一格的修改记录' }).waitFor();
    expect(await program.page.getByRole('menuitem', { name: /减少或删除/ }).count()).toBe(0);
    await program.page.keyboard.press('Escape');
    expect(program.errors).toEqual([]);
    await program.page.keyboard.press('Escape');
  });

  it('may be any day by the calendar, also one before everything; today is one click back', async () => {
    await program.page.getByRole('button', { name: /：看某一天的登记册$/ }).click();
    // Written in any way in which a cell takes a day, whatever the machine writes days like; what is none is told, and not gone to.
    const day = program.page.getByLabel('别的日子');
    await day.fill('2020年13月');
    await day.press('Enter');
    await program.page.getByText('▲ “2020年13月”不是日期，请写成 2020-03-15 这样').waitFor();
    expect(await program.page.getByRole('button', { name: '看这一天' }).isDisabled()).toBe(true);
    await day.fill('2199-01-01');
    await day.press('Enter');
    await program.page.getByText(/^▲ 最晚 20/).waitFor();
    await day.fill('20200115');
    await day.press('Enter');
    await band().getByText('这一天登记册里还没有内容').waitFor();
    await program.page.getByText('登记册里还没有户和人').waitFor();
    expect(await program.page.getByRole('button', { name: '导入省里的表' }).count()).toBe(0);
    // Nothing can be imported into a past day: no screen offers it.
    for (const [screen, told] of [['核对', '还没有可核对的户'], ['台账', '台账里还没有内容'], ['任务', '还没有户和人'], ['报表', '还没有可上报的内容'], ['上墙', '还没有可上墙的户']] as const) {
      await frame.press(screen);
      await program.page.getByRole('heading', { name: `2020年1月15日${told}` }).waitFor();
      expect(await program.page.locator('main').getByRole('button', { name: /导入/ }).count()).toBe(0);
    }
    await frame.press('人');
    await band().getByRole('button', { name: '回到今天' }).click();
    await band().waitFor({ state: 'detached' });
    await grid.shown();
    await expect.poll(() => grid.count(), patient).toBe('3 人 · 2 户');
    await lookAt('今天');
    await frame.saved();
    expect(program.errors).toEqual([]);
  });

  it('is held against today, household by household, on screen and as a workbook', async () => {
    await lookAt('3月31日');
    await band().getByRole('button', { name: '和今天比' }).click();
    await band().waitFor({ state: 'detached' });
    const apart = program.page.getByRole('region', { name: '两天之间' });
    await apart.getByText('1 户有不同：新增 0 条，没有了 0 条，1 条改了 1 格。').waitFor();
    await apart.getByText('李试二 · 成员联系电话：').waitFor();
    expect(await apart.getByRole('listitem').innerText()).toContain('李试二 · 成员联系电话：空 → 19900000077');
    await program.shoot('days-apart');
    expect(await barriers(program.page)).toEqual([]);
    const file = await program.download(async () => {
      await apart.getByRole('button', { name: '保存为 Excel' }).click();
      await program.page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
    });
    expect((await readTexts(readFileSync(file), '两天之间.xlsx')).flat()).toEqual(expect.arrayContaining(['李试二', '成员联系电话', '199****0077']));
    // One press gives the row back what it held, one takes that back.
    await apart.getByRole('button', { name: /^李试二.*全部改回$/ }).click();
    await apart.getByText('这两天之间登记册没有不同。').waitFor();
    await program.page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await apart.getByText('李试二 · 成员联系电话：').waitFor();
    await apart.getByLabel('从').fill('2020-05-01');
    await apart.getByText('这两天之间登记册没有不同。').waitFor();
    await frame.press('人');
    await grid.shown();
  });

  it.runIf(hostName === 'web')('another page of the program sees what this one writes, and never overwrites it unseen', async () => {
    const other = await program.page.context().newPage();
    const token = await program.page.evaluate(() => sessionStorage.getItem('mingce-token'));
    await other.goto(`${new URL(program.page.url()).origin}/#${token}`);
    const there = new GridPage(other);
    const frameThere = new FramePage(other);
    await frameThere.arrived('户');
    await frameThere.press('人');
    await there.shown();
    await grid.type(1, 'memberPhone', '19900000123');
    await frame.saved();
    await expect.poll(() => there.cell(1, 'memberPhone').innerText(), patient).toBe('19900000123');
    await there.type(1, 'memberPhone', '19900000456');
    await expect.poll(() => grid.cell(1, 'memberPhone').innerText(), patient).toBe('19900000456');
    await other.close();
  });
});
