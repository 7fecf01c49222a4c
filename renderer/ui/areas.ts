import { useEffect } from 'react';

/** The parts of the window between which F6 goes, in the order in which they stand in it. What lies in several belongs to the innermost. */
const areas = 'header.bar, nav.rail, main, main aside, main .table-grid, main .new-form, main .records-foot, .guide, .notices';

const stops = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]:not([tabindex="-1"])';

/** What had the keys last in each area. */
const last = new WeakMap<Element, HTMLElement>();
const entries = new WeakMap<Element, () => void>();

/** An area that knows better than its first button where its keys are. */
export function enterAreaBy(area: HTMLElement, enter: () => void): void {
  entries.set(area, enter);
}

const areaOf = (element: Element | null): Element | null => element?.closest(areas) ?? null;

const isShown = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility({ visibilityProperty: true });

/** The first in a part that can have the keys. */
export const firstStop = (part: Element): HTMLElement | undefined => [...part.querySelectorAll<HTMLElement>(stops)].find(isShown);

/** Gives the keys back to where they were; a table knows its own cell. */
export function giveBack(element: Element | null): void {
  const own = entries.get(areaOf(element) ?? document.body);
  if (own) own();
  else if (element instanceof HTMLElement && isShown(element)) element.focus();
}

/** A place has come on screen by a key, and what had the keys before is gone: they are this part's. Whoever clicked has them where the click was. */
export function takeKeys(part: Element | null): void {
  if (document.activeElement === document.body) giveBack(part);
}

function stopIn(area: Element): HTMLElement | undefined {
  const isHere = (element: HTMLElement): boolean => isShown(element) && areaOf(element) === area;
  const kept = last.get(area);
  return kept && isHere(kept) ? kept : [...area.querySelectorAll<HTMLElement>(stops)].find(isHere);
}

function enter(area: Element): boolean {
  const own = entries.get(area);
  if (own) {
    own();
    return true;
  }
  const stop = stopIn(area);
  stop?.focus();
  return stop !== undefined;
}

function goOn(back: boolean): void {
  const all = [...document.querySelectorAll(areas)];
  const around = back ? all.toReversed() : all;
  const from = around.findIndex((area) => area === areaOf(document.activeElement));
  for (let step = 1; step <= around.length; step++) {
    const next = around[(from + step + around.length) % around.length];
    if (next && enter(next)) return;
  }
}

/** F6 and Shift+F6 go from one part of the window to the next: out of a table, too, where Tab goes from cell to cell. */
export function useAreaKeys(): void {
  useEffect(() => {
    const on = new AbortController();
    const { signal } = on;
    document.addEventListener('focusin', ({ target }) => {
      const area = target instanceof HTMLElement ? areaOf(target) : null;
      if (area && target instanceof HTMLElement) last.set(area, target);
    }, { signal });
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'F6' || event.defaultPrevented || document.querySelector('[role="dialog"][aria-modal="true"]')?.checkVisibility() === true) return;
      event.preventDefault();
      goOn(event.shiftKey);
    }, { signal });
    return () => on.abort();
  }, []);
}
