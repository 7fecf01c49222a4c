import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient, type Router } from '@orpc/server';
import { servePort } from '../../electron/utility/serve-port.ts';
import { serveHttp } from '../../electron/web/serve-http.ts';

type EmptyContext = Record<string, never>;

export interface Connection<T extends AnyContractRouter> {
  readonly client: ContractRouterClient<T>;
  readonly close: () => Promise<void>;
}

export interface Transport {
  readonly name: string;
  connect<T extends AnyContractRouter>(router: Router<T, EmptyContext>): Promise<Connection<T>>;
}

/** The ways in which a page or a program reaches the core, with the very code that the hosts use. */
export const transports: readonly Transport[] = [
  {
    name: 'in process',
    async connect<T extends AnyContractRouter>(router: Router<T, EmptyContext>) {
      const client = createRouterClient(router as AnyRouter, { context: {} }) as unknown as ContractRouterClient<T>;
      return { client, close: async () => {} };
    },
  },
  {
    name: 'message port',
    async connect<T extends AnyContractRouter>(router: Router<T, EmptyContext>) {
      const { port1, port2 } = new MessageChannel();
      // Electron's ports give an event with the data; a worker's port gives such events only to addEventListener.
      servePort(router as AnyRouter, {
        on: (name, callback) => port1.addEventListener(name, (event) => callback(event as unknown as { data: unknown })),
        postMessage: (message) => port1.postMessage(message),
        start: () => port1.start(),
      });
      const client: ContractRouterClient<T> = createORPCClient(new PortLink({ port: port2 }));
      port2.start();
      return {
        client,
        close: () =>
          new Promise((resolve) => {
            port1.once('close', () => resolve());
            port2.close();
          }),
      };
    },
  },
  {
    name: 'HTTP',
    async connect<T extends AnyContractRouter>(router: Router<T, EmptyContext>) {
      const empty = mkdtempSync(join(tmpdir(), 'mingce-page-'));
      const server = await serveHttp({ page: empty, fonts: empty }, 0, () => router as AnyRouter);
      const client: ContractRouterClient<T> = createORPCClient(
        new HttpLink({ url: `http://127.0.0.1:${server.port}/rpc`, headers: { Authorization: `Bearer ${server.token}` } }),
      );
      return {
        client,
        async close() {
          await server.close();
          rmSync(empty, { recursive: true });
        },
      };
    },
  },
];
