import type { Page } from 'playwright-core';

/** What a walk with Tab came upon. */
export interface Walk {
  /** Each place where the keys stood, in their order. */
  readonly stops: readonly string[];
  /** Where nothing shows that the keys are there. */
  readonly unseen: readonly string[];
  /** What could be used and was not come to. */
  readonly missed: readonly string[];
  /** Steps that went back up the page, against the order of reading. */
  readonly backwards: readonly string[];
}

/** Goes through the whole window with Tab (Shift+Tab: `back`), out of a table with F6, until it begins anew. */
export async function walk(page: Page, { back = false, most = 400 } = {}): Promise<Walk> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    document.querySelectorAll('[data-walked]').forEach((element) => element.removeAttribute('data-walked'));
    document.querySelector<HTMLElement>('.skip-link')?.focus();
  });
  const stops: string[] = [];
  const unseen = new Set<string>();
  const backwards: string[] = [];
  let before: Stop | null = null;
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const stop: Stop = await page.evaluate(lookAtStop);
    // Backwards from the first thing the keys leave the page, and come in again at its end.
    if (back && step === 0 && stop.name === '') continue;
    if (stop.again || stop.name === '') break;
    stops.push(stop.name);
    if (!stop.seen && !stop.inGrid) unseen.add(stop.name);
    if (before && !back && !stop.inGrid && !before.inGrid && stop.region === before.region && stop.bottom <= before.top && stop.left < before.right) backwards.push(`${before.name} → ${stop.name}`);
    before = stop;
    // Within a table Tab goes from cell to cell, as in a spreadsheet; F6 goes on.
    if (stop.inGrid) {
      await page.keyboard.press(back ? 'Shift+F6' : 'F6');
      const next: Stop = await page.evaluate(lookAtStop);
      if (next.again || next.name === '') break;
      stops.push(next.name);
      if (!next.seen) unseen.add(next.name);
      before = next;
    }
  }
  return { stops, unseen: [...unseen], missed: await page.evaluate(notWalked), backwards };
}

interface Stop {
  readonly name: string;
  readonly seen: boolean;
  readonly inGrid: boolean;
  /** It was here before: the round is done. */
  readonly again: boolean;
  readonly region: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Runs in the page: what has the keys, and whether it looks otherwise with them than without. */
function lookAtStop(): Stop {
  const element = document.activeElement;
  const nothing = { name: '', seen: true, inGrid: false, again: false, region: '', top: 0, bottom: 0, left: 0, right: 0 };
  if (!(element instanceof HTMLElement) || element === document.body) return nothing;
  // A box for a day has several stops of its own.
  const still = element.dataset['walked'] === 'last';
  const again = !still && element.dataset['walked'] !== undefined;
  for (const other of document.querySelectorAll<HTMLElement>('[data-walked="last"]')) other.dataset['walked'] = '';
  element.dataset['walked'] = 'last';
  const name = `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.trim().split(/\s+/)[0]}` : ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24) || element.getAttribute('placeholder') || element.closest('label')?.textContent?.trim().slice(0, 24) || ''}”`;
  const inGrid = element.closest('.table-grid') !== null;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  // Where it stands on the page, however far that is scrolled.
  let down = 0;
  for (let around = element.parentElement; around; around = around.parentElement) down += around.scrollTop;
  const region = element.closest('header.bar, nav.rail, aside, .new-form, .guide, .notices, main')?.className ?? '';
  const where = { name, inGrid, again, region, top: top + down, bottom: bottom + down, left, right };
  if (inGrid || again || still) return { ...where, seen: true };
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.parentElement?.parentElement, element.nextElementSibling, element.parentElement?.nextElementSibling].filter((each) => each !== null && each !== undefined);
  const looks = (): string => around.map((each) => { const { outline, boxShadow, borderColor, backgroundColor, textDecoration } = getComputedStyle(each); return [outline, boxShadow, borderColor, backgroundColor, textDecoration].join(); }).join();
  const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const withKeys = looks();
  element.blur();
  const without = looks();
  element.focus({ preventScroll: true });
  return { ...where, seen: withKeys !== without && inSight };
}

/** Runs in the page: what can be used by itself and was not walked to. */
function notWalked(): string[] {
  const all = document.querySelectorAll<HTMLElement>('a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]:not([tabindex="-1"])');
  return [...all]
    .filter((element) => {
      if (element.dataset['walked'] !== undefined || element.tabIndex < 0 || element.closest('.table-grid, .skip-link, [inert], [aria-hidden="true"]') || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element instanceof HTMLInputElement && element.type === 'radio') return ![...document.querySelectorAll<HTMLElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`)].some((other) => other.dataset['walked'] !== undefined);
      return element.getClientRects().length > 0;
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}”`);
}
