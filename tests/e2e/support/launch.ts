import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchDesktop } from './desktop.ts';
import { launchWeb } from './web.ts';

/** Which host this run is for: every end-to-end test runs on both. */
export const hostName: 'web' | 'desktop' = process.env['MINGCE_E2E_HOST'] === 'desktop' ? 'desktop' : 'web';

export const outputFolder = join(import.meta.dirname, '..', '..', 'output');

export interface Folders {
  readonly registers: string;
  readonly state: string;
  readonly downloads: string;
}

/** What either host gives. */
export interface Running {
  readonly page: Page;
  /** Does what starts a download and answers with the path of the whole file. */
  readonly download: (start: () => Promise<void>) => Promise<string>;
  /** The answer to the next dialogs that ask for a register; a folder takes the suggested name. Desktop only. */
  readonly choose: (path: string) => Promise<void>;
  /** Electron itself; null in the browser. */
  readonly electron: ElectronApplication | null;
  readonly stop: () => Promise<void>;
}

export interface Launched extends Running {
  readonly folders: Folders;
  /** Lines that the page wrote to its console as errors; a good run has none. */
  readonly errors: readonly string[];
  /** Keeps a picture in tests/output, named with the host. */
  readonly shoot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** Kept after the run; without it the program starts with an empty folder of its own. */
  readonly registersFolder?: string;
}

/** Starts the program as a user would, in folders of its own, and shows its first page. */
export async function launch(host: 'web' | 'desktop' = hostName, options: LaunchOptions = {}): Promise<Launched> {
  const own = mkdtempSync(join(tmpdir(), 'mingce-e2e-'));
  const folders = {
    registers: options.registersFolder ?? join(own, 'registers'),
    state: join(own, 'state'),
    downloads: join(own, 'downloads'),
  };
  for (const folder of [...Object.values(folders), outputFolder]) mkdirSync(folder, { recursive: true });
  const running = await (host === 'desktop' ? launchDesktop(own, folders) : launchWeb(folders));
  const errors: string[] = [];
  running.page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  running.page.on('pageerror', (error) => errors.push(error.message));
  return {
    ...running,
    folders,
    errors,
    async shoot(name) {
      await running.page.screenshot({ path: join(outputFolder, `${name}-${host}.png`) });
    },
    async close() {
      await running.stop();
      await rm(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
