import type { Stored } from '../../../shared/fields/reading.ts';

/**
 * The columns of a table that the rows of one plan fill, in the order in which they first came, and how many rows fill each.
 * A sheet fills a third of a table's columns: statements about the others would bind and look at blanks only.
 */
export class FilledColumns {
  readonly columns: string[] = [];
  rows = 0;
  readonly #filled: number[] = [];
  /** By column; -1 for one that the table has not. */
  readonly #places = new Map<string, number>();
  readonly #inTable: (column: string) => boolean;

  constructor(inTable: (column: string) => boolean) {
    this.#inTable = inTable;
  }

  /**
   * Puts a row's values into `bound` from a place on, in the order of `columns`, to which new ones are added. Values that have no
   * column of their own go to `without`.
   */
  row(bound: Stored[], from: number, values: Readonly<Record<string, Stored>>, without: (column: string) => void): void {
    const { columns } = this;
    for (let place = 0; place < columns.length; place++) bound[from + place] = null;
    let next = 0;
    for (const column in values) {
      const value = values[column] ?? null;
      // Rows of one sheet name their columns in the same order, with gaps.
      const place = columns[next] === column ? next : this.#placeOf(column);
      if (place < 0) without(column);
      else {
        next = place + 1;
        this.#set(bound, from + place, place, value);
      }
    }
    this.rows++;
  }

  /** One more value of the row that was put in last. */
  beside(bound: Stored[], from: number, column: string, value: Stored): void {
    const place = this.#placeOf(column);
    this.#set(bound, from + place, place, value);
  }

  /** Whether every row fills it. */
  isFull(column: string): boolean {
    const place = this.#places.get(column) ?? -1;
    return place >= 0 && this.#filled[place] === this.rows;
  }

  #set(bound: Stored[], at: number, place: number, value: Stored): void {
    bound[at] = value;
    if (value !== null) this.#filled[place] = (this.#filled[place] ?? 0) + 1;
  }

  #placeOf(column: string): number {
    const known = this.#places.get(column);
    if (known !== undefined) return known;
    const place = this.#inTable(column) ? this.columns.push(column) - 1 : -1;
    this.#places.set(column, place);
    return place;
  }
}
