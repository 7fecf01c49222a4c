import { rowHeight } from '../grid-theme.ts';
import type { Ground } from './ground.ts';
import { clampSpot, type Spot } from './span.ts';
import { growToWhole, selectAll } from './whole-parts.ts';

/** A step within as many rows is made at once: what comes after it, a menu or a panel, must find the selection where the keys have put it. */
const nearRows = 100;

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Rows that fit on screen, less the one that stays in sight. */
function pageOf({ root }: Ground): number {
  const height = (part: string): number => root.querySelector(part)?.clientHeight ?? 0;
  return Math.max(1, Math.floor((height('.ag-grid-viewport') - height('.ag-header')) / rowHeight) - 1);
}

/** To the edge of the filled cells in a row, as Ctrl+arrow goes. */
function edgeInRow(ground: Ground, { row, column }: Spot, step: number): Spot {
  const values = ground.row(row)?.values ?? {};
  const filled = (at: number): boolean => (values[ground.columns[at] ?? ''] ?? null) !== null;
  const last = ground.columns.length - 1;
  let at = column + step;
  if (at < 0 || at > last) return { row, column };
  const run = filled(column) && filled(at);
  while (at >= 0 && at <= last && filled(at) === run) at += step;
  if (run) return { row, column: at - step };
  return { row, column: Math.max(0, Math.min(last, at)) };
}

async function edgeInColumn(ground: Ground, { row, column }: Spot, down: boolean): Promise<Spot> {
  const field = ground.columns[column] ?? '';
  const at = await ground.client.blocks.edge({ ...ground.source.asked(), row, field, down });
  return { row: at, column };
}

/** Keys that move the cursor or grow what is selected; they wait for one another, as Ctrl+arrow asks the core. */
export class KeyMoves {
  readonly #ground: Ground;
  /** Until the cursor stands on its row among others; null: it does. */
  readonly #deciding: () => Promise<void> | null;
  #last: Promise<void> | null = null;
  /** Counts what the mouse has chosen: a step that comes after that leads nowhere. */
  #presses = 0;

  constructor(ground: Ground, deciding: () => Promise<void> | null) {
    this.#ground = ground;
    this.#deciding = deciding;
  }

  /** A step is under way: what is typed meanwhile belongs to the cell where it ends. */
  get moving(): Promise<void> | null {
    return this.#last;
  }

  /** The mouse has put the cursor somewhere: steps that are still under way are forgotten. */
  overtaken(): void {
    this.#presses++;
  }

  /** Whether the key was one of these. */
  take(event: KeyboardEvent): boolean {
    const command = event.ctrlKey || event.metaKey;
    const { key, shiftKey } = event;
    if (event.altKey) return false;
    if (command && key.toLowerCase() === 'a') selectAll(this.#ground);
    else if (key === ' ' && command && shiftKey) selectAll(this.#ground);
    else if (key === ' ' && command) growToWhole(this.#ground, 'columns');
    else if (key === ' ' && shiftKey) growToWhole(this.#ground, 'rows');
    else {
      const target = this.#target(key, command);
      if (!target) return false;
      this.#step(target, shiftKey);
    }
    return true;
  }

  /** Where a key leads from a cell. */
  #target(key: string, command: boolean): ((from: Spot) => Spot | Promise<Spot>) | null {
    const ground = this.#ground;
    const { rows, columns } = ground.size;
    const arrow = arrows[key];
    if (arrow) {
      const [down, right] = arrow;
      if (!command) return ({ row, column }) => ({ row: row + down, column: column + right });
      return right === 0 ? (from) => edgeInColumn(ground, from, down > 0) : (from) => edgeInRow(ground, from, right);
    }
    switch (key) {
      case 'Home':
        return ({ row }) => ({ row: command ? 0 : row, column: 0 });
      case 'End':
        return ({ row }) => ({ row: command ? rows - 1 : row, column: columns - 1 });
      case 'PageDown':
      case 'PageUp': {
        if (command) return null;
        const page = pageOf(ground) * (key === 'PageUp' ? -1 : 1);
        return ({ row, column }) => ({ row: row + page, column });
      }
      default:
        return null;
    }
  }

  #step(target: (from: Spot) => Spot | Promise<Spot>, extend: boolean): void {
    const ground = this.#ground;
    const { selection, size } = ground;
    if (size.rows === 0 || size.columns === 0) return;
    const presses = this.#presses;
    const arrive = (spot: Spot): void => {
      if (ground.size.rows === 0 || presses !== this.#presses) return;
      const next = clampSpot(spot, ground.size);
      if (extend && selection.active) {
        selection.extend(next);
        ground.show(next);
      } else ground.go(next);
    };
    const come = async (spot: Spot): Promise<void> => {
      await ground.source.have(spot.row);
      arrive(spot);
    };
    const from = (): Spot => (extend ? selection.extent : selection.active) ?? { row: 0, column: 0 };
    const before = this.#last ?? this.#deciding();
    if (!before) {
      const at = from();
      const goal = target(at);
      if (!(goal instanceof Promise)) {
        const { row } = clampSpot(goal, ground.size);
        const coming = Math.abs(row - at.row) > nearRows ? ground.source.have(row) : null;
        if (!coming) return arrive(goal);
        this.#last = this.#follow(coming.then(() => arrive(goal)));
        return;
      }
      this.#last = this.#follow(goal.then(come));
      return;
    }
    this.#last = this.#follow(before.then(async () => come(await target(from()))));
  }

  #follow(step: Promise<void>): Promise<void> {
    const told = step.catch((error: unknown) => this.#ground.events().failed(error));
    const done: Promise<void> = told.then(() => {
      if (this.#last === done) this.#last = null;
    });
    return done;
  }
}
