import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../electron/core/printing/find-browser.ts';
import { sandboxFlags } from '../../../scripts/electron-binary.mjs';
import type { Folders, Running } from './launch.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The browser host in a process of its own, and a browser on its address. */
export async function launchWeb(folders: Folders): Promise<Running> {
  const program = findBrowser();
  if (program === null) throw new Error('no Chromium, Chrome or Edge on this machine');
  const host = spawn(process.execPath, [join(root, 'scripts', 'serve.mjs')], {
    env: { ...process.env, MINGCE_REGISTERS: folders.registers, MINGCE_STATE: folders.state },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(host);
  const browser = await chromium.launch({ executablePath: program, args: sandboxFlags() });
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
      await browser.close();
      await end(host);
    },
  };
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    host.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url && said.endsWith('\n')) resolve(url);
    });
    host.once('exit', (code) => reject(new Error(`the browser host ended with ${code}: ${said}`)));
  });
}

function end(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    host.once('exit', () => resolve());
    host.kill('SIGTERM');
  });
}
