import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';

/** A port of Electron's main process or of a worker. */
export interface ServedPort {
  on(event: string, callback: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

/** Serves the router on a port until its other end closes. */
export function servePort(router: AnyRouter, port: ServedPort): void {
  new RPCHandler(router).upgrade(port, { context: {} });
  port.start();
}
