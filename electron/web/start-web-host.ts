import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostFacts, programFolder } from '../core/host-facts.ts';
import type { Host } from '../core/host.ts';
import { type Core, openCore } from '../core/open-core.ts';
import { printWithBrowser } from '../core/printing/print-with-browser.ts';
import { makePage } from './make-page.ts';
import { serveHttp } from './serve-http.ts';

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
  const program = programFolder();
  await makePage(program);
  const folders = { page: join(program, 'dist', 'renderer'), fonts: join(program, 'dist', 'fonts') };
  let core: Core | undefined;
  const server = await serveHttp(folders, options.port ?? 0, (port) => {
    core = openCore(browserHost(folders.fonts, `http://127.0.0.1:${port}/fonts/`));
    return core.router;
  });
  const close = async (): Promise<void> => {
    await server.close();
    core?.close();
  };
  try {
    if (core && options.register !== undefined) await core.openRegister(options.register);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${server.port}/#${server.token}`, close };
}

/** The browser has no dialog of its own that yields a path: a new register goes into the usual folder. */
function browserHost(fontsFolder: string, fontsUrl: string): Host {
  const facts = hostFacts();
  const fontFiles = `${pathToFileURL(fontsFolder).href}/`;
  return {
    kind: 'browser',
    ...facts,
    fontsUrl,
    fontsFolder,
    hasDialogs: false,
    now: () => new Date(),
    async chooseNewRegister(suggestedName) {
      mkdirSync(facts.registersFolder, { recursive: true });
      return join(facts.registersFolder, suggestedName);
    },
    chooseRegister: async () => null,
    // The printing browser opens no connection, so it takes the fonts from the disk.
    printPdf: (html, signal) => printWithBrowser(html.replaceAll(fontsUrl, fontFiles), signal),
    printers: null,
  };
}
