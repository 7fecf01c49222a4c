import type { Page } from 'playwright-core';

/** Holds the calls of a kind back, in the browser; answers what lets them go. */
export async function heldBack(page: Page, calls: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(calls, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
