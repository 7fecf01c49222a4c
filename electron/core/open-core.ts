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
