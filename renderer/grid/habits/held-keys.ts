import { keyName } from './key-name.ts';

/** Keys by which the screen around the table does something with the row under the cursor. */
const ofTheRow: ReadonlySet<string> = new Set(['Ctrl+I', 'Ctrl+J', 'Ctrl+Shift+E', 'Ctrl+Shift+H', 'Ctrl+Delete', 'Insert', 'F8', 'Shift+F8']);

/** While the cursor is on its way such a key waits for the row where it ends, and comes to that one. */
export function waitsForRow(event: KeyboardEvent, waiting: Promise<void> | null): boolean {
  if (!waiting || !ofTheRow.has(keyName(event))) return false;
  void waiting.then(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event)));
  return true;
}

/** For these the grid would open an emptied editor; a spreadsheet does nothing with them here. */
export const opensEmptied: ReadonlySet<string> = new Set(['Alt+Backspace', 'Ctrl+Enter', 'Alt+Enter']);
