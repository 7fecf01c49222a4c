import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../../electron/core/printing/find-browser.ts';
import { sandboxFlags } from '../../../scripts/electron-binary.mjs';
import type { HostAnswer, HostOrder } from './host-child.ts';
import type { Folders, Running } from './launch.ts';

/** Processes of hosts that have nothing to do, for the next program. */
const idle: ChildProcess[] = [];
let running: Promise<Browser> | null = null;

/** The browser host in a process beside the tests, and a window of its own, with nothing kept from another, on its address. */
export async function launchWeb(folders: Folders): Promise<Running> {
  const host = idle.pop() ?? fork(join(import.meta.dirname, 'host-child.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const url = await tell(host, folders);
  if (url === null) throw new Error('the browser host has no address');
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    electron: null,
    choose: () => Promise.reject(new Error('the browser host has no dialogs')),
    async download(start) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), start()]);
      const path = join(folders.downloads, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    async stop() {
      await context.close();
      await tell(host, 'stop');
      idle.push(host);
    },
  };
}

/** One browser for all programs of this process; it ends with the process. */
async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge on this machine');
  if (!(await running)?.isConnected()) running = chromium.launch({ executablePath, args: sandboxFlags() });
  return running ?? Promise.reject(new Error('no browser was started'));
}

/** Hands an order to a host and waits for its answer. */
function tell(host: ChildProcess, order: HostOrder): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the browser host ended with ${code}`));
    host.once('exit', ended);
    host.once('message', (answer: HostAnswer) => {
      host.off('exit', ended);
      if ('failed' in answer) reject(new Error(answer.failed));
      else resolve(answer.url);
    });
    host.send(order);
  });
}
