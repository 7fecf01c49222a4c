import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { sampleName } from '../../electron/core/open-sample.ts';
import { importAll, testHost } from '../core/support/core.ts';
import { largeSheet } from '../core/support/large-sheet.ts';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

const rows = 60_000;

describe(`a large block of cells on ${hostName}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-long-'));
  let program: Launched | undefined;
  let grid: GridPage;

  beforeAll(async () => {
    const registers = join(folder, 'registers');
    const core = openCore(testHost(folder, { chooseNewRegister: async () => join(registers, `${sampleName}.mingce`) }));
    const client = createRouterClient(core.router, { context: {} });
    await client.registers.create({ name: '大册', office: '明山区扶贫办', workingYear: 2020, areas: [] });
    await importAll(client, [largeSheet(rows)]);
    core.close();
    program = await launchSample({ registersFolder: registers });
    grid = new GridPage(program.page);
  });
  afterAll(async () => {
    await program?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells how far it is and can be stopped, with nothing of it written', async () => {
    if (!program) throw new Error('not started');
    const { page } = program;
    const frame = new FramePage(page);
    await frame.go('人');
    await grid.shown();
    await page.locator('.ag-header-cell').last().hover();
    await expect.poll(async () => {
      if ((await grid.head('workMonths').count()) > 0) return true;
      await page.mouse.wheel(300, 0);
      return false;
    }).toBe(true);
    await page.evaluate(() => navigator.clipboard.writeText('6'));
    await grid.cell(0, 'workMonths').click();
    await page.keyboard.press('ControlOrMeta+Shift+ArrowDown');
    await page.getByText(`已选 ${rows} 行`).waitFor();
    expect(await grid.cell(rows - 1, 'rowNumber').evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
    await page.keyboard.press('ControlOrMeta+v');
    const bar = page.locator('.habit-busy');
    await bar.getByText(/\d+ \/ \d+/).waitFor({ timeout: 90_000 });
    await bar.getByRole('button', { name: '取消' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await frame.messages()).toEqual([]);
    for (const row of [0, rows - 1]) expect(await grid.cell(row, 'workMonths').innerText()).toBe('');
    await frame.saved();
    // The same again, left alone, goes in.
    await page.keyboard.press('ControlOrMeta+v');
    await bar.getByText(/\d+ \/ \d+/).waitFor({ timeout: 90_000 });
    await program.shoot('long-write');
    await expect.poll(() => grid.cell(0, 'workMonths').innerText(), { timeout: 60_000 }).toBe('6');
    await frame.saved();
    // What was stopped is a refusal, of which the browser writes a line.
    expect(program.errors.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
