import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FramePage, PlaceName } from './pages/frame-page.ts';
import type { GridPage } from './pages/grid-page.ts';
import { walk, type Walk } from './support/keyboard.ts';
import { hostName, type Launched } from './support/launch.ts';
import { openSample } from './support/sample.ts';

/** Whoever has no mouse comes to everything, sees where the keys are, and is caught nowhere. */
describe(`the keyboard alone on ${hostName}`, () => {
  let program: Launched;
  let frame: FramePage;
  let grid: GridPage;

  beforeAll(async () => {
    ({ program, frame, grid } = await openSample());
  });
  afterAll(() => program.close());

  const fine = (walked: Walk): void => expect({ unseen: walked.unseen, missed: walked.missed.slice(0, 8), backwards: walked.backwards, last: walked.missed.length === 0 ? '' : walked.stops.slice(-3).join() }).toEqual({ unseen: [], missed: [], backwards: [], last: '' });

  /** Each screen, and what stands there when all of it does. */
  const screens: readonly (readonly [PlaceName, string])[] = [['导入', 'button'], ['核对', '.findings button, button:has-text("列入整改")'], ['台账', 'button:has-text("社会捐赠")'], ['任务', '.plan-open'], ['报表', 'button:has-text("就业与培训情况表")'], ['上墙', 'button'], ['记录', 'li button, table button'], ['设置', 'button[aria-label*="不排"]']];
  it.each(screens)('%s: Tab comes to everything', async (place, whole) => {
    await frame.press(place);
    await program.page.getByRole('main').locator(whole).first().waitFor();
    await program.page.waitForLoadState('networkidle');
    const walked = await walk(program.page);
    expect(walked.stops.length).toBeGreaterThan(15);
    fine(walked);
  });

  it.each(['户', '人'] as const)('%s: Tab comes to everything around the table, F6 leads out of it', async (place) => {
    await frame.press(place);
    await grid.shown();
    fine(await walk(program.page));
    expect((await walk(program.page, { back: true })).missed).toEqual([]);
  });
});
