import type { Ground } from './ground.ts';
import { isPlainKey, keyName } from './key-name.ts';

const leading: ReadonlySet<string> = new Set(['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
/** Keys that open an editor and write nothing. */
const opening: ReadonlySet<string> = new Set(['F2', 'Backspace']);
const leadsOn = ({ key }: KeyboardEvent): boolean => leading.has(key);

/** Between the key that calls an editor, or moves the cursor, and the editor itself, quick hands type on: nothing of it is lost. */
export class TypedAhead {
  #text = '';
  #calling = false;
  /** The Enter, Tab or arrow that ended what was typed before its editor stood there, and what came after it. */
  #after: KeyboardEvent[] = [];
  /** They are being given on, one after the other; what is pressed meanwhile comes behind them. */
  #giving = false;
  readonly #given = new WeakSet<Event>();
  #patience = 0;

  /** What was typed before the editor stood there; taken once. */
  readonly take = (): string => {
    const text = this.#text;
    clearTimeout(this.#patience);
    this.#text = '';
    this.#calling = false;
    // The editor stands, and takes the text first; what comes after it goes on from wherever the key before it led.
    if (this.#after.length > 0 && !this.#giving) {
      this.#giving = true;
      setTimeout(() => void this.#give());
    }
    return text;
  };

  async #give(): Promise<void> {
    while (this.#giving) {
      const key = this.#after.shift();
      if (!key) break;
      this.#given.add(key);
      document.activeElement?.dispatchEvent(key);
      // What leads on has a frame to arrive.
      // oxlint-disable-next-line no-await-in-loop
      if (leadsOn(key)) await new Promise(requestAnimationFrame);
    }
    this.#giving = false;
  }

  /** The letters that were pressed right after the one that is given on: the editor that it opens takes them with it. */
  #others(): string {
    const end = this.#after.findIndex((key) => !isPlainKey(key));
    return this.#after.splice(0, end < 0 ? this.#after.length : end).map(({ key }) => key).join('');
  }

  /** Something was typed that waits for its editor. */
  get holding(): boolean {
    return this.#text !== '';
  }

  /** Keys that have waited are on their way, one after the other. */
  get giving(): boolean {
    return this.#giving;
  }

  closed(): void {
    this.#calling = false;
  }

  #drop(): void {
    clearTimeout(this.#patience);
    this.#text = '';
    this.#after = [];
    this.#calling = this.#giving = false;
  }

  /** Whether the key comes after what an editor was called for and does not hold yet: what leads on, and all that follows it. */
  ends(event: KeyboardEvent): boolean {
    const given = this.#given.has(event);
    if (given ? !(this.#calling && leadsOn(event)) : !this.#giving && !(this.#calling && (this.#after.length > 0 || leadsOn(event)))) return false;
    if (event.key === 'Escape') {
      this.#drop();
      return true;
    }
    // One that is given on too early waits again, before the others.
    if (given) this.#giving = false;
    const again = new KeyboardEvent('keydown', event);
    if (given) this.#after.unshift(again);
    else this.#after.push(again);
    if (this.#giving) return true;
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
    // Opened at once it would stand on the cell that the cursor leaves, or go with the rows that are replaced.
    if (opening.has(event.key) && !keyName(event).includes('+') && moving && !this.#calling) {
      this.#calling = true;
      void moving.then(() => this.#call(ground, event.key));
      return true;
    }
    this.#text = this.#given.has(event) && isPlainKey(event) ? this.#others() : '';
    const cell = ground.selection.active && ground.cell(ground.selection.active);
    this.#calling = cell !== null && !ground.lock(cell.field) && (isPlainKey(event) || opening.has(event.key));
    return false;
  }

  /** A word that an input method has written for the cell under the cursor, or for where that is on its way to. */
  write(text: string, ground: Ground, moving: Promise<void> | null): void {
    this.#text += text;
    if (this.#calling) return;
    this.#calling = true;
    if (moving) void moving.then(() => this.#call(ground));
    else this.#call(ground);
  }

  /** The cursor has arrived: the editor opens by the key that called it, or the first letter; the others follow. */
  #call(ground: Ground, called: string | null = null): void {
    const { active } = ground.selection;
    const id = active && ground.columns[active.column];
    const [first = ''] = this.#text;
    const key = called ?? first;
    if (called === null) this.#text = this.#text.slice(first.length);
    const cell = active && ground.cell(active);
    if (cell && typeof id === 'string' && !ground.lock(cell.field)) ground.api.startEditingCell({ rowIndex: active.row, colKey: id, key });
    else this.take();
  }
}
