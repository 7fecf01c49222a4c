import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { testHost } from '../core/support/core.ts';
import { CardPage } from './pages/card-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** A program on a register of its own folder, which is there after the program has gone. */
async function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-closing-'));
  const registersFolder = join(folder, 'registers');
  mkdirSync(registersFolder);
  const all = await openSample({ registersFolder });
  onTestFinished(async () => {
    await all.program.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...all, folder };
}

/** Closes the window as its cross does; a browser's question is answered with yes, the desktop asks none. */
async function closeWindow({ page, electron }: Launched): Promise<void> {
  if (!electron) page.on('dialog', (dialog) => void dialog.accept());
  const gone = page.waitForEvent('close');
  if (electron) await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  else await page.close({ runBeforeUnload: true });
  await gone;
}

/** What the register holds of the first household, once the program has let go of it. */
async function householdPhone(program: Launched, folder: string): Promise<unknown> {
  await program.stop();
  const core = openCore(testHost(folder));
  onTestFinished(() => core.close());
  const client = createRouterClient(core.router, { context: {} });
  await client.registers.openSample();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, search: '99050400001', offset: 0, limit: 1 });
  return rows[0]?.values['householdPhone'];
}

const typing = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await expect.poll(() => page.locator('.value-editor input').inputValue()).toBe(text);
};

it(`what stands in a cell is written when the window closes, on ${hostName}`, async () => {
  const { program, grid, folder } = await opened();
  await grid.cell(0, 'householdPhone').click();
  await typing(program.page, '19900000055');
  await closeWindow(program);
  expect(await householdPhone(program, folder)).toBe('19900000055');
});

it(`what stands in the card is written; what is refused keeps the window, and the second close lets it go, on ${hostName}`, async () => {
  const { program, grid, folder } = await opened();
  const { page } = program;
  await grid.cell(0, 'headName').click();
  const card = new CardPage(page);
  await card.open();
  await card.value('.* 户联系电话').focus();
  await typing(page, '123');
  if (!program.electron) page.once('dialog', (dialog) => void dialog.dismiss());
  if (program.electron) await program.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  else await page.close({ runBeforeUnload: true });
  await card.root.locator('.value-editor [role="alert"]').waitFor();
  await card.root.locator('.value-editor input').fill('19900000066');
  await page.keyboard.press('Enter');
  await expect.poll(() => card.value('.* 户联系电话').innerText()).toBe('19900000066');
  await card.value('.* 户联系电话').focus();
  await typing(page, '19900000067');
  await closeWindow(program);
  expect(await householdPhone(program, folder)).toBe('19900000067');
});
