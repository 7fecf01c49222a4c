import type { KeyboardEvent } from 'react';

/**
 * The keys go to the entry of a menu that an arrow has just chosen: the library gives it the focus only in the next frame, and a key that
 * came before it did the entry that was left. Called when the library has done with the key.
 */
export function keysToChosen({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  if (!key.startsWith('Arrow')) return;
  // When it is drawn as chosen.
  queueMicrotask(() => currentTarget.querySelector<HTMLElement>('[role="menuitem"][class*="-item-active"]')?.focus({ preventScroll: true }));
}
