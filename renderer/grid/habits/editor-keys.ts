import type { Ground } from './ground.ts';
import { walk } from './walk.ts';

/** Keys of an open editor that lead on: Enter, Tab, and Ctrl+Enter, which fills what is selected with what was typed. */
export function editorKey(event: KeyboardEvent, ground: Ground, fillWith: (text: string) => void, typed: () => string | null): boolean {
  // A word of an input method ends with Enter, too.
  if (event.isComposing || event.keyCode === 229) return false;
  const { api } = ground;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const text = typed();
    if (text === null || !ground.selection.several) {
      api.stopEditing();
      ground.focusActive();
      return true;
    }
    api.stopEditing(true);
    ground.focusActive();
    fillWith(text);
    return true;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== 'Enter' && event.key !== 'Tab') return false;
  api.stopEditing();
  walk(ground, event.key === 'Enter' ? 'down' : 'right', event.shiftKey);
  return true;
}
