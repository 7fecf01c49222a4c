import { create } from 'zustand';
import type { Progress } from '../../shared/contract/jobs.ts';
import type { Client } from '../client/connect.ts';

export interface Work {
  readonly running: boolean;
  /** Told by the core while it works; null before its first word. */
  readonly progress: Progress | null;
  readonly run: <T>(client: Client, call: (job: string) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
}

/** One kind of long work (an import, a print), followed wherever the user goes meanwhile. One at a time. */
export function createWork() {
  let stop: (() => void) | null = null;
  return create<Work>()((set) => ({
    running: false,
    progress: null,
    async run(client, call) {
      const job = crypto.randomUUID();
      const watching = new AbortController();
      set({ running: true, progress: null });
      stop = () => void client.jobs.cancel({ job }).catch(() => watching.abort());
      const watch = async (): Promise<void> => {
        for await (const progress of await client.jobs.watch({ job }, { signal: watching.signal })) {
          if (!watching.signal.aborted) set({ progress });
        }
      };
      // Progress is a courtesy: the call's own answer tells how the work ended.
      watch().catch(() => undefined);
      try {
        return await call(job);
      } finally {
        watching.abort();
        stop = null;
        set({ running: false, progress: null });
      }
    },
    cancel: () => stop?.(),
  }));
}
