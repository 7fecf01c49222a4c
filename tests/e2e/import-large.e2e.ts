import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeWorkbook } from '../core/support/large-sheet.ts';
import { FirstStartPage } from './pages/first-start-page.ts';
import { FramePage } from './pages/frame-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { hostName, launch, type Launched } from './support/launch.ts';

/** Its rows are read on a thread, whose program every host must find. */
describe(`a large workbook on ${hostName}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-large-'));
  let program: Launched | undefined;

  beforeAll(async () => {
    program = await launch();
  });
  afterAll(async () => {
    await program?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is looked at and goes in', async () => {
    if (!program) throw new Error('not started');
    const path = join(folder, '人员信息2020.xlsx');
    writeFileSync(path, largeWorkbook());
    const [frame, imports] = [new FramePage(program.page), new ImportPage(program.page)];
    await new FirstStartPage(program.page).newRegister('大册');
    await frame.go('导入');
    await imports.chooseFiles([path]);
    await imports.previewed();
    expect(await imports.count('新增')).toBe(12_000);
    await program.shoot('import-large');
    await imports.commit();
    await frame.saved();
  });
});
