import { equal } from 'node:assert/strict';
import type { TestClient } from './core.ts';

/** Counts the commands of a random walk that are done and not undone, and those that could be done again. */
export class UndoWalk {
  done = 0;
  ahead = 0;
  readonly #client: TestClient;

  constructor(client: TestClient) {
    this.#client = client;
  }

  wrote(): void {
    [this.done, this.ahead] = [this.done + 1, 0];
  }

  async undo(): Promise<void> {
    if (this.done === 0) return;
    await this.#client.tables.undo();
    [this.done, this.ahead] = [this.done - 1, this.ahead + 1];
  }

  async redo(): Promise<void> {
    if (this.ahead === 0) return;
    await this.#client.tables.redo();
    [this.done, this.ahead] = [this.done + 1, this.ahead - 1];
  }

  /** All that is done, back to the first; nothing is kept, since nobody else wrote. The counts stay, for `redoAll`. */
  async undoAll(): Promise<void> {
    for (let left = this.done; left > 0; left--) equal((await this.#client.tables.undo()).kept, 0);
  }

  async redoAll(): Promise<void> {
    for (let left = this.done; left > 0; left--) equal((await this.#client.tables.redo()).kept, 0);
  }
}
