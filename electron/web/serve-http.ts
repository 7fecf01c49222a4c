import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AnyRouter } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { fontHeaders, pageHeaders } from '../../shared/hosting/page-headers.ts';
import { type ServedFile, servedFile } from '../../shared/hosting/served-file.ts';
import { bearsToken, comesFromHere, newToken } from './web-access.ts';

/** Files of 200 MB pass, with what wraps them. */
const largestBody = 210 * 1024 * 1024;

export interface HttpServer {
  readonly port: number;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** Takes a port on 127.0.0.1; `open` makes the router, which may need to know the port. */
export async function serveHttp(
  folders: Readonly<Record<ServedFile['folder'], string>>,
  wantedPort: number,
  open: (port: number) => AnyRouter,
): Promise<HttpServer> {
  const token = newToken();
  // A long export or print answers when it is done.
  const server = createServer({ requestTimeout: 0 });
  const port = await listen(server, wantedPort);
  const rpc = new RPCHandler(open(port), { plugins: [new BodyLimitPlugin({ maxBodySize: largestBody })] });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (!comesFromHere(request.headers, port)) return refuse(response, 403);
    const pathname = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!pathname.startsWith('/rpc/')) return serveFile(folders, pathname, request, response);
    if (!bearsToken(request.headers, token)) return refuse(response, 401);
    response.setHeader('Cache-Control', 'no-store');
    const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: {} });
    if (!matched) refuse(response, 404);
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`web host: ${error instanceof Error ? error.name : 'unknown error'}\n`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });

  return {
    port,
    token,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function serveFile(
  folders: Readonly<Record<ServedFile['folder'], string>>,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = servedFile(pathname);
  if (file === null) return refuse(response, 404);
  const path = join(folders[file.folder], ...file.names);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) return refuse(response, 404);
  if (file.folder === 'fonts') for (const [name, value] of Object.entries(fontHeaders)) response.setHeader(name, value);
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': facts.size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end();
}
