/** As many rows as one call asks for. */
export const mostRows = 500;

/**
 * Asks what rows bear, one call at a time and the rows that were wanted last before others. The core answers when every rule is through
 * the whole register, and a browser holds few calls open at once: a call for each window of rows would keep the rows themselves waiting.
 */
export class MarkAsking {
  readonly #ask: (ids: readonly string[], signal: AbortSignal) => Promise<void>;
  readonly #end = new AbortController();
  readonly #wanted = new Set<string>();
  #busy = false;

  constructor(ask: (ids: readonly string[], signal: AbortSignal) => Promise<void>) {
    this.#ask = ask;
  }

  want(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#wanted.delete(id);
      this.#wanted.add(id);
    }
    if (!this.#busy) void this.#run();
  }

  /** Nobody looks at these rows any more. */
  stop(): void {
    this.#wanted.clear();
    this.#end.abort();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#wanted.size > 0 && !this.#end.signal.aborted) {
      const ids = [...this.#wanted].slice(-mostRows);
      for (const id of ids) this.#wanted.delete(id);
      await this.#ask(ids, this.#end.signal);
    }
    this.#busy = false;
  }
}
