/**
 * Frozen columns are held by the browser row by row (`position: sticky`), each row a layer of its own, which costs it a good part of a
 * frame. While the table stands at its left end nothing need be held (`data-aside`, grid.css): only from the first movement to the side on.
 */
export function holdFrozen(root: HTMLElement, signal: AbortSignal): void {
  const hold = (held: boolean): void => void root.toggleAttribute('data-aside', held);
  const options = { capture: true, passive: true, signal };
  root.addEventListener('scroll', ({ target }) => { if (target instanceof HTMLElement && target.matches('.ag-grid-viewport')) hold(target.scrollLeft > 0); }, options);
  // These may move the picture before the page hears of it.
  root.addEventListener('wheel', ({ deltaX, shiftKey }) => { if (deltaX !== 0 || shiftKey) hold(true); }, options);
  root.addEventListener('pointerdown', ({ pointerType, button }) => { if (pointerType !== 'mouse' || button === 1) hold(true); }, options);
}
