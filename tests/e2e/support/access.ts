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

/** Words that no clerk reads: what is shown, or told to a screen reader, in Latin letters alone. Names of keys, formats and files are not among them, nor what a list of facts says of this machine. */
export async function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const known = /Ctrl|Delete|PageUp|PageDown|Alt\+|Shift|Esc|Enter|Insert|F\d|Excel|PDF|Word|\.[a-z]{3,7}\b|\bR\d{3}|^[A-Z]{1,2}\d*$|^v?\d/;
    const found = new Set<string>();
    const take = (text: string | null, where: string): void => {
      const said = text?.trim() ?? '';
      if (/[A-Za-z]{3,}/.test(said) && !/[\u3400-\u9fff]/.test(said) && !known.test(said)) found.add(`${where}: ${said.slice(0, 60)}`);
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility() || element.closest('script, style, iframe, dd')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) take(element.getAttribute(name), `${element.tagName.toLowerCase()}[${name}]`);
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) take(child.textContent, element.tagName.toLowerCase());
    }
    return [...found];
  });
}
