import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/contract.ts';
import { pageOrigin, portOffered, portWanted } from '../../shared/hosting/desktop-messages.ts';

export type Client = ContractRouterClient<Contract>;

const lostCallbacks = new Set<() => void>();

/**
 * Calls back when the core can no longer be reached: its process ended or its server stopped. The page then says so
 * and offers to load itself again; a new core starts with the new page. Returns how to stop listening.
 */
export function whenLost(callback: () => void): () => void {
  lostCallbacks.add(callback);
  return () => lostCallbacks.delete(callback);
}

function lost(): void {
  for (const callback of lostCallbacks) callback();
}

/** The typed client: over the port that the desktop's preload script hands over, otherwise over HTTP with the token. */
export async function connect(): Promise<Client> {
  return location.origin === pageOrigin ? overPort(await askForPort()) : overHttp(takeToken());
}

function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portOffered || port === undefined) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
    window.postMessage(portWanted, location.origin);
  });
}

function overPort(port: MessagePort): Client {
  port.addEventListener('close', lost);
  const client: Client = createORPCClient(new PortLink({ port }));
  port.start();
  return client;
}

function overHttp(token: string): Client {
  return createORPCClient(
    new HttpLink({
      url: `${location.origin}/rpc`,
      headers: { Authorization: `Bearer ${token}` },
      fetch: async (request, init) => {
        try {
          return await fetch(request, init);
        } catch (error) {
          // fetch answers TypeError when no server does; an abort is the page's own wish.
          if (error instanceof TypeError && !request.signal.aborted) lost();
          throw error;
        }
      },
    }),
  );
}

const tokenKey = 'mingce-token';

/** The token leaves the address bar at once; this tab keeps it so that it can be loaded again. */
function takeToken(): string {
  const given = location.hash.slice(1);
  if (given !== '') {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}
