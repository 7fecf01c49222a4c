import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { Refusal } from '../../shared/contract/errors.ts';
import { fontHeaders, pageHeaders } from '../../shared/hosting/page-headers.ts';
import { servedFile } from '../../shared/hosting/served-file.ts';
import { hostFacts, programFolder } from '../core/host-facts.ts';
import type { Host } from '../core/host.ts';
import { openCore } from '../core/open-core.ts';
import { printWithBrowser } from '../core/printing/print-with-browser.ts';
import { bearsToken, comesFromHere, newToken } from './web-access.ts';

const largestBody = 210 * 1024 * 1024;

export interface WebHost {
  /** Address of the page with its token; whoever has it has the register. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface WebHostOptions {
  /** Opened at once; a Refusal is thrown when it cannot be. */
  readonly register?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

/** Serves the page and the core's router to a browser on this machine. */
export async function startWebHost(options: WebHostOptions = {}): Promise<WebHost> {
  const dist = join(programFolder(), 'dist');
  const token = newToken();
  const server = createServer({ requestTimeout: 0 });
  const port = await listen(server, options.port ?? 0);
  const core = openCore(browserHost(join(dist, 'fonts'), `http://127.0.0.1:${port}/fonts/`));
  if (options.register !== undefined) await openRegister(core, options.register);
  const rpc = new RPCHandler(core.router, { plugins: [new BodyLimitPlugin({ maxBodySize: largestBody })] });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (!comesFromHere(request.headers, port)) return refuse(response, 403);
    const pathname = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!pathname.startsWith('/rpc/')) return serveFile(dist, pathname, request, response);
    if (!bearsToken(request.headers, token)) return refuse(response, 401);
    response.setHeader('Cache-Control', 'no-store');
    const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: {} });
    if (!matched) refuse(response, 404);
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`web host: ${error instanceof Error ? error.name : 'error'}\n`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });

  return {
    url: `http://127.0.0.1:${port}/#${token}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      core.close();
    },
  };
}

// TODO(core): becomes core.openRegister(path) once the core has it.
async function openRegister(core: object, path: string): Promise<void> {
  if ('openRegister' in core && typeof core.openRegister === 'function') await core.openRegister(path);
  else throw new Refusal('REGISTER_MISSING', '还不能直接打开登记册', { where: path });
}

/** The browser has no dialog of its own that yields a path: a new register goes into the usual folder. */
function browserHost(fontsFolder: string, fontsUrl: string): Host {
  const facts = hostFacts();
  const fontFiles = `${pathToFileURL(fontsFolder).href}/`;
  return {
    kind: 'browser',
    ...facts,
    fontsUrl,
    hasDialogs: false,
    now: () => new Date(),
    chooseNewRegister(suggestedName) {
      mkdirSync(facts.registersFolder, { recursive: true });
      return Promise.resolve(join(facts.registersFolder, suggestedName));
    },
    chooseRegister: () => Promise.resolve(null),
    // The printing browser opens no connection, so it takes the fonts from the disk.
    printPdf: (html, signal) => printWithBrowser(html.replaceAll(fontsUrl, fontFiles), signal),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function serveFile(dist: string, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = servedFile(pathname);
  if (file === null) return refuse(response, 404);
  const path = join(dist, file.folder === 'page' ? 'renderer' : 'fonts', ...file.names);
  if (!existsSync(path) || !statSync(path).isFile()) return refuse(response, 404);
  if (file.folder === 'fonts') for (const [name, value] of Object.entries(fontHeaders)) response.setHeader(name, value);
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': statSync(path).size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(path).on('error', () => response.destroy()).pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end();
}
