import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FramePage } from './pages/frame-page.ts';
import { GridPage } from './pages/grid-page.ts';
import { hostName, type Launched } from './support/launch.ts';
import { launchSample } from './support/sample.ts';

// The desktop has no such number of calls that may be open at once; its channel cannot be listened to, either.
describe.runIf(hostName === 'web')('what the rules find, while it takes its time', () => {
  let program: Launched;
  let grid: GridPage;

  beforeAll(async () => {
    program = await launchSample();
    grid = new GridPage(program.page);
  });
  afterAll(() => program.close());

  it('is asked for by one call at a time, and no row waits for it', async () => {
    const { page } = program;
    const asked: string[][] = [];
    const answers = Promise.withResolvers<void>();
    await page.route('**/rpc/views/marks', async (route) => {
      const { json } = route.request().postDataJSON() as { readonly json: { readonly subject: string; readonly ids: string[] } };
      if (json.subject === 'people') asked.push(json.ids);
      await answers.promise;
      // The page that asked may be gone by then.
      await route.continue().catch(() => undefined);
    });
    await new FramePage(page).go('人');
    await grid.cell(0, 'name').filter({ hasText: /./ }).click();
    await page.keyboard.press('ControlOrMeta+End');
    await grid.cell(207, 'name').filter({ hasText: /./ }).waitFor();
    expect(asked.map((ids) => ids.length)).toEqual([200]);
    answers.resolve();
    await expect.poll(() => asked.map((ids) => ids.length)).toEqual([200, 8]);
    expect(program.errors).toEqual([]);
  });
});
