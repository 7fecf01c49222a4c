import { inText } from '../../ui/in-text.ts';
import { cellUnder, drag } from './drag.ts';
import type { Ground } from './ground.ts';
import { numberColumn } from './row-numbers.ts';
import type { Spot } from './span.ts';
import { selectAll, selectColumns, selectRows } from './whole-parts.ts';

/** Px that a click may move and still be a click. */
const tolerance = 4;
/** Px of the corner by which a block is filled on. */
const cornerSize = 8;
const ofTheHead = '.ag-sort-indicator-container, .ag-header-cell-filter-button, .ag-header-cell-resize';

const onCorner = ({ clientX, clientY }: MouseEvent, cell: HTMLElement): boolean => {
  if (!cell.dataset['mark']?.split(' ').includes('corner')) return false;
  const { right, bottom } = cell.getBoundingClientRect();
  return right - clientX <= cornerSize && bottom - clientY <= cornerSize;
};

/** The mouse on cells, row numbers and heads: click, drag, Shift and Ctrl as in a spreadsheet. `fill` begins at the corner of a block; a double click there is `fillOn`. */
export function selectByMouse(ground: Ground, fill: (corner: Spot) => void, fillOn: () => void): () => void {
  const off = new AbortController();
  const { selection, root } = ground;
  let pressed = { x: 0, y: 0 };
  /** The head from which Shift+click reaches. */
  let headFrom: number | null = null;
  const leaveEditor = (): void => {
    if (ground.editing) ground.api.stopEditing();
  };

  const onNumber = (row: number, shift: boolean, command: boolean): void => {
    leaveEditor();
    const from = shift && selection.active ? selection.active.row : row;
    selectRows(ground, from, row, command);
    ground.focusActive(false);
    const others = selection.spans.slice(0, -1);
    drag(ground, ({ row: to }) => {
      selection.set(others, null);
      selectRows(ground, from, to, true);
    });
  };

  /** The press is ours: neither the grid nor the browser moves the cursor for it. */
  let taken = false;
  const down = (event: MouseEvent): void => {
    const { target } = event;
    taken = false;
    ground.tabs = null;
    pressed = { x: event.clientX, y: event.clientY };
    if (target instanceof Element && target.closest('.value-editor, .column-filter')) return;
    const at = cellUnder(ground, target);
    if (!at || (event.button !== 0 && event.button !== 2)) return;
    const take = (): void => {
      taken = true;
      event.stopPropagation();
    };
    if (event.button === 2) {
      // What is selected stays for its menu.
      if (at.number || (selection.several && selection.holds(at.spot))) take();
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    if (at.number) {
      take();
      onNumber(at.spot.row, event.shiftKey, command);
    } else if (onCorner(event, at.cell)) {
      take();
      fill(at.spot);
    } else if (event.shiftKey && selection.active) {
      take();
      leaveEditor();
      selection.extend(at.spot);
      drag(ground, (spot) => selection.extend(spot));
    } else {
      if (command) selection.add(at.spot);
      else selection.put(at.spot);
      drag(ground, (spot) => selection.extend(spot));
    }
  };

  /** A click on a head selects its column; the arrows beside its name sort, the funnel filters. */
  const click = (event: MouseEvent): void => {
    const { target } = event;
    const head = target instanceof Element ? target.closest<HTMLElement>('.ag-header-cell') : null;
    if (!(target instanceof Element) || !head || target.closest(ofTheHead)) return;
    event.stopPropagation();
    // The end of a drag that moved the column is no click.
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > tolerance) return;
    leaveEditor();
    const id = head.getAttribute('col-id') ?? '';
    if (id === numberColumn) selectAll(ground);
    const column = ground.columns.indexOf(id);
    if (column >= 0) {
      headFrom = event.shiftKey ? (headFrom ?? selection.active?.column ?? column) : column;
      selectColumns(ground, headFrom, column, event.ctrlKey || event.metaKey);
    }
    ground.focusActive(false);
  };
  // The grid moves its cursor as the pointer goes down, the browser its focus with the mouse event that follows.
  root.addEventListener('pointerdown', down, { capture: true, signal: off.signal });
  root.addEventListener(
    'mousedown',
    (event) => {
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal: off.signal },
  );
  root.addEventListener('click', click, { capture: true, signal: off.signal });
  root.addEventListener(
    'dblclick',
    (event) => {
      const at = cellUnder(ground, event.target);
      if (!at || at.number || !onCorner(event, at.cell)) return;
      // No editor opens for it.
      event.preventDefault();
      event.stopPropagation();
      fillOn();
    },
    { capture: true, signal: off.signal },
  );
  // The cell under the cursor takes words, so the browser would mark its text under a drag, and draw the marked text away by the next one.
  const leaveText = (event: Event): void => {
    const { target } = event;
    const on = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
    if (on?.closest('.ag-cell') && !inText(on)) event.preventDefault();
  };
  for (const name of ['selectstart', 'dragstart']) root.addEventListener(name, leaveText, { capture: true, signal: off.signal });
  return () => off.abort();
}
