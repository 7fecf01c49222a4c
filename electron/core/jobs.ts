import { Refusal } from '../../shared/contract/errors.ts';
import type { Progress } from '../../shared/contract/jobs.ts';

/** What long work is given: where to tell how far it is, and whether to stop. */
export interface Job {
  readonly signal: AbortSignal;
  tell(what: string, done: number, total: number): void;
}

/** A call over HTTP is there after its connection, its head and its body, each in a turn of its own. */
const turnsOfCall = 4;

/** Lets the event loop turn, so that progress leaves and a cancel arrives; throws CANCELLED when one has. */
export async function breathe(job: Job): Promise<void> {
  for (let turn = 0; turn < turnsOfCall; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  stopIfCancelled(job);
}

export function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) throw new Refusal('CANCELLED', '已取消，登记册没有改动');
}

interface Running {
  progress: Progress;
  readonly controller: AbortController;
  readonly watchers: Set<() => void>;
}

/** The long calls under way, by the id that the caller gave them. */
export class JobBoard {
  /** Everything under way, named or not. */
  readonly #open = new Map<AbortController, Promise<unknown>>();
  readonly #running = new Map<string, Running>();
  /** The last jobs that ended, so that a watch which comes late ends too. */
  readonly #ended: string[] = [];

  #entry(id: string): Running {
    let entry = this.#running.get(id);
    if (!entry) {
      entry = { progress: { what: '', done: 0, total: 0, finished: false }, controller: new AbortController(), watchers: new Set() };
      this.#running.set(id, entry);
    }
    return entry;
  }

  /** Runs work as the job `id`; without an id it runs all the same, watched by nobody. */
  async run<T>(id: string | undefined, signal: AbortSignal | undefined, work: (job: Job) => Promise<T>): Promise<T> {
    const entry = id === undefined ? undefined : this.#entry(id);
    const controller = entry?.controller ?? new AbortController();
    const running = this.#work(id, entry, signal ? AbortSignal.any([controller.signal, signal]) : controller.signal, work);
    this.#open.set(controller, running);
    try {
      return await running;
    } finally {
      this.#open.delete(controller);
    }
  }

  async #work<T>(id: string | undefined, entry: Running | undefined, signal: AbortSignal, work: (job: Job) => Promise<T>): Promise<T> {
    const job: Job = {
      signal,
      tell: (what, done, total) => {
        if (entry) this.#tell(entry, { what, done, total, finished: false });
      },
    };
    try {
      return await work(job);
    } finally {
      if (entry && id !== undefined) {
        this.#tell(entry, { ...entry.progress, finished: true });
        this.#running.delete(id);
        this.#ended.push(id);
        if (this.#ended.length > 100) this.#ended.shift();
      }
    }
  }

  #tell(entry: Running, progress: Progress): void {
    entry.progress = progress;
    for (const wake of entry.watchers) wake();
  }

  /** Cancels everything and waits until it has come to its end: before another register is opened. */
  async stopAll(): Promise<void> {
    for (const controller of this.#open.keys()) controller.abort();
    await Promise.allSettled(this.#open.values());
  }

  cancel(id: string): void {
    this.#running.get(id)?.controller.abort();
  }

  /** Yields the newest progress as it comes, until the job ends. A watch may begin before its job does. */
  async *watch(id: string, signal?: AbortSignal): AsyncGenerator<Progress> {
    if (this.#ended.includes(id)) {
      yield { what: '', done: 0, total: 0, finished: true };
      return;
    }
    const entry = this.#entry(id);
    let wake = (): void => undefined;
    const onChange = (): void => wake();
    entry.watchers.add(onChange);
    signal?.addEventListener('abort', onChange);
    try {
      let seen: Progress | undefined;
      while (!signal?.aborted) {
        if (entry.progress !== seen) {
          seen = entry.progress;
          yield seen;
          if (seen.finished) return;
          continue;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      entry.watchers.delete(onChange);
      signal?.removeEventListener('abort', onChange);
    }
  }
}
