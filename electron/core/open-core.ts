import type { RouterClient } from '@orpc/server';
import { Desk } from './desk.ts';
import type { Host } from './host.ts';
import { JobBoard } from './jobs.ts';
import { createRouter } from './router.ts';

/** The application without any interface: answers the contract for one host, holds at most one open register. */
export function openCore(host: Host) {
  const desk = new Desk(host);
  const jobs = new JobBoard();
  return {
    router: createRouter({ host, desk, jobs }),
    /** Opens the register that a double click or a command line named. Throws a Refusal. */
    async openRegister(path: string): Promise<void> {
      await jobs.stopAll();
      desk.open(path);
    },
    /** Closes the open register, if any. Call it before the process ends. */
    close(): void {
      desk.close();
    },
  };
}

export type Core = ReturnType<typeof openCore>;

/** The core's answers, called within the process. An interface, for the compiler cannot write out a client of this size wherever one is told. */
export interface CoreClient extends RouterClient<Core['router']> {}
