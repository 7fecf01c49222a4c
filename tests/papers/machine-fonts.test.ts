import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { TestClient } from '../core/support/core.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { pagesSaid } from '../core/support/pdf-text.ts';
import { buildFonts, fontsFolder, openSampleCore } from './support/print-core.ts';

beforeAll(buildFonts);
afterEach(() => {
  delete process.env['MINGCE_MACHINE_FONTS'];
});

/** A folder of fonts as Windows has it: other fonts under its names, which is what can be told apart in a PDF. */
function windowsFonts(): string {
  const folder = join(temporaryFolder(), 'Fonts');
  mkdirSync(folder);
  copyFileSync(join(fontsFolder, 'NotoSansSC-Bold.ttf'), join(folder, 'simfang.ttf'));
  copyFileSync(join(fontsFolder, 'NotoSerifSC-Bold.ttf'), join(folder, 'simhei.ttf'));
  process.env['MINGCE_MACHINE_FONTS'] = folder;
  return folder;
}

async function page(client: TestClient): Promise<{ fonts: string[]; pages: string[] }> {
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1 });
  const file = await client.walls.page({ year: 2020, of: { scope: 'household', householdId: rows[0]?.id ?? '' } });
  const path = join(temporaryFolder(), 'x.pdf');
  writeFileSync(path, await file.bytes());
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2).map((line) => /^[A-Z]{6}\+(\S+)/.exec(line)?.[1] ?? '');
  return { fonts: [...new Set(fonts)].toSorted(), pages: await pagesSaid(file) };
}

test('papers are drawn in the fonts of the machine where that was chosen, page by page the same; gone, the shipped ones stand in and it is told', async () => {
  const folder = windowsFonts();
  const { client } = await openSampleCore();
  const shipped = await page(client);
  expect(shipped.fonts).toContain('NotoSerifSC-Regular');
  expect(await client.printing.fonts()).toEqual({ chosen: 'shipped', onMachine: true });
  await client.printing.chooseFonts({ fonts: 'machine' });
  const own = await page(client);
  expect(own.fonts).toEqual(['NotoSansSC-Bold', 'NotoSerifSC-Bold']);
  expect(own.pages).toEqual(shipped.pages);
  rmSync(join(folder, 'simfang.ttf'));
  expect(await client.printing.fonts()).toEqual({ chosen: 'machine', onMachine: false });
  expect((await page(client)).fonts).toEqual(shipped.fonts);
});

test('a machine without them, or with a damaged file, is told so and keeps the shipped fonts', async () => {
  const folder = windowsFonts();
  writeFileSync(join(folder, 'simhei.ttf'), 'no font');
  const { client } = await openSampleCore();
  expect(await client.printing.fonts()).toEqual({ chosen: 'shipped', onMachine: false });
  await expect(client.printing.chooseFonts({ fonts: 'machine' })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  expect((await page(client)).fonts).toContain('NotoSerifSC-Regular');
});
