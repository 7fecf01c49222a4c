import type { Host } from './host.ts';
import { createRouter } from './router.ts';

/** The application without any interface: answers the contract for one host, holds at most one open register. */
export function openCore(host: Host) {
  const router = createRouter({ host });
  return {
    router,
    /** Closes the open register, if any. Call it before the process ends. */
    close(): void {},
  };
}

export type Core = ReturnType<typeof openCore>;
