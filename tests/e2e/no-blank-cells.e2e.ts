import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

declare global {
  interface Window {
    /** Names that were drawn and in a later frame were not, though their row stood there. */
    blanks?: string[];
  }
}

/** A cell that has shown its value shows it in every frame after: what comes to it later — marks of the rules, a written value — never empties it first. */
describe(`cells never blink on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;
  const blanks = (): Promise<readonly string[] | undefined> => program.page.evaluate(() => window.blanks);
  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
    await program.page.evaluate(() => {
      let seen = new Map<string, string>();
      const found: string[] = [];
      const look = (): void => {
        // Only rows that stand there still: one that comes again may have its text a frame later.
        const now = new Map<string, string>();
        for (const row of document.querySelectorAll('.ag-row')) {
          for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell[col-id="name"], .ag-cell[col-id="headName"], .ag-cell[col-id="householdNo"]')) {
            const key = `${row.getAttribute('row-id') ?? ''} ${cell.getAttribute('col-id') ?? ''}`;
            const text = cell.textContent.trim();
            const before = seen.get(key);
            if (text !== '') now.set(key, text);
            else if (before !== undefined) found.push(before);
          }
        }
        seen = now;
        requestAnimationFrame(look);
      };
      window.blanks = found;
      requestAnimationFrame(look);
    });
  });
  afterAll(() => program.close());

  it('when a table is opened and the marks of what the rules find come to it', async () => {
    await frame.go('人');
    await grid.shown();
    await program.page.locator('.ag-row .ag-cell[col-id="name"] .marked-sign').first().waitFor();
    await frame.go('户');
    await grid.shown();
    await program.page.locator('.ag-row .ag-cell[col-id="headName"] .marked-sign').first().waitFor();
    expect(await blanks()).toEqual([]);
  });

  it('when one is written by which a mark comes or goes, taken back, and read by other eyes', async () => {
    await frame.go('人');
    await grid.shown();
    const sex = await grid.cell(0, 'sex').innerText();
    await grid.type(0, 'sex', sex === '男' ? '女' : '男');
    await frame.saved();
    await grid.cell(0, 'name').locator('.marked-sign').waitFor();
    await program.page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => grid.cell(0, 'sex').innerText()).toBe(sex);
    await program.page.getByRole('button', { name: /遮住号码|显示号码/ }).first().click();
    await grid.sort('name');
    await grid.sort('name');
    expect(await blanks()).toEqual([]);
  });
});
