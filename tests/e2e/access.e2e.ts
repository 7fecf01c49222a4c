import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage, type PlaceName } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { barriers } from './support/access.ts';
import { writeEightFiles, writeSamples } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const sizes = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }] as const;

/** Every screen as somebody meets it who cannot use a mouse, or cannot see well: names, contrast, nothing cut off at twice the size. */
describe(`every screen on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  let imports: ImportPage;
  let own: string;
  let lists: string;

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-access-'));
    const samples = join(own, 'samples');
    writeSamples(samples);
    lists = writeEightFiles(samples, join(own, '三月来的表')).folder;
    program = await launch();
    frame = new FramePage(program.page);
    grid = new GridPage(program.page);
    imports = new ImportPage(program.page);
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  /** A picture at each size, then what axe-core says of it. */
  async function look(name: string): Promise<void> {
    for (const size of sizes) {
      await program.page.setViewportSize(size);
      await program.shoot(`screens-${name}-${size.width}`);
    }
    await program.page.setViewportSize(sizes[0]);
    expect(await barriers(program.page), name).toEqual([]);
  }

  it('the first start, and the making of a register', async () => {
    const first = new FirstStartPage(program.page);
    await first.shown();
    await look('first-start');
    await first.choose('新建登记册');
    await program.page.getByRole('tree', { name: '地区' }).waitFor();
    await look('new-register');
    await program.page.getByRole('button', { name: '返回' }).click();
    await first.shown();
    await first.choose('先用示例看看');
    await grid.shown();
  });

  it('households with the card, people with the list of columns', async () => {
    await grid.cell(0, 'headName').click();
    await program.page.keyboard.press('ControlOrMeta+i');
    await program.page.getByRole('complementary').first().waitFor();
    await look('households-card');
    await frame.press('人');
    await grid.shown();
    await program.page.getByRole('button', { name: '列 ▾' }).click();
    await program.page.getByRole('textbox', { name: '找列' }).waitFor();
    await look('people-columns');
    await program.page.keyboard.press('Escape');
    await (await grid.openFilter('relation')).getByLabel('全选').waitFor();
    await look('people-filter');
    await program.page.keyboard.press('Escape');
  });

  it('the import, its preview, and a list held against the register', async () => {
    await frame.press('导入');
    await look('import-start');
    await program.page.getByText('拿部门的名单和登记册比对（不导入）').click();
    const [chooser] = await Promise.all([program.page.waitForEvent('filechooser'), program.page.getByRole('button', { name: '名单……' }).click()]);
    await chooser.setFiles(join(lists, '低保名单_2020.csv'));
    await program.page.getByRole('button', { name: '比对', exact: true }).click();
    await program.page.getByRole('region', { name: '比对结果' }).waitFor();
    await look('match-result');
    await imports.chooseFiles([join(lists, '人员信息全字段_2020.csv'), join(lists, '低保名单_2020.csv')]);
    await imports.previewed();
    await look('import-preview');
    await program.page.keyboard.press('Escape');
  });

  it.each(['核对', '报表', '上墙', '记录', '台账', '设置'] as const satisfies readonly PlaceName[])('%s', async (place) => {
    await frame.press(place);
    await program.page.getByRole('main').getByRole('heading').first().waitFor();
    await look(place);
  });

  it('writes nothing to the console that calls for help', () => expect(program.errors).toEqual([]));
});
