import { inText } from '../../ui/in-text.ts';
import { isComposing } from '../../ui/method-words.ts';
import type { Ground } from './ground.ts';
import { isPlainKey, keyName } from './key-name.ts';

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

/** Keys that lead through the window, and such as write nothing by themselves: they are the page's. */
const leading: ReadonlySet<string> = new Set(['Tab', 'F6', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * A key that comes while the cell under the cursor is being made anew finds nobody: the focus fell to the page. It goes to the cell, or
 * to what stands for it, which `giveKeys` sees to; the browser itself opens a menu where the focus then is.
 */
export function catchKeys(ground: Ground, giveKeys: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== document.body || !event.isTrusted || !ground.hasKeys || leading.has(event.key) || isComposing(event)) return;
      giveKeys();
      const now = document.activeElement;
      if (now === null || !ground.root.contains(now) || event.key === 'ContextMenu' || keyName(event) === 'Shift+F10') return;
      event.stopImmediatePropagation();
      const again = new KeyboardEvent('keydown', event);
      now.dispatchEvent(again);
      // What the character did it did in the cell: the browser would write it into the editor once more.
      if (again.defaultPrevented || isPlainKey(event)) event.preventDefault();
    },
    { capture: true, signal },
  );
}
