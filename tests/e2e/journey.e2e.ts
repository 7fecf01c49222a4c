import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { HistoryPage } from './pages/history-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ReportsPage } from './pages/reports-page.ts';
import { WallsPage } from './pages/walls-page.ts';
import { hostName, launch, outputFolder, type Launched } from './support/launch.ts';

const root = join(import.meta.dirname, '..', '..');
const screens = join(outputFolder, 'screens', hostName);

/** Invented provincial workbooks, as a clerk gets them from the command line. */
function sampleWorkbooks(folder: string): readonly string[] {
  execFileSync(process.execPath, [join(root, 'electron', 'cli', 'main.ts'), 'sample', '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return readdirSync(folder).sort().map((name) => join(folder, name));
}

/** Chromium writes the dictionary of a page uncompressed. */
const pagesOf = (pdf: string): number => readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The clerk's whole way once: sheets in, a cell corrected, sheets out, papers for the wall. Each step stands on the one before. */
describe(`the whole journey on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let imports: ImportPage;
  let folder: string;
  let sheets: readonly string[];
  const exported: string[] = [];

  const shoot = (name: string): Promise<unknown> => program.page.screenshot({ path: join(screens, `${name}.png`) });

  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'mingce-journey-'));
    sheets = sampleWorkbooks(folder);
    program = await launch();
    frame = new FramePage(program.page);
    imports = new ImportPage(program.page);
  });
  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a register on first start', async () => {
    const first = new FirstStartPage(program.page);
    await first.shown();
    await shoot('01-first-start');
    await first.choose('新建登记册');
    await program.page.getByRole('tree', { name: '地区' }).waitFor();
    await shoot('02-new-register');
    await first.create('明山区试用');
    await frame.arrived('户');
    await shoot('03-empty-households');
    expect(await program.page.title()).toContain('明册');
    for (const place of ['导入', '核对', '报表', '上墙', '记录'] as const) {
      await frame.press(place);
      await shoot(`04-empty-${place}`);
    }
  });

  it('shows what a drop of workbooks would do, and does it', async () => {
    await frame.go('户');
    await imports.dropFiles(sheets);
    await imports.previewed();
    if (await program.page.getByRole('button', { name: '就按这一年' }).isVisible()) {
      await imports.year(2020);
      await imports.previewed();
    }
    expect(await imports.count('新增')).toBeGreaterThan(0);
    expect(await imports.count('不收')).toBe(0);
    const understood = await imports.understood();
    for (const sheet of sheets) expect(understood).toContain(basename(sheet));
    await shoot('05-preview');
    await imports.commit();
    expect(await imports.told()).toMatch(/新户 111 户，新人 208 人/);
    await frame.saved();
    await shoot('06-imported');
    await frame.go('报表');
    expect(await new ReportsPage(program.page).amounts()).toEqual(['208 人', '111 户']);
  });

  it('takes a cell that is edited by hand, and undoes it', async () => {
    const grid = new GridPage(program.page);
    const cell = grid.cell(0, 'memberPhone');
    await frame.press('人');
    await grid.shown();
    const before = await cell.innerText();
    await cell.dblclick();
    await program.page.keyboard.press('ControlOrMeta+A');
    await program.page.keyboard.type('19900009999');
    await program.page.keyboard.press('Enter');
    await program.page.getByText('19900009999').first().waitFor();
    await frame.saved();
    await shoot('07-edited');
    await cell.click();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => cell.innerText()).toBe(before);
    await frame.go('记录');
    const history = new HistoryPage(program.page);
    expect((await history.done()).length).toBe(3);
    expect((await history.changes(1)).join('\n')).toContain('19900009999');
    await shoot('08-log');
  });

  it('exports both sheets, which come back all the same', async () => {
    await frame.go('报表');
    const reports = new ReportsPage(program.page);
    for (const sheet of ['人员表', '户表'] as const) exported.push(await program.download(() => reports.start(sheet)));
    await shoot('09-reports');
    await frame.go('导入');
    await imports.another();
    await imports.chooseFiles(exported);
    await imports.previewed();
    const counts = await Promise.all((['新增', '有变化', '相同', '冲突', '不收', '有疑问', '本次未出现'] as const).map((sieve) => imports.count(sieve)));
    expect(counts).toEqual([0, 0, 208 + 111, 0, 0, 0, 0]);
    await shoot('10-all-the-same');
    await imports.discard();
    await shoot('11-imports');
  });

  it('prints the walls of all households, three pages each', async () => {
    await frame.go('上墙');
    const walls = new WallsPage(program.page);
    await expect.poll(() => walls.budget()).toBe('排版 345 页（111 户）');
    await walls.make();
    await walls.made();
    await expect.poll(() => walls.shown.pages()).toBe(345);
    await walls.shown.says('上墙表目录');
    expect(await walls.shown.drawn()).toBeLessThan(12);
    await walls.shown.turnTo(345);
    await walls.shown.says('第345页，共345页');
    await shoot('12-walls');
    const pdf = await program.download(() => walls.save());
    expect(basename(pdf)).toBe('三上墙_全部_111户_345页.pdf');
    expect(pagesOf(pdf)).toBe(345);
  });

  it('checks, and shows the settings', async () => {
    await frame.press('核对');
    await program.page.locator('.rule, .empty-place').first().waitFor();
    expect(await program.page.locator('.check-count-E').innerText()).toContain('0');
    await shoot('13-checks');
    await frame.press('设置');
    await program.page.getByRole('tree', { name: '地区' }).waitFor();
    await shoot('14-settings');
    await frame.go('户');
    await shoot('15-households');
  });

  it('takes the import back', async () => {
    await frame.go('导入');
    expect(await imports.undoNewest()).toContain('撤销了');
    await frame.go('报表');
    await program.page.getByText('还没有可上报的内容').waitFor();
  });

  it('never met an error on the way', () => {
    expect(program.errors).toEqual([]);
  });
});

describe.runIf(hostName === 'web')('a page that has lost its program', () => {
  it('says so, and goes on when the program answers again', async () => {
    const program = await launch();
    try {
      const first = new FirstStartPage(program.page);
      await first.shown();
      await program.page.route('**/rpc/**', (route) => route.abort());
      await first.choose('先用示例看看');
      await program.page.getByRole('heading', { name: '明册：和程序断开了' }).waitFor();
      await program.page.screenshot({ path: join(screens, '16-lost.png') });
      await program.page.unroute('**/rpc/**');
      await program.page.getByRole('button', { name: '重新连接' }).click();
      await first.shown();
      expect(await program.page.getByRole('heading', { name: '明册：和程序断开了' }).count()).toBe(0);
    } finally {
      await program.close();
    }
  });
});
