import type { Ground } from './ground.ts';
import type { OpenEdit } from './open-edit.ts';
import { walk } from './walk.ts';

/** Keys of an open editor that lead on: Enter, Tab, and Ctrl+Enter, which fills what is selected with what was typed. */
export function editorKey(event: KeyboardEvent, ground: Ground, edit: OpenEdit, fillWith: (text: string) => void): boolean {
  // A word of an input method ends with Enter, too.
  if (event.isComposing || event.keyCode === 229) return false;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const { text } = edit;
    if (text === null || !ground.selection.several) {
      edit.take();
      ground.focusActive();
      return true;
    }
    edit.drop();
    ground.focusActive();
    fillWith(text);
    return true;
  }
  if (event.key === 'Escape') edit.typed(null);
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== 'Enter' && event.key !== 'Tab') return false;
  edit.take();
  walk(ground, event.key === 'Enter' ? 'down' : 'right', event.shiftKey);
  return true;
}
