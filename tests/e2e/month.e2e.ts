import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilledBook } from '../core/cycle/fill-in.ts';
import { readZip } from '../core/support/zip.ts';
import { CardPage } from './pages/card-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { PdfView } from './pages/pdf-view.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { LedgersPage } from './pages/ledgers-page.ts';
import { PlanPage } from './pages/plan-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** A picture of one dot. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A visit with its photo, and a month from the workbooks that go out to the bulletin. */
describe(`a month on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let plan: PlanPage;
  let imports: ImportPage;
  let folder: string;

  beforeAll(async () => {
    program = await launchSample();
    frame = new FramePage(program.page);
    plan = new PlanPage(program.page);
    imports = new ImportPage(program.page);
    folder = join(program.folders.downloads, 'month');
    mkdirSync(folder);
  });
  afterAll(() => program.close());

  const step = (name: string) => program.page.getByRole('region', { name, exact: true });
  const show = (name: string): Promise<void> => program.page.getByRole('group', { name: '环节' }).getByRole('button', { name: new RegExp(name) }).click();
  const state = (name: string): Promise<string> => program.page.getByRole('group', { name: '环节' }).getByRole('button', { name: new RegExp(name) }).innerText();

  it('writes a visit down, and keeps its photo with the household', async () => {
    const { page } = program;
    await frame.go('台账');
    const ledgers = new LedgersPage(page);
    const list = page.getByRole('navigation', { name: '台账' });
    await list.getByText(/^还没有内容/).waitFor();
    if (!(await list.getByRole('button', { name: /^走访记录/ }).isVisible())) await ledgers.unfold();
    await ledgers.press('走访记录');
    await ledgers.button('新增一条').first().click();
    const form = ledgers.form('走访记录');
    await ledgers.choose(form, '关德发');
    await form.getByLabel('走访时间').fill('2020-03-12');
    await form.getByLabel('走访人', { exact: true }).fill('试帮扶');
    await form.getByLabel('走访目的').fill('走访');
    await form.getByRole('button', { name: '记入台账' }).click();
    await form.waitFor({ state: 'detached' });
    const grid = new GridPage(page);
    await expect.poll(() => grid.count()).toMatch(/条$/);
    writeFileSync(join(folder, '走访.png'), png);
    await frame.go('户');
    await grid.shown();
    await grid.search('关德发');
    await expect.poll(() => grid.count()).toMatch(/^筛出 1 /);
    await grid.cell(0, 'householdNo').click();
    const card = new CardPage(page);
    await card.open();
    const papers = card.section('材料');
    await papers.getByRole('button', { name: '存入材料', exact: true }).click();
    const put = papers.getByRole('form', { name: '存入材料' });
    await put.getByRole('combobox', { name: '材料种类' }).fill('走访记录');
    await page.locator('.ant-select-item-option', { hasText: '走访记录' }).first().click();
    await put.getByLabel('材料文件').setInputFiles(join(folder, '走访.png'));
    await put.getByRole('button', { name: '存入 1 份' }).click();
    await put.waitFor({ state: 'detached' });
    await papers.getByRole('button', { name: '看 走访.png' }).click();
    await papers.getByRole('region', { name: '预览：走访.png' }).waitFor();
  });

  it('sends the workbooks, takes one back, and names who has not returned', async () => {
    const { page } = program;
    await frame.go('任务');
    await plan.part('月度');
    await page.getByRole('group', { name: '月份' }).getByRole('button', { name: /^3月/ }).click();
    expect(await state('采集')).toContain('还没有发填报表');
    await program.shoot('month-empty');
    const zip = await program.download(async () => {
      await step('采集').getByRole('button', { name: '做填报表' }).click();
      await new LeaveGate(page).leave();
    });
    const books = await readZip(readFileSync(zip));
    const offices = [...books.keys()].map((name) => name.replace(/^.*_|\.xlsx$/g, ''));
    expect(offices.length).toBeGreaterThan(1);
    await expect.poll(() => state('采集')).toContain('没有交回');
    const [name = '', bytes = Buffer.alloc(0)] = [...books][0] ?? [];
    const [office = ''] = offices;
    const book = await FilledBook.open(new File([new Uint8Array(bytes)], name));
    book.put('走访记录', 5, { 走访时间: '2020-03-20', 走访人: '试驻村' });
    book.put('会议记录', 5, { 会议类别: '街道专题研究', 会议日期: '2020-03-11' });
    const back = join(folder, `${office}交.xlsx`);
    writeFileSync(back, new Uint8Array(await (await book.file(name)).arrayBuffer()));
    writeFileSync(join(folder, '别的表.xlsx'), new Uint8Array(readFileSync(back)).slice(0, 100));
    await imports.dropFiles([back, join(folder, '别的表.xlsx')]);
    const drop = page.getByRole('region', { name: '交回的表' });
    await drop.getByText(/✓ 可以合并/).waitFor();
    await drop.getByText(/✕ 不能收/).waitFor();
    await program.shoot('month-returned');
    await drop.getByRole('button', { name: '看会改什么，合并这 1 份' }).click();
    await imports.previewed();
    expect(await imports.understood()).toContain(`${office} 2020-03 的填报表`);
    await program.shoot('month-preview');
    await imports.commit();
    await page.getByRole('button', { name: '回到月度' }).click();
    const line = step('采集').getByRole('row', { name: new RegExp(`^${office}`) });
    await line.getByText('✓ 已交').waitFor();
    expect(await state('采集')).not.toContain(office);
    await step('采集').getByRole('button', { name: '未交名单（可打印）' }).click();
    await new PdfView(page).says(`未交 ${offices.length - 1} 个`);
    await program.shoot('month-missing');
  });

  it('checks, reports, dispatches and tells, each with its paper', async () => {
    const { page } = program;
    await show('核对');
    await new PdfView(page).says('各街道');
    await step('核对').getByRole('button', { name: '记核对已办' }).click();
    await step('核对').getByText('没有写经办人').waitFor();
    await step('核对').getByLabel('核对人').fill('试核对');
    await step('核对').getByRole('button', { name: '记核对已办' }).click();
    await expect.poll(() => state('核对')).toContain('✓ 已办');
    await program.shoot('month-check');
    await show('报告');
    await step('报告').getByLabel('登记人').fill('试登记');
    await step('报告').getByRole('button', { name: '记报告已办' }).click();
    await expect.poll(() => state('报告')).toContain('✓ 已办');
    await show('调度');
    await step('调度').getByLabel('主持人').fill('试主持');
    await step('调度').getByLabel(/^议定事项/).fill('危改四月底前开工，区住建局办');
    await step('调度').getByRole('button', { name: '记调度已办' }).click();
    await expect.poll(() => state('调度')).toContain('✓ 已办');
    await new PdfView(page).says('危改四月底前开工，区住建局办');
    await program.shoot('month-minutes');
    await show('通报');
    await step('通报').getByLabel('经办人').fill('试经办');
    await step('通报').getByRole('button', { name: '记通报已办' }).click();
    await expect.poll(() => state('通报')).toContain('✓ 已办');
    await program.shoot('month-bulletin');
    const pdf = await program.download(() => step('通报').getByRole('button', { name: /PDF/ }).click());
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    await expect.poll(() => state('通报')).toContain('2020年3月工作通报.pdf');
    // The browser notes the one refusal above.
    expect(program.errors.filter((error) => !error.includes('422'))).toEqual([]);
  });
});
