import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { li, peopleSheet, wang, zhang } from '../core/support/people.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { writeCsv } from './support/eight-files.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

/** What an import teaches the program: layouts, their next versions, and the order of departments. */
describe(`what is remembered of imports on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let imports: ImportPage;
  let own: string;
  const sheet = (name: string, rows: readonly (readonly string[])[]): string => {
    const path = join(own, name);
    writeCsv(path, rows);
    return path;
  };
  const bring = async (...files: readonly string[]): Promise<void> => {
    await frame.go('导入');
    await imports.chooseFiles(files);
    await imports.previewed();
  };

  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'mingce-remembered-'));
    program = await launch();
    frame = new FramePage(program.page);
    imports = new ImportPage(program.page);
    await new FirstStartPage(program.page).newRegister('记得住');
    await bring(sheet('人员_2020.csv', peopleSheet));
    await imports.commit();
    await imports.another();
  });
  afterAll(async () => {
    await program.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('moves a mapping over to a new version of the form, and says what is different', async () => {
    const known = [['户编号', '姓名', '证件号码', '与户主关系', '街道核实情况', '走访人'], ['9900000001', '张试一', zhang, '户主', '小学', '甲'], ['9900000001', '李试二', li, '配偶', '小学', '甲'], ['9900000002', '王试三', wang, '户主', '初中', '乙']];
    await bring(sheet('街道核实_2020.csv', known));
    await imports.look(/^人员表/);
    await imports.column('E', '文化程度');
    await imports.again();
    await imports.commit();
    await imports.another();
    const next = [['户编号', '姓名', '证件号码', '与户主关系', '街道核实情况（新）', '健康状况'], ['9900000001', '张试一', zhang, '户主', '小学', '长期慢性病'], ['9900000001', '李试二', li, '配偶', '初中', '健康'], ['9900000002', '王试三', wang, '户主', '初中毕业', '残疾']];
    await bring(sheet('街道核实_新_2020.csv', next));
    expect(await imports.asks()).toEqual(['△ 1 张表的版式变了', '？ 1 种写法不认识']);
    await imports.ask(/版式变了/);
    const note = await program.page.getByRole('note').innerText();
    expect(note).toContain('比上次的“人员表（6 列）”：多了“健康状况”；少了“走访人”；改名：“街道核实情况”→“街道核实情况（新）”；写法换了：“文化程度”写作“初中毕业”。');
    expect((await imports.columns())[4]).toBe('文化程度 从上次版式带过来');
    await program.shoot('import-version');
    await imports.commit();
    await imports.another();
  });

  it('lists layouts, to be renamed, read, given away, forgotten and put back', async () => {
    const list = program.page.getByRole('region', { name: '记住的版式' });
    await list.getByRole('button', { name: '人员表（6 列），改名字' }).press('Enter');
    await list.getByRole('textbox', { name: '版式的名字' }).fill('街道核实表');
    await program.page.keyboard.press('Enter');
    await list.getByRole('button', { name: '街道核实表，改名字' }).waitFor();
    await list.getByRole('button', { name: '街道核实表 的 6 列' }).click();
    expect(await list.getByRole('list', { name: '街道核实表 的列' }).innerText()).toMatch(/街道核实情况 → 文化程度\s+走访人 → 照原列名保留/);
    await program.shoot('import-layouts');
    const file = await program.download(() => list.getByRole('button', { name: '全部导出给同事' }).click());
    expect(readFileSync(file, 'utf8')).toContain('街道核实表');
    expect(readFileSync(file, 'utf8')).not.toContain(zhang);
    await list.getByRole('button', { name: '删除“街道核实表”' }).click();
    await list.getByRole('button', { name: '街道核实表，改名字' }).waitFor({ state: 'detached' });
    await program.page.getByRole('button', { name: '放回' }).click();
    await list.getByRole('button', { name: '街道核实表，改名字' }).waitFor();
    const [chooser] = await Promise.all([program.page.waitForEvent('filechooser'), list.getByRole('button', { name: '导入同事的版式' }).click()]);
    await chooser.setFiles(file);
    await program.page.getByText(/^收下 \d+ 个版式$/).waitFor();
  });

  it('lets the department decide that the office puts first, and lists what was decided', async () => {
    await bring(sheet('低保名单_2020.csv', [['姓名', '证件号码', '等级', '金额'], ['李试二', li, 'A', '500']]));
    await imports.commit();
    await imports.another();
    await bring(sheet('人员_低保_2020.csv', [['户编号', '人编号', '姓名', '证件号码', '与户主关系', '是否享受低保'], ['9900000001', '990000000102', '李试二', li, '配偶', '否']]));
    expect(await imports.count('部门不一致')).toBe(1);
    await imports.sift('部门不一致');
    await program.page.getByText('以民政局为准').waitFor();
    await program.shoot('import-decided');
    await imports.discard();
    await frame.go('设置');
    const settings = program.page.getByRole('region', { name: '说法不一时，以谁为准' });
    const order = settings.getByRole('list', { name: '是否享受低保：部门先后' });
    await order.getByRole('combobox').selectOption('扶贫办');
    await order.getByRole('button', { name: '是否享受低保：扶贫办往前' }).press('Enter');
    await expect.poll(() => order.innerText()).toMatch(/1 扶贫办[\s×]+2 民政局/);
    await order.scrollIntoViewIfNeeded();
    await program.shoot('import-precedence');
    await bring(join(own, '人员_低保_2020.csv'));
    await program.page.getByText('不用民政局的').waitFor();
    await imports.commit();
    await frame.go('记录');
    await program.page.getByRole('button', { name: '部门说法不一' }).click();
    const row = program.page.locator('.decision-table tbody tr').first();
    await row.waitFor();
    expect((await row.innerText()).split('\t').slice(0, 6)).toEqual(['李试二 2020 年', '是否享受低保', '扶贫办', '否', '民政局', '是']);
    await program.shoot('import-decisions');
    await frame.go('设置');
    await settings.getByRole('row', { name: /^是否享受低保/ }).getByRole('button', { name: '照平常' }).click();
    await expect.poll(() => order.innerText()).toMatch(/1 民政局/);
  });

  it('tells whose word a cell is', async () => {
    await frame.press('人');
    const cell = program.page.locator('.ag-row', { hasText: '李试二' }).locator('[col-id="education"]').first();
    await program.page.locator('.ag-row[row-index="0"] [col-id="householdNo"]').filter({ hasText: /\d/ }).waitFor();
    await program.page.getByRole('searchbox', { name: '在表中找' }).fill('李试二');
    await program.page.getByText(/^筛出 1 \/ /).waitFor();
    await cell.click();
    await program.page.keyboard.press('ControlOrMeta+Shift+H');
    const history = program.page.getByRole('complementary', { name: '修改记录' });
    await history.getByText('扶贫办 · 街道核实_新_2020.csv › E3').waitFor();
    await program.shoot('import-source');
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
