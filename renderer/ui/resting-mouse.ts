/** Where the mouse was last moved to. */
let at = { x: -1, y: -1 };
window.addEventListener('mousemove', ({ clientX, clientY }) => { at = { x: clientX, y: clientY }; }, { capture: true, passive: true });

/**
 * A menu that opens under a mouse that rests takes no notice of it, until it moves: the browser says that the mouse has come, and an entry
 * other than the one that has the keys would look chosen. Answers what ends it.
 */
export function heedNoRest(menu: HTMLElement): () => void {
  const off = new AbortController();
  // React tells of an entry that the mouse comes to by what it goes out of.
  const leave = (event: MouseEvent): void => {
    const { type, target, relatedTarget, clientX: x, clientY: y } = event;
    const to = type === 'mouseover' ? target : relatedTarget;
    if (to instanceof Node && menu.contains(to) && x === at.x && y === at.y) event.stopImmediatePropagation();
  };
  for (const name of ['mouseover', 'mouseout'] as const) window.addEventListener(name, leave, { capture: true, signal: off.signal });
  return () => off.abort();
}
