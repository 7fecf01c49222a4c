import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { openCore, type CoreClient } from '../../../electron/core/open-core.ts';
import { printWithBrowser } from '../../../electron/core/printing/print-with-browser.ts';
import { temporaryFolder, testHost } from '../../core/support/core.ts';
import { putSample } from '../../core/support/sample.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const fontsFolder = join(root, 'dist', 'fonts');
export const fontsUrl = `${pathToFileURL(fontsFolder).href}/`;

export const buildFonts = (): void => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'fonts']);
};

/** The sample register on a fixed day; its core has the machine's browser. */
export async function openSampleCore() {
  const folder = temporaryFolder();
  const host = testHost(folder, { now: () => new Date('2020-04-15T02:00:00Z'), fontsUrl, printPdf: printWithBrowser });
  const core = openCore(host);
  onTestFinished(() => core.close());
  const client: CoreClient = createRouterClient(core.router, { context: {} });
  await putSample(host);
  await client.registers.openSample();
  return { folder, core, client };
}
