import type { Ground } from './ground.ts';
import { isPlainKey } from './key-name.ts';

const leadsOn = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === 'Tab';

/** What leads on has a frame to arrive; what is typed goes there in one breath, before an editor stands that would want it as text. */
async function replay(keys: readonly KeyboardEvent[]): Promise<void> {
  for (const key of keys) {
    document.activeElement?.dispatchEvent(key);
    if (leadsOn(key)) await new Promise(requestAnimationFrame);
  }
}

/** Between the key that calls an editor, or moves the cursor, and the editor itself, quick hands type on: nothing of it is lost. */
export class TypedAhead {
  #text = '';
  #calling = false;
  /** The Enter or Tab that ended what was typed before its editor stood there, and what came after it. */
  #ended: KeyboardEvent[] = [];
  #patience = 0;

  /** What was typed before the editor stood there; taken once. */
  readonly take = (): string => {
    const [text, ended] = [this.#text, this.#ended];
    this.#drop();
    // The editor stands, and takes the text first; what comes after it goes on from wherever the key before it led.
    if (ended.length > 0) setTimeout(() => void replay(ended));
    return text;
  };

  /** Something was typed that waits for its editor. */
  get holding(): boolean {
    return this.#text !== '';
  }

  closed(): void {
    this.#calling = false;
  }

  #drop(): void {
    clearTimeout(this.#patience);
    this.#text = '';
    this.#ended = [];
    this.#calling = false;
  }

  /** Whether the key comes after what an editor was called for and does not hold yet: Enter and Tab, and all that follows them. */
  ends(event: KeyboardEvent): boolean {
    if (!this.#calling || (this.#ended.length === 0 && !leadsOn(event))) return false;
    if (event.key === 'Escape') {
      this.#drop();
      return true;
    }
    this.#ended.push(new KeyboardEvent('keydown', event));
    // An editor that never comes keeps no key.
    clearTimeout(this.#patience);
    this.#patience = window.setTimeout(() => this.#drop(), 3000);
    return true;
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
