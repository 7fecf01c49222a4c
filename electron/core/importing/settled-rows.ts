/**
 * Which rows of the plan make the rows that this import has made so far, by id. Ids of one process follow one another, so that
 * they come in order: a list that is searched by halves takes a third of the memory of a map, and nothing while it grows.
 */
export class SettledRows {
  readonly #ids: string[] = [];
  readonly #positions: number[] = [];

  add(id: string, position: number): void {
    const last = this.#ids.at(-1);
    const at = last === undefined || last < id ? this.#ids.length : this.#placeOf(id);
    if (at === this.#ids.length) {
      this.#ids.push(id);
      this.#positions.push(position);
    } else if (this.#ids[at] !== id) {
      this.#ids.splice(at, 0, id);
      this.#positions.splice(at, 0, position);
    }
  }

  /** The position of the plan's row that makes it. */
  positionOf(id: string): number | undefined {
    const [first] = this.#ids;
    // Rows of the register are older than those of this import.
    if (first === undefined || id < first) return undefined;
    const at = this.#placeOf(id);
    return this.#ids[at] === id ? this.#positions[at] : undefined;
  }

  has(id: string): boolean {
    return this.positionOf(id) !== undefined;
  }

  /** The place of the first id that is not below. */
  #placeOf(id: string): number {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
