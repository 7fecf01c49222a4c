import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds serious or critical on the screen as it stands now, a line each: rule, element, what is missing. The page's own
 * policy lets no script in, so it is handed over by the driver.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // Runs in the page; `axe` is what the line before put there.
  const found = await page.evaluate(async () => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}
