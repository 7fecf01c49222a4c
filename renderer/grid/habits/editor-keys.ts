import { isComposing } from '../../ui/method-words.ts';
import type { Ground } from './ground.ts';
import type { OpenEdit } from './open-edit.ts';
import { walk } from './walk.ts';

const sideways: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

/** An arrow while a cell is typed over; up and down are the list's where the editor has one. */
function leadsOut({ key, shiftKey, altKey, target }: KeyboardEvent, { entering }: OpenEdit): boolean {
  if (!entering || shiftKey || altKey) return false;
  return sideways.has(key) || ((key === 'ArrowUp' || key === 'ArrowDown') && target instanceof Element && !target.matches('[role="combobox"]'));
}

/**
 * Keys of an open editor that lead on: Enter, Tab, arrows (`moves`) while the cell is typed over, and Ctrl+Enter, which fills what is
 * selected with what was typed.
 */
export function editorKey(event: KeyboardEvent, ground: Ground, edit: OpenEdit, moves: (event: KeyboardEvent) => boolean, fillWith: (text: string) => void): boolean {
  // A word of an input method ends with Enter, too.
  if (isComposing(event)) return false;
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
  // At once, as all that ends it: the grid would take its time, and the next key with it.
  if (event.key === 'Escape') {
    edit.drop();
    ground.focusActive(false);
    return true;
  }
  if (event.key === 'F2') {
    edit.entering = !edit.entering;
    return true;
  }
  if (leadsOut(event, edit)) {
    edit.take();
    return moves(event);
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== 'Enter' && event.key !== 'Tab') return false;
  edit.take();
  walk(ground, event.key === 'Enter' ? 'down' : 'right', event.shiftKey);
  return true;
}
