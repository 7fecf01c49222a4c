/** A list that grows without ever being copied: of a hundred thousand things that takes longer than putting them in. */
export class LongList<Value> {
  readonly #pieces: Value[][] = [];
  #last: Value[] = [];
  length = 0;

  push(value: Value): void {
    if (this.length % pieceLength === 0) this.#pieces.push((this.#last = []));
    this.#last.push(value);
    this.length++;
  }

  at(place: number): Value | undefined {
    return this.#pieces[place >>> pieceBits]?.[place & (pieceLength - 1)];
  }

  set(place: number, value: Value): void {
    const piece = this.#pieces[place >>> pieceBits];
    if (piece) piece[place & (pieceLength - 1)] = value;
  }
}

const pieceBits = 10;
const pieceLength = 1 << pieceBits;

/**
 * Values by id, for ids that nearly always come in rising order, as those that one process makes do, and that are asked for mostly in the
 * order in which they came. A list that is searched by halves takes a third of the memory of a map, nothing while it grows, and hardly any
 * time where the next id is the one behind the last. (For what a file says a map is better: parts of a long text are compared slowly.)
 */
export class ByNewId<Value> {
  readonly #ids = new LongList<string>();
  readonly #values = new LongList<Value>();
  /** Ids that came out of order. */
  readonly #late = new Map<string, Value>();
  #first = '';
  #last = '';
  /** Where the last one that was asked for stands. */
  #at = 0;

  get size(): number {
    return this.#ids.length + this.#late.size;
  }

  /** Answers whether the id is new. */
  set(id: string, value: Value): boolean {
    if (this.#ids.length === 0) this.#first = id;
    if (this.#ids.length === 0 || this.#last < id) {
      this.#last = id;
      this.#ids.push(id);
      this.#values.push(value);
      return true;
    }
    const at = this.#placeOf(id);
    if (at >= 0) {
      this.#values.set(at, value);
      return false;
    }
    const before = this.#late.size;
    this.#late.set(id, value);
    return this.#late.size > before;
  }

  get(id: string): Value | undefined {
    const at = this.#placeOf(id);
    return at < 0 ? this.#late.get(id) : this.#values.at(at);
  }

  has(id: string): boolean {
    return this.#placeOf(id) >= 0 || this.#late.has(id);
  }

  /** Its place in the list; -1 where it does not stand there. */
  #placeOf(id: string): number {
    const ids = this.#ids;
    if (ids.at(this.#at) === id) return this.#at;
    if (ids.at(this.#at + 1) === id) return ++this.#at;
    if (ids.length === 0 || id > this.#last || id < this.#first) return -1;
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids.at(middle) ?? '') < id) low = middle + 1;
      else high = middle;
    }
    if (ids.at(low) !== id) return -1;
    return (this.#at = low);
  }
}
