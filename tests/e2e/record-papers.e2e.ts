import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../core/support/zip.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { LeaveGate } from './pages/leave-gate.ts';
import { LedgersPage } from './pages/ledgers-page.ts';
import { barriers } from './support/access.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** A project is about no household: its papers lie with its row in the ledger. */
describe(`papers beside a ledger's row on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let ledgers: LedgersPage;
  let side: Locator;
  let folder: string;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    ledgers = new LedgersPage(program.page);
    side = program.page.getByRole('complementary', { name: '材料' });
    folder = join(program.folders.downloads, 'papers');
    mkdirSync(folder);
    writeFileSync(join(folder, '验收单.png'), Buffer.from(png, 'base64'));
    const sheet = join(folder, '项目库2020.csv');
    writeCsv(sheet, [['项目名称', '项目类型', '实施地点', '建设内容', '是否立项', '是否验收'], ['香菇大棚', '产业', '甲峪村', '建大棚十栋', '是', '是'], ['村路硬化', '基础设施', '乙沟村', '硬化两公里', '否', '否']]);
    const imports = new ImportPage(program.page);
    await frame.go('导入');
    await imports.chooseFiles([sheet]);
    await imports.previewed();
    await imports.commit();
    await frame.saved();
    await frame.press('台账');
    await ledgers.open('项目库');
  });
  afterAll(() => program.close());

  const heading = (name: string): Locator => side.getByRole('heading', { name: `材料 · ${name}` });
  const lines = (): Promise<number> => side.locator('.card-documents > li').count();
  const sign = (row: number): Promise<string | null> => grid.cell(row, 'project.name').getAttribute('aria-description');
  /** What a hand or the clipboard gives the part: one picture. */
  const give = (to: Locator, how: 'drop' | 'paste', name: string): Promise<void> =>
    to.evaluate(
      (part, asked) => {
        const bytes = Uint8Array.from(atob(asked.png), (sign) => sign.charCodeAt(0));
        const given = new DataTransfer();
        // Another content each time: the same file for the same record is refused.
        given.items.add(new File([bytes, asked.name, asked.how], asked.name, { type: 'image/png' }));
        part.dispatchEvent(asked.how === 'drop' ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given }) : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: given }));
      },
      { how, name, png },
    );

  it('tells what is missing by what the row says, and stores what is chosen for it', async () => {
    const shed = await grid.rowWith('project.name', '香菇大棚');
    await grid.cell(shed, 'project.name').click();
    await program.page.keyboard.press('ControlOrMeta+J');
    await heading('香菇大棚').waitFor();
    await side.getByText('✕ 立项批复 缺').waitFor();
    await side.getByRole('button', { name: '存入 验收单' }).click();
    const form = side.getByRole('form', { name: '存入材料' });
    await form.getByLabel('材料文件').setInputFiles(join(folder, '验收单.png'));
    await form.getByRole('button', { name: '存入 1 份' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(lines).toBe(1);
    await expect.poll(() => sign(shed)).toBe('材料 1 份');
    expect((await frame.messages()).join()).toMatch(/登记册增大/);
    await expect.poll(() => side.getByText('✕ 验收单 缺').count()).toBe(0);
    await side.getByRole('button', { name: '看 验收单.png' }).click();
    await expect.poll(() => side.getByRole('region', { name: '预览：验收单.png' }).locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    const original = await program.download(() => side.getByRole('button', { name: '存出 验收单.png' }).click());
    expect(readFileSync(original).toString('base64')).toBe(png);
  });

  it('follows the cursor, but stays with the row for which something is being stored', async () => {
    const [shed, road] = [await grid.rowWith('project.name', '香菇大棚'), await grid.rowWith('project.name', '村路硬化')];
    await grid.cell(road, 'project.name').click();
    await heading('村路硬化').waitFor();
    await expect.poll(lines).toBe(0);
    await give(side.locator('.papers-room'), 'drop', '开工.png');
    const form = side.getByRole('form', { name: '存入材料' });
    await form.getByText('开工.png').waitFor();
    await grid.cell(shed, 'project.name').click();
    await give(form, 'paste', 'image.png');
    await form.getByText('开工.png、粘贴的图片2.png').waitFor();
    expect(await heading('村路硬化').count()).toBe(1);
    await form.getByRole('combobox', { name: '材料种类' }).fill('项目照片');
    await program.page.keyboard.press('Enter');
    await form.getByRole('button', { name: '存入 2 份' }).click();
    await expect.poll(() => sign(road)).toBe('材料 2 份');
    // Then it is the cursor's again.
    await heading('香菇大棚').waitFor();
    await expect.poll(lines).toBe(1);
  });

  it('keeps what was chosen and is not stored: told when the form or the panel closes, and there again', async () => {
    const { page } = program;
    writeFileSync(join(folder, '现场.png'), Buffer.concat([Buffer.from(png, 'base64'), Buffer.from('one more')]));
    const form = side.getByRole('form', { name: '存入材料' });
    const told = async (): Promise<string> => (await frame.messages()).join();
    await side.getByRole('button', { name: '存入材料' }).click();
    await form.getByLabel('材料文件').setInputFiles(join(folder, '现场.png'));
    await form.getByRole('button', { name: '选文件……' }).press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(told).toContain('放下了没有存的材料：现场.png');
    await page.getByRole('region', { name: '消息' }).getByRole('button', { name: '接着存' }).click();
    await form.getByText('现场.png').waitFor();
    await form.getByRole('textbox', { name: '材料名称' }).fill('开工现场');
    const shed = await grid.rowWith('project.name', '香菇大棚');
    await grid.cell(shed, 'project.name').click();
    await page.keyboard.press('Escape');
    await side.waitFor({ state: 'detached' });
    await expect.poll(told).toContain('材料还没有存：现场.png');
    await page.keyboard.press('ControlOrMeta+J');
    await form.getByText('现场.png').waitFor();
    expect(await form.getByRole('textbox', { name: '材料名称' }).inputValue()).toBe('开工现场');
    // It is still the row's for which they were chosen.
    await grid.cell(await grid.rowWith('project.name', '村路硬化'), 'project.name').click();
    expect(await heading('香菇大棚').count()).toBe(1);
    await form.getByRole('button', { name: '都不要，重选' }).click();
    await form.getByRole('button', { name: '不存了' }).click();
    await heading('村路硬化').waitFor();
    await grid.cell(shed, 'project.name').click();
    await heading('香菇大棚').waitFor();
    await expect.poll(lines).toBe(1);
  });

  it.runIf(hostName === 'web')('refuses what was typed over a value that another window has written meanwhile', async () => {
    const { page } = program;
    const other = await page.context().newPage();
    const token = await page.evaluate(() => sessionStorage.getItem('mingce-token'));
    await other.goto(`${new URL(page.url()).origin}/#${token}`);
    const their = new GridPage(other);
    await their.shown();
    await new FramePage(other).press('台账');
    await new LedgersPage(other).open('材料');
    const name = side.getByRole('button', { name: /^验收单\.png 材料名称：/ });
    await name.focus();
    await page.keyboard.press('F2');
    await side.locator('.value-editor input:focus').waitFor();
    await their.type(await their.rowWith('document.file', '验收单\\.png'), 'document.title', '那边写的');
    await expect.poll(() => name.innerText()).toBe('那边写的');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('这边写的');
    await page.keyboard.press('Enter');
    await expect.poll(() => side.locator('.value-why').innerText()).toContain('刚被别处改为“那边写的”');
    await page.keyboard.press('Enter');
    await expect.poll(() => name.innerText()).toBe('这边写的');
    await expect.poll(async () => their.cell(await their.rowWith('document.file', '验收单\\.png'), 'document.title').innerText()).toBe('这边写的');
    await other.close();
  });

  it('narrows the table, hands the whole out, and gives back what goes with its record', async () => {
    const { page } = program;
    await side.getByRole('button', { name: '没有材料的' }).click();
    await expect.poll(() => grid.count()).toBe('筛出 0 / 2 条');
    expect(await grid.chips()).toEqual([expect.stringContaining('没有材料')]);
    await page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(() => grid.count()).toBe('2 条');
    await grid.cell(await grid.rowWith('project.name', '村路硬化'), 'project.name').click();
    await heading('村路硬化').waitFor();
    const zip = await program.download(async () => {
      await side.getByRole('button', { name: '存出全部' }).click();
      await new LeaveGate(page).leave();
    });
    expect(basename(zip)).toContain('项目库 村路硬化 材料.zip');
    expect([...(await readZip(readFileSync(zip))).keys()]).toHaveLength(3);
    await side.getByRole('button', { name: '去掉 开工.png' }).click();
    await expect.poll(lines).toBe(1);
    await page.keyboard.press('Escape');
    await side.waitFor({ state: 'detached' });
    await grid.cell(await grid.rowWith('project.name', '村路硬化'), 'project.name').click();
    await page.keyboard.press('ControlOrMeta+Delete');
    await expect.poll(() => grid.count()).toBe('1 条');
    expect((await frame.messages()).join()).toMatch(/连同 1 份材料/);
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => grid.count()).toBe('2 条');
    const road = await grid.rowWith('project.name', '村路硬化');
    await expect.poll(() => sign(road)).toBe('材料 1 份');
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });

  it('stands in a small window with everything in reach', async () => {
    const { page } = program;
    await page.setViewportSize({ width: 1366, height: 768 });
    await grid.cell(await grid.rowWith('project.name', '香菇大棚'), 'project.name').click();
    await page.keyboard.press('ControlOrMeta+J');
    await expect.poll(lines).toBe(1);
    await program.shoot('record-papers');
    // What was told before lies over a small window for a while.
    for (const notice of await page.getByRole('button', { name: '关闭这条消息' }).all()) await notice.click({ timeout: 2_000 }).catch(() => undefined);
    await page.setViewportSize({ width: 910, height: 512 });
    await program.shoot('record-papers-small');
    await side.getByRole('button', { name: '存入材料' }).click();
    expect(await barriers(page)).toEqual([]);
    const save = side.getByRole('form', { name: '存入材料' }).getByRole('button', { name: '只记纸质件' });
    await save.scrollIntoViewIfNeeded();
    await program.shoot('record-papers-form');
    const box = await save.boundingBox();
    expect(box !== null && box.x >= 0 && box.x + box.width <= 910 && box.y + box.height <= 512).toBe(true);
  });
});
