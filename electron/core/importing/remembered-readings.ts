import type { Reading } from '../../../shared/fields/reading.ts';
import type { Cell, RepeatedCell } from '../../../shared/sheets/cells.ts';

/** Longer text is mostly somebody's own, and keeps the piece of the file alive of which it is a part. */
const longest = 12;
const mostKept = 1000;

/**
 * What the cells of one column read as. Most columns say 是 or 否 a hundred thousand times; each wording is understood once.
 * A column in which every cell says something else stops looking.
 */
export class RememberedReadings {
  readonly #texts = new Map<string, Reading>();
  readonly #numbers = new Map<string, Reading>();
  #worth = mostKept;
  /** What the row before said: the rows of a household say the same of it. */
  #lastCell: Cell | undefined;
  #lastReading: Reading | undefined;

  of(cell: Cell, read: (cell: Cell) => Reading): Reading {
    if (this.#lastReading && this.#lastCell === cell) return this.#lastReading;
    const isText = typeof cell === 'string';
    if (this.#worth <= 0 || !(isText || cell.type === 'number')) return read(cell);
    const text = isText ? cell : cell.text;
    if (text.length > longest) return read(cell);
    const known = isText ? this.#texts : this.#numbers;
    const found = known.get(text);
    if (found) {
      this.#lastCell = cell;
      this.#lastReading = found;
      if (this.#worth < mostKept) this.#worth++;
      return found;
    }
    this.#worth -= 2;
    const reading = read(cell);
    if (known.size < mostKept) known.set(text, reading);
    return reading;
  }
}

/** The same where the cells come numbered (packed-rows.ts): nothing is compared. */
export class NumberedReadings {
  #among: object | undefined;
  #readings: Reading[] = [];

  of({ cell, number, among }: RepeatedCell, read: (cell: Cell) => Reading): Reading {
    if (among !== this.#among) {
      this.#among = among;
      this.#readings = [];
    }
    return (this.#readings[number] ??= read(cell));
  }
}
