import { kindOf } from '../../../../shared/register/field.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { columnOf, sourceOf, type ColumnSource } from '../sources.ts';
import { readBlockRows } from './block-rows.ts';
import { couldHold } from './could-hold.ts';
import { rowsThatMayShow } from './look-through.ts';
import type { BlockGround } from './plan-block.ts';
import { soughtIn, type Sought } from './replace.ts';
import type { Work } from './work.ts';

/** So few rows are read without asking which of them may show the text. */
const few = 500;

/** Rows read in one go. */
const stretchRows = 200;

/** Rows at the cursor that are read before all are looked through: a text that is often is found among them. */
const nearRows = 100;

/** So many rows of an earlier search are read sooner than everything is looked through again. */
const mostWithin = 1000;

/** Stretches that are read at once for the sake of a full count. */
const readyStretches = 10;

/** Stretches that are counted between two breaths: who goes on to the next hit waits for no longer than that. */
const countedStretches = 2;

/** The first of ascending numbers that is not below one, by halving. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A text in the cells of a table, as they show it. Which rows may show it is found out when none at the cursor does, or all are counted; in
 * which cells they do, a stretch of rows after the other as it is asked for. A cell is told by its number in reading order: rows times
 * columns and the column.
 */
export class CellSearch {
  readonly #register: RegisterFile;
  readonly #ground: BlockGround;
  readonly #fields: readonly string[];
  readonly #open: readonly (ColumnSource & { readonly at: number })[];
  readonly #sought: Sought;
  readonly #pattern: RegExp;
  #may: readonly number[] | null;
  readonly #stretches: (readonly number[])[] = [];

  /** `within`: an earlier search of the same cells, for a text of which this one is the longer. */
  constructor(register: RegisterFile, ground: BlockGround, fields: readonly string[], sought: Sought, within?: CellSearch) {
    const source = sourceOf(ground.subject);
    this.#register = register;
    this.#ground = ground;
    this.#fields = fields;
    this.#open = fields.map((key, at) => ({ ...columnOf(source, key), at })).filter(({ field }) => couldHold(field, sought.text));
    this.#sought = sought;
    this.#pattern = soughtIn(sought);
    const earlier = within ? within.#may : null;
    this.#may = this.#open.length === 0 ? [] : ground.ids.length <= few ? ground.ids.map((_, at) => at) : earlier && earlier.length <= mostWithin ? earlier : null;
  }

  /** Places of the rows that may show it, in order. */
  get #places(): readonly number[] {
    if (this.#may) return this.#may;
    const { ids, subject, year } = this.#ground;
    const may = new Set(rowsThatMayShow(this.#register, sourceOf(subject), year, this.#open, this.#sought));
    const places: number[] = [];
    if (may.size > 0) for (const [at, id] of ids.entries()) if (may.has(id)) places.push(at);
    return (this.#may = places);
  }

  get #stretchCount(): number {
    return Math.ceil(this.#places.length / stretchRows);
  }

  /** The hits of a stretch. */
  #stretch(number: number): readonly number[] {
    const known = this.#stretches[number];
    if (known) return known;
    return (this.#stretches[number] = this.#hitsIn(this.#places.slice(number * stretchRows, (number + 1) * stretchRows)));
  }

  #hitsIn(places: readonly number[]): readonly number[] {
    const rows = readBlockRows(this.#register, this.#ground, places.map((at) => this.#ground.ids[at] ?? ''), this.#open);
    const hits: number[] = [];
    for (const [offset, row] of rows.entries()) {
      for (const [column, { field, at }] of this.#open.entries()) {
        const value = row?.values[column] ?? null;
        this.#pattern.lastIndex = 0;
        if (value !== null && this.#pattern.test(kindOf(field).show(value))) hits.push((places[offset] ?? 0) * this.#fields.length + at);
      }
    }
    return hits;
  }

  /** The nearest hit among the rows at a cell. */
  #near(cell: number, backwards: boolean): number | null {
    const row = Math.max(0, Math.floor(cell / this.#fields.length));
    const first = backwards ? Math.max(0, row - nearRows + 1) : row;
    const places = Array.from({ length: Math.min(nearRows, this.#ground.ids.length - first, backwards ? row - first + 1 : nearRows) }, (_, at) => first + at);
    const hits = this.#hitsIn(places);
    return (backwards ? hits.slice(0, firstFrom(hits, cell)).at(-1) : hits[firstFrom(hits, cell + 1)]) ?? null;
  }

  /** The nearest hit after a cell, or before it, round the end; null where there is none. */
  nearest(cell: number, backwards: boolean): number | null {
    const near = this.#may ? null : this.#near(cell, backwards);
    if (near !== null) return near;
    const count = this.#stretchCount;
    const row = firstFrom(this.#places, Math.floor(cell / this.#fields.length));
    const start = Math.min(count - 1, Math.floor(row / stretchRows));
    // The stretch of the cell itself comes first with what lies beyond the cell, and again at the end with all of it.
    for (let step = 0; step <= count && count > 0; step++) {
      const hits = this.#stretch((((start + (backwards ? -step : step)) % count) + count) % count);
      const beyond = step > 0 ? hits : backwards ? hits.slice(0, firstFrom(hits, cell)) : hits.slice(firstFrom(hits, cell + 1));
      const hit = backwards ? beyond.at(-1) : beyond[0];
      if (hit !== undefined) return hit;
    }
    return null;
  }

  /** How many hits there are, where that is known or found out at once. */
  get known(): number | null {
    if (!this.#may) return null;
    if (this.#stretchCount > readyStretches && Object.keys(this.#stretches).length < this.#stretchCount) return null;
    let sum = 0;
    for (let number = 0; number < this.#stretchCount; number++) sum += this.#stretch(number).length;
    return sum;
  }

  /** How many there are. */
  *count(): Work<number> {
    let sum = 0;
    for (let number = 0; number < this.#stretchCount; number++) {
      sum += this.#stretch(number).length;
      if (number % countedStretches === countedStretches - 1) yield { what: '正在数', done: number + 1, total: this.#stretchCount };
    }
    return sum;
  }
}
