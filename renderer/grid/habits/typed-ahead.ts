import type { Ground } from './ground.ts';
import { isPlainKey } from './key-name.ts';

/** Between the key that calls an editor, or moves the cursor, and the editor itself, quick hands type on: nothing of it is lost. */
export class TypedAhead {
  #text = '';
  #calling = false;

  /** What was typed before the editor stood there; taken once. */
  readonly take = (): string => {
    const text = this.#text;
    this.#text = '';
    this.#calling = false;
    return text;
  };

  closed(): void {
    this.#calling = false;
  }

  /** Whether the key belongs to an editor that is being called. */
  hold(event: KeyboardEvent, ground: Ground, moving: Promise<void> | null): boolean {
    if (isPlainKey(event) && (this.#calling || moving)) {
      this.#text += event.key;
      if (moving && !this.#calling) {
        this.#calling = true;
        void moving.then(() => this.#call(ground));
      }
      return true;
    }
    this.#text = '';
    const cell = ground.selection.active && ground.cell(ground.selection.active);
    this.#calling = cell !== null && !ground.lock(cell.field) && (isPlainKey(event) || event.key === 'F2' || event.key === 'Backspace');
    return false;
  }

  /** The cursor has arrived: the editor opens with the first key, the others follow. */
  #call(ground: Ground): void {
    const { active } = ground.selection;
    const id = active && ground.columns[active.column];
    const [key = ''] = this.#text;
    this.#text = this.#text.slice(key.length);
    if (active && typeof id === 'string' && ground.cell(active)) ground.api.startEditingCell({ rowIndex: active.row, colKey: id, key });
    else this.take();
  }
}
