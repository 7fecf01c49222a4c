import type { Ground } from './ground.ts';

export const inText = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** A text that is still there and not the grid's own, as its editors and filters are. */
const isTextOutside = (left: EventTarget | null): left is HTMLElement => left instanceof HTMLElement && inText(left) && left.closest('.ag-root-wrapper, .ag-popup') === null && left.checkVisibility();

/**
 * Knows whether the keys are the grid's, and keeps the grid from taking them. The grid gives a cell that it draws anew the focus up to a
 * tenth of a second after it was gone, whatever has it by then: what is being typed into a search would go into the cell, and a Delete empty it.
 * Only a press into the grid, Tab and our own word (`hasKeys`) bring the keys back from a text.
 */
export function keepKeys(ground: Ground, signal: AbortSignal): void {
  const { root } = ground;
  const capture = { capture: true, signal };
  root.addEventListener('pointerdown', ({ target }) => { if (target instanceof Element && target.closest('.ag-root')) ground.hasKeys = true; }, capture);
  window.addEventListener('keydown', ({ key }) => { if (key === 'Tab') ground.hasKeys = true; }, capture);
  document.addEventListener(
    'focusin',
    ({ target, relatedTarget: left }) => {
      if (!(target instanceof Element)) return;
      // A cell that is just being made has the second name only.
      const cell = target.closest('.ag-cell, .ag-cell-focus') !== null && root.contains(target);
      if (cell && !ground.hasKeys && isTextOutside(left)) left.focus({ preventScroll: true });
      else ground.hasKeys = cell || target === root;
    },
    { signal },
  );
}
