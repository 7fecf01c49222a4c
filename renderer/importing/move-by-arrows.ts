import type { KeyboardEvent } from 'react';

/** Arrow keys go from row to row of a list: from one thing that bears data-stop to the next. Space and Enter do what it does. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  // On the list itself the arrows scroll, as everywhere; from a choice inside a row they leave for the next row.
  if (at < 0 && document.activeElement === event.currentTarget) return;
  const here = at >= 0 ? at : stops.findLastIndex((stop) => (stop.compareDocumentPosition(document.activeElement ?? stop) & Node.DOCUMENT_POSITION_FOLLOWING) > 0);
  const next = stops[event.key === 'ArrowDown' ? here + 1 : at >= 0 ? here - 1 : here];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
