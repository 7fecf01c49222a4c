import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { mostValues } from '../../shared/contract/tables.ts';
import { csv, importAll, testHost } from '../core/support/core.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

const people = mostValues + 10;

/** Everybody has a name of their own. */
async function registerOfNames(folder: string): Promise<void> {
  const core = openCore(testHost(folder, { chooseNewRegister: async () => join(folder, 'registers', '试用.mingce') }));
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '试用', office: '明山区扶贫办', workingYear: 2020, areas: [] });
  const rows = Array.from({ length: people }, (_, at) => [`99${String(at).padStart(8, '0')}`, `99${String(at).padStart(10, '0')}`, `张试${at}`, '户主']);
  await importAll(client, [csv('人员2020.csv', [['户编号', '人编号', '姓名', '与户主关系'], ...rows])]);
  core.close();
}

describe(`a column of more values than its filter lists on ${hostName}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-filter-'));
  let program: Launched;
  let grid: GridPage;

  beforeAll(async () => {
    await registerOfNames(folder);
    program = await launch(hostName, { registersFolder: join(folder, 'registers') });
    grid = new GridPage(program.page);
    await new FirstStartPage(program.page).shown();
    await program.page.getByRole('button', { name: /^试用/ }).click();
    await new FramePage(program.page).arrived('户');
    await new FramePage(program.page).press('人');
    await grid.shown();
  });
  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves out the one that is unticked, and nobody of those that are not listed', async () => {
    const form = await grid.openFilter('name');
    await form.locator('label', { has: program.page.getByText('张试0', { exact: true }) }).getByRole('checkbox').uncheck();
    await form.getByText(/只列出最多的 5000 个/).waitFor({ state: 'attached' });
    await program.shoot('filter-long');
    await form.getByRole('button', { name: '只看勾选的' }).click();
    await expect.poll(() => grid.count()).toBe(`筛出 ${people - 1} / ${people} 人`);
    expect(await grid.chips()).toEqual([expect.stringContaining('除了：张试0')]);
    const again = await grid.openFilter('name');
    expect(await again.locator('label', { has: program.page.getByText('张试0', { exact: true }) }).getByRole('checkbox').isChecked()).toBe(false);
    expect(program.errors).toEqual([]);
  });
});
