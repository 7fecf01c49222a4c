import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../core/support/zip.ts';
import { CardPage } from './pages/card-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

/** A picture of one red dot, and a page with a red field. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
const pdf = onePage('1 0 0 rg 20 20 160 80 re f');

function onePage(drawn: string): string {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 120]/Contents 4 0 R/Resources<<>>>>', `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${body}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  return `${text}xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer<</Root 1 0 R/Size 5>>\nstartxref\n${text.length}\n%%EOF`;
}

/** The household's card on the sample register: the other half of the screen. */
describe(`the household card on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let card: CardPage;
  const undo = async (): Promise<void> => {
    await program.page.getByRole('button', { name: '↶ 撤销' }).click();
    await frame.saved();
  };

  beforeAll(async () => {
    program = await launchSample();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    card = new CardPage(program.page);
    await grid.cell(0, 'headName').click();
    await card.open();
  });
  afterAll(async () => {
    await program.close();
  });

  it('stands as half of the screen with every part', async () => {
    for (const name of ['基本情况', '成员', '家庭关系', '状态', '收入和支出（元）', '生产生活条件', '帮扶', '材料', '核对', '排查普查', '台账']) await card.section(name).waitFor();
    const width = (await card.root.boundingBox())?.width ?? 0;
    expect(width).toBeGreaterThan(600);
    expect(width).toBeLessThan(700);
    await program.shoot('card-top');
    await card.root.getByRole('navigation', { name: '卡片各部分' }).getByRole('button', { name: '收入' }).click();
    await program.shoot('card-income');
    await card.root.getByRole('navigation', { name: '卡片各部分' }).getByRole('button', { name: '材料' }).click();
    await program.shoot('card-papers');
    await card.root.getByRole('button', { name: '整屏' }).click();
    await program.shoot('card-wide');
    await card.root.getByRole('button', { name: '半屏' }).click();
  });

  it('goes to the next and the previous household by key, within what the grid shows', async () => {
    const [one, two] = [await grid.cell(0, 'headName').innerText(), await grid.cell(1, 'headName').innerText()];
    await card.root.getByRole('heading', { level: 2 }).click();
    await card.root.focus();
    await program.page.keyboard.press('PageDown');
    await expect.poll(() => card.name()).toBe(two);
    await expect.poll(() => card.root.evaluate((element) => element === document.activeElement)).toBe(true);
    await program.page.keyboard.press('PageUp');
    await expect.poll(() => card.name()).toBe(one);
    await expect.poll(() => card.root.evaluate((element) => element === document.activeElement)).toBe(true);
    await card.root.getByText('1 / 111').waitFor();
    await grid.search('大峪村');
    const found = 2;
    await expect.poll(() => grid.count()).toBe(`筛出 ${found} / 111 户`);
    await card.root.getByText(`1 / ${found}`).waitFor();
    for (let at = 1; at < found; at++) {
      await card.root.getByRole('button', { name: '下一户' }).click();
      await card.root.getByText(`${at + 1} / ${found}`).waitFor();
    }
    expect(await card.root.getByRole('button', { name: '下一户' }).isDisabled()).toBe(true);
    await grid.search('');
    await expect.poll(() => grid.count()).toBe('208 人 · 111 户');
    await grid.cell(0, 'headName').click();
    await expect.poll(() => card.name()).toBe(one);
  });

  it('writes a value in place with the grid’s editor, says why not, and takes it back', async () => {
    const head = await card.name();
    const before = await card.value(`${head} 健康状况`).innerText();
    await card.type(`${head} 健康状况`, '患有大病');
    await expect.poll(() => card.value(`${head} 健康状况`).innerText()).toBe('患有大病');
    await undo();
    await expect.poll(() => card.value(`${head} 健康状况`).innerText()).toBe(before);
    await card.type(`${head} 户联系电话`, '123');
    await card.root.locator('.value-editor [role="alert"]').waitFor();
    await program.shoot('card-refused');
    await program.page.keyboard.press('Escape');
    await card.root.locator('.value-editor').waitFor({ state: 'detached' });
    // Esc left the editor alone: the card is still there.
    expect(await card.root.isVisible()).toBe(true);
  });

  it('tells the source of a value in one click, and everything that it has been in another', async () => {
    const head = await card.name();
    await card.value(`${head} 与户主关系`).click();
    await expect.poll(() => card.source()).toMatch(/来自 扶贫办 · 户信息全字段_2020\.xlsx › 户信息 › .*行/);
    await card.root.getByRole('button', { name: /^修改记录/ }).click();
    await expect.poll(() => card.root.locator('.card-source .cell-history li').count()).toBeGreaterThan(0);
    await program.shoot('card-source');
    await card.root.locator('.card-source').getByRole('button', { name: '收起' }).click();
  });

  it('shows what does not add up beside what the sheet says', async () => {
    const income = card.section('收入和支出（元）');
    await income.getByText('与算得的一致').waitFor();
    await card.type('2020 年 工资性收入', '99999');
    await income.getByText(/▲ 算得 .*，差/).first().waitFor();
    // The total, the net income and the per-head figure follow from the wages.
    expect(await income.getByText(/▲ 算得 .*，差/).count()).toBe(3);
    // What stood there before comes back by one press.
    await card.root.getByRole('button', { name: /^修改记录/ }).click();
    await card.root.locator('.cell-history').getByRole('button', { name: /^改回“/ }).first().click();
    await income.getByText('与算得的一致').waitFor();
    await card.root.locator('.card-source').getByRole('button', { name: '收起' }).click();
    await card.type('2020 年 工资性收入', '99999');
    await income.getByText(/▲ 算得 .*，差/).first().waitFor();
    await income.scrollIntoViewIfNeeded();
    await program.shoot('card-differs');
    await card.section('核对').getByText(/R106/).waitFor();
    await undo();
    await income.getByText('与算得的一致').waitFor();
  });

  it('marks an impossible age in the family', async () => {
    await frame.press('人');
    await grid.shown();
    const row = await program.page.locator('.ag-row', { has: program.page.locator('[col-id="relation"]', { hasText: /^之子$/ }) }).first().getAttribute('row-index');
    await grid.cell(Number(row), 'name').click();
    await card.open();
    const child = await grid.cell(Number(row), 'name').innerText();
    await card.type(`${child} 与户主关系`, '之父');
    await card.section('家庭关系').getByRole('listitem').filter({ hasText: /^▲ .*：比户主年轻$/ }).waitFor();
    await card.section('家庭关系').scrollIntoViewIfNeeded();
    await program.shoot('card-family');
    expect(await card.section('家庭关系').locator('.card-person-odd').count()).toBe(1);
    await undo();
    await expect.poll(() => card.section('家庭关系').locator('.card-person-odd').count()).toBe(0);
    // A long name ends in its box, and says that it goes on.
    await card.type(`${child} 姓名`, '阿卜杜热合曼·艾合买提江');
    const long = card.section('家庭关系').getByRole('listitem', { name: /^阿卜杜热合曼·艾合买提江，/ });
    await expect.poll(() => long.locator('.card-person-name').textContent()).toBe('阿卜杜热合…');
    const [text, box] = await Promise.all([long.locator('.card-person-name').boundingBox(), long.locator('rect').boundingBox()]);
    expect(text && box && text.x >= box.x && text.x + text.width <= box.x + box.width).toBe(true);
    await undo();
  });

  it('keeps a life event that was begun with its household, and the papers that were chosen', async () => {
    const { page } = program;
    const name = await card.name();
    const form = await card.begin(/^死亡、迁出/);
    await form.getByLabel('原因').selectOption('死亡');
    await form.getByRole('textbox', { name: '依据材料' }).fill('死亡证明');
    const papers = card.section('材料').getByRole('form', { name: '存入材料' });
    await card.section('材料').getByRole('button', { name: '存入材料' }).click();
    await papers.getByLabel('材料文件').setInputFiles({ name: '证明.png', mimeType: 'image/png', buffer: png });
    await card.root.focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => card.name()).not.toBe(name);
    expect(await card.root.locator('form.card-form').count()).toBe(0);
    await expect.poll(async () => (await frame.messages()).join()).toContain('材料还没有存：证明.png');
    await page.keyboard.press('PageUp');
    await expect.poll(() => card.name()).toBe(name);
    await papers.getByText('证明.png').waitFor();
    expect(await form.getByRole('textbox', { name: '依据材料' }).inputValue()).toBe('死亡证明');
    await papers.getByRole('button', { name: '不存了' }).click();
    await form.getByRole('button', { name: '不办了' }).click();
    await form.waitFor({ state: 'detached' });
  });

  it('gives the keys to what opens on it, and back to its section: Esc closes that alone', async () => {
    const { page } = program;
    const keysIn = async (part: Locator): Promise<void> => {
      await expect.poll(() => part.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    };
    const form = card.root.locator('form.card-form');
    const opened: readonly (readonly [string, () => Promise<void>, Locator])[] = [
      ['状态', async () => {
        await card.section('状态').getByRole('button', { name: '办理变动 ▾' }).press('Enter');
        await page.getByRole('menuitem').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      }, form],
      ['帮扶', () => card.section('帮扶').getByRole('button', { name: '新增责任人' }).press('Enter'), form],
      ['材料', () => card.section('材料').getByRole('button', { name: '存入材料' }).press('Enter'), form],
      ['成员', () => card.section('成员').getByRole('button', { name: '新增成员' }).press('Enter'), card.section('成员').locator('form')],
    ];
    for (const [name, open, part] of opened) {
      await open();
      await part.waitFor();
      await keysIn(part);
      await page.keyboard.press('Escape');
      await part.waitFor({ state: 'detached' });
      await keysIn(card.section(name));
    }
    await card.root.waitFor();
  });

  it('does a life event: somebody dies, and it is taken back', async () => {
    const form = await card.begin(/^死亡、迁出/);
    const boxes = form.getByRole('checkbox');
    const last = (await boxes.count()) - 1;
    await boxes.nth(last).check();
    await form.getByLabel('原因').selectOption('死亡');
    await form.getByRole('textbox', { name: '日期' }).fill('2020-05-03');
    await form.getByRole('textbox', { name: '依据材料' }).fill('死亡证明');
    await form.scrollIntoViewIfNeeded();
    await program.shoot('card-event');
    await form.getByRole('button', { name: '记为减少' }).click();
    await card.section('状态').getByText(/2020-05-03/).waitFor();
    await card.section('成员').getByText('死亡', { exact: true }).waitFor();
    await program.page.getByRole('region', { name: '消息' }).getByRole('button', { name: '撤销' }).last().click();
    await expect.poll(() => card.section('状态').getByText(/2020-05-03/).count()).toBe(0);
  });

  it('changes the head, with the relations that follow from before', async () => {
    const form = await card.begin('换户主');
    await form.getByRole('radio').last().check();
    await form.getByLabel('原因').selectOption('家庭商定');
    await form.getByRole('textbox', { name: '日期' }).fill('2020-06-01');
    const selects = form.getByRole('combobox', { name: /与户主关系$/ });
    for (let at = 0; at < (await selects.count()); at++) if ((await selects.nth(at).inputValue()) === '') await selects.nth(at).selectOption('其他');
    await form.scrollIntoViewIfNeeded();
    await program.shoot('card-head');
    await form.getByRole('button', { name: '换户主' }).click();
    await card.section('状态').getByText(/变更户主/).waitFor();
    await undo();
    await expect.poll(() => card.section('状态').getByText(/变更户主/).count()).toBe(0);
  });

  it('adds a year as the last one, without its income', async () => {
    await card.root.getByRole('button', { name: '加一年' }).click();
    await card.root.getByRole('button', { name: '照上年抄，收入不抄' }).click();
    await expect.poll(() => card.root.getByLabel('卡片的年度').inputValue()).toBe('2021');
    await undo();
    await card.root.getByLabel('卡片的年度').selectOption('2020');
  });

  it('stores papers, shows them in the page, tells what is missing, and hands the folder out', async () => {
    const folder = join(program.folders.downloads, 'papers');
    mkdirSync(folder);
    writeFileSync(join(folder, '户主.png'), png);
    writeFileSync(join(folder, '申请书.pdf'), pdf);
    const papers = card.section('材料');
    const missing = async (): Promise<number> => Number(/缺 (\d+) 样/.exec(await papers.locator('.card-note').innerText())?.[1]);
    await papers.getByText(/^应有/).first().waitFor();
    const before = await missing();
    for (const [what, file] of [['户主照片', '户主.png'], ['贫困户申请书', '申请书.pdf']] as const) {
      await papers.getByRole('button', { name: `存入 ${what}` }).click();
      const form = papers.getByRole('form', { name: '存入材料' });
      await form.getByLabel('材料文件').setInputFiles(join(folder, file));
      await form.getByRole('button', { name: '存入 1 份' }).click();
      await form.waitFor({ state: 'detached' });
    }
    expect((await frame.messages()).join()).toMatch(/登记册增大/);
    await expect.poll(missing).toBe(before - 2);
    await papers.getByRole('button', { name: '看 户主.png' }).click();
    const preview = papers.getByRole('region', { name: '预览：户主.png' });
    await expect.poll(() => preview.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    await papers.getByRole('button', { name: '看 申请书.pdf' }).click();
    await papers.locator('iframe[src^="blob:"]').waitFor();
    await papers.locator('iframe').scrollIntoViewIfNeeded();
    // The reader of PDF has the paper in a frame of its own, inside the one of the page.
    await expect.poll(() => program.page.frames().filter((each) => each.url().startsWith('blob:')).length).toBe(2);
    await program.shoot('card-preview');
    await papers.getByRole('button', { name: '收起预览' }).click();
    const original = await program.download(() => papers.getByRole('button', { name: '存出 户主.png' }).click());
    expect(readFileSync(original).equals(png)).toBe(true);
    const zip = await program.download(async () => {
      await papers.getByRole('button', { name: '存出全部' }).click();
      await new LeaveGate(program.page).leave();
    });
    expect(basename(zip)).toContain('一户一档.zip');
    const members = await readZip(readFileSync(zip));
    expect([...members.keys()].some((name) => name.endsWith('贫困户申请书.pdf'))).toBe(true);
    await papers.getByRole('button', { name: '去掉 户主.png' }).click();
    await expect.poll(missing).toBe(before - 1);
    await undo();
    await expect.poll(missing).toBe(before - 2);
  });

  it('folds sections and remembers it; Esc goes back to the grid', async () => {
    await card.section('家庭关系').getByRole('button', { name: '家庭关系' }).click();
    await card.section('家庭关系').locator('svg').waitFor({ state: 'detached' });
    await card.root.focus();
    await program.page.keyboard.press('Escape');
    await card.root.waitFor({ state: 'detached' });
    await card.open();
    await card.section('家庭关系').waitFor();
    expect(await card.section('家庭关系').locator('svg').count()).toBe(0);
    await card.section('家庭关系').getByRole('button', { name: '家庭关系' }).click();
    // The browser notes every refusal that a test provokes; Electron's own script finds nothing to do in the reader of PDF.
    expect(program.errors.filter((error) => !/422|sandboxed_renderer|sandbox_bundle/.test(error))).toEqual([]);
  });
});
