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
 * A text in the cells of a table, as they show it. Which rows may show it is found out at once; in which cells they do, a stretch of
 * rows after the other as it is asked for. A cell is told by its number in reading order: rows times columns and the column.
 */
export class CellSearch {
  readonly #register: RegisterFile;
  readonly #ground: BlockGround;
  readonly #fields: readonly string[];
  readonly #open: readonly (ColumnSource & { readonly at: number })[];
  readonly #pattern: RegExp;
  /** Places of the rows that may show it, in order. */
  readonly #places: readonly number[];
  readonly #stretches: (readonly number[])[] = [];
  readonly #stretchCount: number;

  constructor(register: RegisterFile, ground: BlockGround, fields: readonly string[], sought: Sought) {
    const source = sourceOf(ground.subject);
    this.#register = register;
    this.#ground = ground;
    this.#fields = fields;
    this.#open = fields.map((key, at) => ({ ...columnOf(source, key), at })).filter(({ field }) => couldHold(field, sought.text));
    this.#pattern = soughtIn(sought);
    this.#places = this.#candidates(sought);
    this.#stretchCount = Math.ceil(this.#places.length / stretchRows);
  }

  #candidates(sought: Sought): number[] {
    const { ids, subject, year } = this.#ground;
    if (this.#open.length === 0) return [];
    if (ids.length <= few) return ids.map((_, at) => at);
    const may = new Set(rowsThatMayShow(this.#register, sourceOf(subject), year, this.#open, sought));
    return ids.flatMap((id, at) => (may.has(id) ? [at] : []));
  }

  /** The hits of a stretch. */
  #stretch(number: number): readonly number[] {
    const known = this.#stretches[number];
    if (known) return known;
    const places = this.#places.slice(number * stretchRows, (number + 1) * stretchRows);
    const rows = readBlockRows(this.#register, this.#ground, places.map((at) => this.#ground.ids[at] ?? ''), this.#open);
    const hits: number[] = [];
    for (const [offset, row] of rows.entries()) {
      for (const [column, { field, at }] of this.#open.entries()) {
        const value = row?.values[column] ?? null;
        this.#pattern.lastIndex = 0;
        if (value !== null && this.#pattern.test(kindOf(field).show(value))) hits.push((places[offset] ?? 0) * this.#fields.length + at);
      }
    }
    return (this.#stretches[number] = hits);
  }

  /** The nearest hit after a cell, or before it, round the end; null where there is none. */
  nearest(cell: number, backwards: boolean): number | null {
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
