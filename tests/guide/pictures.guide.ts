import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { testHost } from '../core/support/core.ts';
import { CardPage } from '../e2e/pages/card-page.ts';
import { FirstStartPage } from '../e2e/pages/first-start-page.ts';
import { FormsPage } from '../e2e/pages/forms-page.ts';
import { FramePage } from '../e2e/pages/frame-page.ts';
import { GridPage } from '../e2e/pages/grid-page.ts';
import { ImportPage } from '../e2e/pages/import-page.ts';
import { LedgersPage } from '../e2e/pages/ledgers-page.ts';
import { PlanPage } from '../e2e/pages/plan-page.ts';
import { ViewsPage } from '../e2e/pages/views-page.ts';
import { WallsPage } from '../e2e/pages/walls-page.ts';
import { writeEightFiles, writeSamples } from '../e2e/support/eight-files.ts';
import { launch, type Launched } from '../e2e/support/launch.ts';
import { listForms } from '../fixtures/forms/list-forms.ts';
import { smallPicture } from './small-picture.ts';

const images = join(import.meta.dirname, '..', '..', 'docs', 'images');

/** The sample of today; or as an office would have it that began in March 2020, one phone put right in May: so that a past day differs. */
async function makeSample(folder: string, began?: Date): Promise<void> {
  let now = began;
  const core = openCore(testHost(folder, { who: '张敏', now: () => now ?? new Date() }));
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.openSample({ withYear: true });
  if (began === undefined) return core.close();
  now = new Date('2020-05-11T10:30:00');
  const { rows: [first] } = await client.tables.rows({ subject: 'people', year: 2020, search: '99050400001', offset: 0, limit: 1 });
  await client.tables.edit({ subject: 'people', id: first?.id ?? '', year: 2020, field: 'memberPhone', text: '19900000077', base: 99_999 });
  core.close();
}

describe('the pictures of the user guide', () => {
  let own: string;
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let card: CardPage;
  let views: ViewsPage;
  let plan: PlanPage;
  let imports: ImportPage;

  async function start(registersFolder: string): Promise<FirstStartPage> {
    program = await launch('web', { registersFolder });
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    card = new CardPage(program.page);
    views = new ViewsPage(program.page);
    plan = new PlanPage(program.page);
    imports = new ImportPage(program.page);
    const first = new FirstStartPage(program.page);
    await first.shown();
    return first;
  }
  async function openSample(first: FirstStartPage): Promise<void> {
    await first.choose('先用示例看看');
    await frame.arrived('户');
    await grid.shown();
  }

  /** What the screen shows now, without messages of what was done to get there. */
  async function keep(name: string): Promise<void> {
    const { page } = program;
    for (const notice of await page.getByRole('button', { name: '关闭这条消息' }).all()) await notice.click({ timeout: 2_000 }).catch(() => undefined);
    await page.getByText(/^正在/).first().waitFor({ state: 'hidden' });
    // Nothing is pointed at.
    await page.mouse.move(1100, 20);
    await page.locator('.ag-tooltip').first().waitFor({ state: 'hidden' });
    await page.evaluate(() => document.fonts.ready);
    const blank = await page.context().newPage();
    writeFileSync(join(images, `${name}.png`), await smallPicture(blank, await page.screenshot({ animations: 'disabled', caret: 'hide' })));
    await blank.close();
  }
  const button = (name: string | RegExp) => program.page.getByRole('button', { name });
  const part = (name: string | RegExp): Promise<void> => program.page.getByRole('navigation', { name: '核对的各部分' }).getByRole('button', { name }).click();

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-guide-'));
    mkdirSync(images, { recursive: true });
    await makeSample(join(own, 'today'));
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('the first start', async () => {
    await start(join(own, 'nothing'));
    await keep('first-start');
    await program.close();
    await openSample(await start(join(own, 'today', 'registers')));
  });

  it('views, and a list that was frozen', async () => {
    await views.openPanel();
    await views.entry('6000元以下').filter({ hasText: '18 户' }).waitFor();
    await keep('views');
    await views.entry('6000元以下').click();
    await expect.poll(() => grid.count()).toBe('筛出 18 / 111 户');
    await keep('grid-filtered');
    await views.act('冻结名单……');
    await views.panel.getByLabel('名单的名字').fill('6000元以下基数');
    await views.panel.getByLabel('名单的日期').fill('2020-03-15');
    await views.panel.getByLabel('冻结的依据').fill('方案印发');
    await program.page.keyboard.press('Enter');
    await expect.poll(async () => (await frame.messages()).join()).toContain('已冻结名单');
    await grid.type(0, 'perCapitaIncome', '7000');
    await frame.saved();
    await views.press('6000元以下基数');
    const side = program.page.getByRole('complementary', { name: '冻结名单' });
    await side.getByText('17 户').waitFor();
    await keep('views-frozen');
    await side.getByRole('button', { name: '关闭名单' }).click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await frame.saved();
    await views.act('不用视图');
    await program.page.getByRole('button', { name: '汇总', exact: true }).click();
    const summary = program.page.getByRole('complementary', { name: '分类汇总' });
    await summary.getByRole('combobox', { name: '横着分栏', exact: true }).click();
    await program.page.keyboard.type('贫困户属性');
    await program.page.keyboard.press('Enter');
    await summary.getByRole('columnheader', { name: '合计' }).waitFor();
    await keep('summary');
    await summary.getByRole('button', { name: '关闭分类汇总' }).click();
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
  });

  it('the card of a household', async () => {
    // From the column that was written in back to the first.
    await program.page.locator('.ag-grid-viewport').evaluate((rows) => rows.scrollTo({ left: 0 }));
    await grid.filled('headName', 2);
    await grid.cell(1, 'headName').click();
    await card.open();
    await card.section('台账').waitFor();
    await keep('card');
    await card.type('2020 年 工资性收入', '9000');
    await frame.saved();
    await card.root.getByRole('navigation', { name: '卡片各部分' }).getByRole('button', { name: '收入' }).click();
    await card.section('收入和支出（元）').getByText(/^▲/).first().waitFor();
    await keep('card-income');
    await program.page.keyboard.press('ControlOrMeta+Z');
    await frame.saved();
    await card.root.getByRole('navigation', { name: '卡片各部分' }).getByRole('button', { name: '材料' }).click();
    await card.section('材料').getByText(/^缺/).first().waitFor();
    await keep('card-papers');
    await card.root.getByRole('button', { name: '关闭户卡片' }).click();
  });

  it('people with the card beside them, and a value that is refused', async () => {
    await frame.press('人');
    await grid.shown();
    await grid.cell(0, 'name').click();
    await card.open();
    await card.section('成员').waitFor();
    await keep('grid-card');
    await card.root.getByRole('button', { name: '关闭户卡片' }).click();
    await grid.type(2, 'birthDate', '2020-13-45');
    await program.page.locator('.value-editor [role="alert"]').waitFor();
    await keep('grid-refused');
    await program.page.keyboard.press('Escape');
  });

  it('what rules find, what is put right, what is asked household by household', async () => {
    const { page } = program;
    await frame.press('核对');
    await page.locator('.rule-table').first().waitFor();
    await keep('checks');
    await page.getByText(/^✕ 必须改/).click();
    await button(/^这 \d+ 处列入整改……$/).click();
    await page.getByLabel('整改责任人').fill('王某');
    await page.getByLabel('整改期限').fill('2020-04-20');
    await button(/^这 \d+ 处列入整改$/).click();
    await button('去看').click();
    const table = page.getByRole('table', { name: '整改台账' });
    await table.locator('tbody button').first().click();
    await keep('problems');
    await part('排查普查');
    await page.getByText('录入', { exact: true }).click();
    await page.getByRole('navigation', { name: '各户' }).getByRole('button').first().click();
    await page.locator('form.sweep-form').getByText('第一遍', { exact: true }).waitFor();
    await keep('sweeps');
    await part('补采单');
    await page.getByRole('navigation', { name: '要补采的户' }).getByRole('button').nth(1).click();
    await page.getByRole('form').first().waitFor();
    await keep('collect');
  });

  it('a ledger', async () => {
    await frame.press('台账');
    await new LedgersPage(program.page).open('低保名单');
    await grid.shown();
    await keep('ledgers');
  });

  it('the plan and a month of it', async () => {
    await frame.press('任务');
    await plan.open('饮水安全');
    await keep('plan');
    await plan.part('月度');
    await program.page.getByRole('group', { name: '环节' }).waitFor();
    await keep('month');
  });

  it('a report with what is behind a number, and a form of somebody else', async () => {
    await frame.press('报表');
    await program.page.getByRole('navigation', { name: '报表目录' }).getByRole('button', { name: '村级情况汇总表', exact: true }).click();
    await button(/^合计 人均纯收入低于6000元 户数：/).click();
    await program.page.getByRole('complementary').getByRole('listitem').first().waitFor();
    await keep('reports');
    const forms = new FormsPage(program.page);
    await forms.open();
    const [form] = listForms;
    const path = join(own, form?.file ?? '');
    writeFileSync(path, form?.make() ?? Buffer.alloc(0));
    await forms.drop(path);
    await forms.go().filter({ hasText: '行' }).waitFor();
    await keep('forms');
  });

  it('sheets for the wall', async () => {
    const walls = new WallsPage(program.page);
    await frame.press('上墙');
    await walls.budget();
    await walls.oneHousehold('99050400001');
    await walls.make();
    await walls.made();
    await walls.shown.says('扶贫政策');
    await keep('walls');
  });

  it('an import: columns, wordings, what happened to people, the preview, what is not usual, and its undo', async () => {
    const { page } = program;
    const samples = join(own, 'samples');
    writeSamples(samples);
    const eight = writeEightFiles(samples, join(own, '三月来的表'));
    await frame.press('导入');
    await imports.dropFolder(eight.folder);
    await imports.previewed();
    await page.getByRole('region', { name: '表的前几行' }).waitFor();
    await imports.header(2);
    await imports.kind('人员表');
    for (const [letters, field] of [['A', '户编号'], ['B', '姓名'], ['C', '证件号码'], ['D', '与户主关系']] as const) await imports.column(letters, field);
    await keep('import-columns');
    await imports.again();
    await imports.ask(/写法/);
    await keep('import-codes');
    await page.getByRole('group', { name: '“初中毕业”是不是' }).getByRole('button', { name: '初中', exact: true }).press('Enter');
    await imports.again();
    await page.getByRole('table', { name: '按户核对' }).waitFor();
    await keep('import-preview');
    await imports.ask(/人口变动/);
    const events = page.getByRole('region', { name: /^人口变动/ });
    await events.getByLabel(/^原因：曲月娥/).selectOption('死亡');
    await events.getByLabel(/^日期：曲月娥/).fill('2020年3月2日');
    await events.getByLabel(/^依据材料：曲月娥/).fill('死亡证明');
    await events.getByLabel(/^办理：曲月娥/).check();
    await events.getByText('办理 2 条').waitFor();
    await keep('import-events');
    await events.getByRole('button', { name: '回到预览' }).click();
    await imports.press();
    await page.getByRole('heading', { name: '这次导入改动不寻常，请再看一眼' }).waitFor();
    await keep('import-brake');
    await button(/仍然导入$/).press('Enter');
    await imports.committed();
    await frame.saved();
    await imports.another();
    await imports.undoNewest();
    await keep('import-undone');
  });

  it('the log', async () => {
    await frame.press('记录');
    await program.page.getByRole('table').first().waitFor();
    await keep('log');
    // The import that is asked about again is a refusal.
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });

  it('a past day', async () => {
    await program.close();
    await makeSample(join(own, 'march'), new Date('2020-03-02T09:00:00'));
    await openSample(await start(join(own, 'march', 'registers')));
    await frame.press('人');
    await grid.shown();
    await grid.cell(0, 'name').click();
    await button(/：看某一天的登记册$/).click();
    await program.page.locator('.day-buttons').getByRole('button', { name: '3月31日', exact: true }).click();
    const band = program.page.getByRole('status', { name: '看的是过去' });
    await band.getByText(/在这之前最后一次改动/).waitFor();
    await grid.shown();
    await keep('past-day');
  });
});
