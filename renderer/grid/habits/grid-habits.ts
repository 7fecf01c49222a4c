import { enterAreaBy } from '../../ui/areas.ts';
import { inText } from '../../ui/in-text.ts';
import { isComposing, takeWords } from '../../ui/method-words.ts';
import type { Shown } from '../row-source.ts';
import { today } from '../typing.ts';
import { BlockDesk } from './block-desk.ts';
import { readClipboard } from './clipboard-by-menu.ts';
import { copy, type Copying } from './copying.ts';
import { editorKey } from './editor-keys.ts';
import { fillByMouse, fillFromEdge, fillOnDown } from './filling.ts';
import type { Ground } from './ground.ts';
import type { HabitStore } from './habit-state.ts';
import { opensEmptied, waitsForRow } from './held-keys.ts';
import { catchKeys, keepKeys } from './keep-keys.ts';
import { KeyMoves } from './key-moves.ts';
import { isPlainKey, keyName } from './key-name.ts';
import { selectByMouse } from './mouse-selection.ts';
import type { OpenEdit } from './open-edit.ts';
import { SelectionPainter } from './paint-selection.ts';
import { paste } from './pasting.ts';
import { RowAnchor } from './row-anchor.ts';
import { sameSpot, type Spot } from './span.ts';
import type { TypedAhead } from './typed-ahead.ts';
import { walk } from './walk.ts';
import { selectAll } from './whole-parts.ts';

const copyingBy: Readonly<Partial<Record<string, Copying>>> = { 'Ctrl+C': {}, 'Ctrl+Insert': {}, 'Ctrl+Shift+C': { heads: true }, 'Ctrl+X': { cut: true }, 'Shift+Delete': { cut: true } };

/** Keys that do something with what is selected: pressed while the cursor is still on its way, they wait for where it ends. */
const ofSelection: ReadonlySet<string> = new Set([...Object.keys(copyingBy), 'Delete', 'Ctrl+D', 'Ctrl+R', 'Ctrl+;', 'Enter', 'Shift+Enter', 'Tab', 'Shift+Tab']);

/** The habits of a spreadsheet, joined to one grid: mouse, keys and clipboard, and the drawing of what is selected. */
export class GridHabits {
  readonly ground: Ground;
  readonly store: HabitStore;
  readonly desk: BlockDesk;
  readonly #edit: OpenEdit;
  readonly #ahead: TypedAhead;
  readonly #moves: KeyMoves;
  readonly #anchor: RowAnchor;
  readonly #painter: SelectionPainter;
  readonly #off = new AbortController();
  /** A copy that is still on its way into the clipboard. */
  #copying: Promise<void> | null = null;

  constructor(ground: Ground, store: HabitStore, edit: OpenEdit, ahead: TypedAhead, done: (label: string) => void) {
    this.ground = ground;
    this.store = store;
    this.#edit = edit;
    this.#ahead = ahead;
    this.desk = new BlockDesk(ground, store, done);
    this.#moves = new KeyMoves(ground, () => this.#anchor.deciding);
    this.#anchor = new RowAnchor(ground, store, () => ahead.holding);
    this.#painter = new SelectionPainter(ground, () => ({ kept: store.getState().kept?.span ?? null, filling: store.getState().filling }), () => this.#keepCursor(), () => this.#anchor.pending);
    const { signal } = this.#off;
    const unmouse = selectByMouse(ground, () => fillByMouse(ground, this.desk, store), () => this.#told(fillOnDown(ground, this.desk)));
    const unwatch = ground.selection.watch(() => {
      if (ground.tabs && !sameSpot(ground.tabs.at, ground.selection.active)) ground.tabs = null;
      this.#anchor.put();
      this.#painter.soon();
      store.setState({ filled: null });
    });
    const unstore = store.subscribe((now, before) => {
      if (now.kept !== before.kept || now.filling !== before.filling) this.#painter.soon();
    });
    signal.addEventListener('abort', () => [unmouse, unwatch, unstore].forEach((end) => end()));
    ground.root.addEventListener('contextmenu', (event) => this.#headMenu(event), { capture: true, signal });
    ground.root.addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    ground.root.addEventListener('pointerdown', () => this.#moves.overtaken(), { capture: true, signal });
    keepKeys(ground, signal);
    catchKeys(ground, () => this.#keepCursor(), signal);
    ground.root.addEventListener('focusin', ({ target }) => this.#takeWords(target), { signal });
    enterAreaBy(ground.root, () => this.#enter());
    window.addEventListener('keydown', (event) => this.#anywhere(event), { signal });
    document.addEventListener('paste', (event) => this.#paste(event), { signal });
  }

  stop(): void {
    this.#off.abort();
    this.#painter.stop();
  }

  /** The grid has moved the cursor by itself: a click, a call from outside. */
  focused(spot: Spot | null): void {
    const { selection } = this.ground;
    // While rows are on their way that is no choice of the clerk's: every press and key of his is told before.
    if (spot && !this.#anchor.pending && !sameSpot(spot, selection.active)) selection.put(spot);
  }

  /** Other rows are shown, or more or fewer of them. */
  rowsChanged(): void {
    this.#anchor.rowsChanged();
    this.ground.root.toggleAttribute('data-astray', this.#anchor.astray);
    if (!this.#anchor.pending) this.#painter.soon();
  }

  /** The cursor is about to be put on a row from outside, and the keys with it. */
  expect(id: string | null, at?: { readonly row: number; readonly column: string }): void {
    const { ground } = this;
    ground.hasKeys = true;
    // The grid tells of it only later: until then the old cell would be given the keys, and be scrolled back to.
    const spot = at && ground.spot(at.row, at.column);
    if (spot && !sameSpot(spot, ground.selection.active)) ground.selection.put(spot);
    if (id !== null) this.#anchor.follow(id);
  }

  /** Every row of another question, or of the same one read again, is here; `searched`: of another search. */
  answered(before: Shown | null, now: Shown, searched: boolean): void {
    this.#told(this.#anchor.answered(before, now, searched).finally(() => this.#decided()));
  }

  #decided(): void {
    this.#painter.now();
    this.ground.root.toggleAttribute('data-astray', this.#anchor.astray);
  }

  /** The cell that had the keys went with its row: they go to the cell that stands there now. */
  #keepCursor(): void {
    const { head, asking } = this.store.getState();
    // A menu or a question that is just opening is about to take them.
    if (head || asking) return;
    const { ground } = this;
    const { activeElement } = document;
    if (!ground.hasKeys || (activeElement !== document.body && activeElement !== ground.root)) return;
    ground.focusActive(false);
    // Not drawn yet: until then nothing that is typed is lost.
    if (document.activeElement === document.body) ground.root.focus({ preventScroll: true });
  }

  /** Other columns are shown, or in another order: places mean something else. */
  columnsChanged(): void {
    const { ground } = this;
    const { active } = ground.selection;
    const id = active ? ground.columns[active.column] : undefined;
    ground.columnsChanged();
    this.store.setState({ kept: null, filled: null });
    const spot = ground.spot(active?.row, id);
    if (spot) ground.selection.put(spot);
    else ground.selection.set([], null);
  }

  /** Does what may be refused, and tells it. */
  readonly #told = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => this.ground.events().failed(error));
  };

  copy(how: Copying = {}): void {
    const work: Promise<void> = copy(this.ground, this.store, how).finally(() => {
      if (this.#copying === work) this.#copying = null;
    });
    this.#copying = work;
    this.#told(work);
  }

  pasteHere(clip: { readonly text: string; readonly html: string }): void {
    this.#told(paste(this.ground, this.desk, this.store, clip));
  }

  /** From the menu of a cell. */
  pasteFromMenu(): void {
    this.ground.focusActive(false);
    const copying = this.#copying;
    if (copying) void copying.then(() => this.#pasteKept(), () => undefined);
    else this.#told(readClipboard().then((clip) => paste(this.ground, this.desk, this.store, clip)));
  }

  fill(way: 'down' | 'right'): void {
    this.ground.focusActive(false);
    this.#told(fillFromEdge(this.ground, this.desk, way));
  }

  clear(): void {
    const { ground } = this;
    const { active, several } = ground.selection;
    const cell = active && ground.cell(active);
    if (several) void this.desk.write({ what: '清空', change: { kind: 'clear', areas: ground.areas } });
    else if (cell && active) this.#writeCell(active, '');
  }

  #writeCell(spot: Spot, text: string): void {
    const { ground } = this;
    const cell = ground.cell(spot);
    if (!cell) return;
    const lock = ground.lock(cell.field);
    if (lock) ground.events().locked(lock, cell);
    else void ground.writes.write(cell, text, spot.row);
  }

  #paste(event: ClipboardEvent): void {
    const { target, clipboardData } = event;
    const here = target instanceof Node && (this.ground.root.contains(target) || target === document.body);
    if (!here || inText(target) || !clipboardData || this.store.getState().asking) return;
    event.preventDefault();
    const clip = { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    const [waiting, copying] = [this.#waiting, this.#copying];
    // The clipboard still holds what it held before: quick hands paste what they have just copied, or nothing where that was refused.
    if (copying) void Promise.all([copying, waiting]).then(() => this.#pasteKept(), () => undefined);
    else if (waiting) void waiting.then(() => this.pasteHere(clip));
    else this.pasteHere(clip);
  }

  #pasteKept(): void {
    const { kept } = this.store.getState();
    if (kept) this.pasteHere({ text: kept.text, html: '' });
  }

  #key(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const take = (taken: boolean): void => {
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    };
    if (target.closest('.value-editor')) {
      // What was pressed before it goes first.
      if (this.#ahead.giving && this.#ahead.ends(event)) return take(true);
      return take(editorKey(event, this.ground, this.#edit, (key) => this.#moves.take(key), (text) => void this.desk.write({ what: '填入', change: { kind: 'set', areas: this.ground.areas, text } })));
    }
    if (target.closest('.ag-header-cell') && (event.key === 'ContextMenu' || keyName(event) === 'Shift+F10')) return take(this.#openHead(target));
    // The keys are here, but the cell is not: it was never chosen, or is not drawn yet.
    if (target === this.ground.root) return take(this.#noCell(event));
    // The input method's, which has not done with it yet.
    if (isComposing(event)) return event.stopPropagation();
    // Only on a cell: buttons, lists and heads of the grid keep their own keys.
    if (inText(target) || !target.closest('.ag-cell')) return;
    if (this.#ahead.ends(event) || waitsForRow(event, this.#waiting)) return take(true);
    if (this.#command(event) || this.#moves.take(event)) return take(true);
    take(this.#ahead.hold(event, this.ground, this.#waiting));
    this.#locked(event);
  }

  /** The keys are on a cell: words of an input method are for it. One that is told elsewhere says so at the first key. */
  #takeWords(target: EventTarget | null): void {
    const { ground } = this;
    if (!(target instanceof HTMLElement) || !target.matches('.ag-cell:not(.ag-cell-inline-editing)')) return;
    const field = ground.field(ground.columns.indexOf(target.getAttribute('col-id') ?? ''));
    if (!field || ground.lock(field)) return;
    let begun: Spot | null = null;
    takeWords(target, {
      begun: () => {
        begun = ground.selection.active;
        if (begun) ground.show(begun);
      },
      stands: () => begun !== null && sameSpot(begun, ground.selection.active),
      written: (word) => this.#ahead.write(word, ground, this.#waiting),
    });
  }

  /** The keys come to the table from another part of the window. */
  #enter(): void {
    const { ground } = this;
    const { active } = ground.selection;
    if (active) ground.focusActive();
    else if (ground.size.rows > 0 && ground.size.columns > 0) ground.go({ row: 0, column: 0 });
    if (!ground.root.contains(document.activeElement)) ground.root.focus({ preventScroll: true });
  }

  /** An arrow begins at the first cell; what is typed waits for the cell to which the cursor is on its way. */
  #noCell(event: KeyboardEvent): boolean {
    const { selection, size, source } = this.ground;
    if (this.#ahead.ends(event)) return true;
    if (selection.active) return this.#command(event) || this.#moves.take(event) || this.#ahead.hold(event, this.ground, this.#waiting ?? source.settled());
    if (!event.key.startsWith('Arrow') || size.rows === 0 || size.columns === 0) return false;
    this.ground.go({ row: 0, column: 0 });
    return true;
  }

  /** A key that would change a cell that is told elsewhere. */
  #locked(event: KeyboardEvent): void {
    const { active } = this.ground.selection;
    const cell = active && this.ground.cell(active);
    const lock = cell && this.ground.lock(cell.field);
    if (lock && (isPlainKey(event) || event.key === 'F2' || event.key === 'Backspace')) this.ground.events().locked(lock, cell);
  }

  /** Until the cursor stands where it comes to stand. Null: it does. */
  get #waiting(): Promise<void> | null {
    return this.#moves.moving ?? this.#anchor.deciding;
  }

  /** Keys that do something with what is selected. */
  #command(event: KeyboardEvent): boolean {
    const { ground, store } = this;
    const name = keyName(event);
    const waiting = this.#waiting;
    if (waiting && ofSelection.has(name)) {
      void waiting.then(() => this.#command(event));
      return true;
    }
    const copying = copyingBy[name];
    if (copying) {
      this.copy(copying);
      return true;
    }
    switch (name) {
      case 'Delete':
        this.clear();
        return true;
      case 'Ctrl+D':
      case 'Ctrl+R':
        this.fill(name === 'Ctrl+D' ? 'down' : 'right');
        return true;
      case 'Ctrl+;':
        if (ground.selection.active) this.#writeCell(ground.selection.active, today());
        return true;
      case 'Enter':
      case 'Shift+Enter':
        walk(ground, 'down', event.shiftKey);
        return true;
      case 'Tab':
      case 'Shift+Tab':
        walk(ground, 'right', event.shiftKey);
        return true;
      case 'Alt+ArrowDown':
        this.#open();
        return true;
      case 'Ctrl+Backspace':
        ground.focusActive();
        return true;
      case 'Shift+Backspace':
        if (ground.selection.active) ground.selection.put(ground.selection.active);
        return true;
      case 'Ctrl+Shift+L':
        this.#headOfActive();
        return true;
      case 'Escape':
        return this.#escape();
      case 'F2':
        return false;
      default:
        return opensEmptied.has(name) || store.getState().asking !== null;
    }
  }

  #open(): void {
    const { active } = this.ground.selection;
    const cell = active && this.ground.cell(active);
    if (!active || !cell) return;
    const lock = this.ground.lock(cell.field);
    if (lock) this.ground.events().locked(lock, cell);
    else this.ground.api.startEditingCell({ rowIndex: active.row, colKey: cell.field.key });
  }

  /** First what was copied is forgotten, then what is selected shrinks to the cursor; then Esc is the screen's. */
  #escape(): boolean {
    const { ground, store } = this;
    const { active, several } = ground.selection;
    if (store.getState().kept) store.setState({ kept: null });
    else if (several && active) ground.selection.put(active);
    else return false;
    return true;
  }

  #openHead(target: Element, mouse?: MouseEvent): boolean {
    const head = target.closest('.ag-header-cell');
    const id = head?.getAttribute('col-id') ?? '';
    if (!head || !this.ground.columns.includes(id)) return false;
    const { left, bottom } = head.getBoundingClientRect();
    // Rows that are just coming would have their cell take the keys from the menu.
    this.ground.hasKeys = false;
    this.ground.api.clearFocusedCell();
    this.store.setState({ head: { id, x: mouse?.clientX ?? left, y: mouse?.clientY ?? bottom } });
    return true;
  }

  /** What is pressed from now on is for the table, also before its cell has the focus. */
  takeKeys(): void {
    this.ground.hasKeys = true;
  }

  #headMenu(event: MouseEvent): void {
    if (!(event.target instanceof Element) || !this.#openHead(event.target, event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #headOfActive(): void {
    const { active } = this.ground.selection;
    const head = active && this.ground.root.querySelector(`.ag-header-cell[col-id="${CSS.escape(this.ground.columns[active.column] ?? '')}"]`);
    if (head) this.#openHead(head);
  }

  /** Keys that are meant for the table wherever the cursor is, unless it is in a text. */
  #anywhere(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.store.getState().asking) return;
    const name = keyName(event);
    if (name === 'Ctrl+F' || name === 'Ctrl+H') {
      event.preventDefault();
      this.store.setState({ finding: name === 'Ctrl+F' ? 'find' : 'replace' });
    } else if (name === 'Ctrl+A' && !inText(event.target)) {
      event.preventDefault();
      selectAll(this.ground);
      this.ground.focusActive(false);
    }
  }
}
