import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../../shared/contract/errors.ts';
import { fontsLoaded } from '../../../shared/papers/fonts.ts';
import { type BrowserPipe, openBrowser } from './browser-pipe.ts';
import { findBrowser } from './find-browser.ts';

/** A fresh profile, no window, nothing that calls home: the page of a paper needs its file and its fonts only. */
const flags = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--allow-file-access-from-files',
];

/** Prints a page to PDF with the machine's own Chromium, Chrome or Edge, honouring the page's @page rules. */
export async function printWithBrowser(html: string, signal?: AbortSignal): Promise<Uint8Array> {
  refuseCancelled(signal);
  const program = findBrowser();
  if (program === null) {
    throw new Refusal('NO_PRINTER', '这台电脑上没有找到能生成 PDF 的浏览器', {
      remedy: '请安装 Microsoft Edge、Google Chrome 或 Chromium 后再试',
    });
  }
  const folder = mkdtempSync(join(temporaryFolderFor(program), 'mingce-print-'));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  let browser: BrowserPipe | undefined;
  const cancel = (): void => void browser?.end();
  try {
    const page = join(folder, 'paper.html');
    writeFileSync(page, html, { mode: 0o600 });
    browser = openBrowser(program, [...flags, ...asRoot, `--user-data-dir=${join(folder, 'profile')}`]);
    signal?.addEventListener('abort', cancel, { once: true });
    return await printPage(browser, pathToFileURL(page).href);
  } catch (error) {
    refuseCancelled(signal);
    if (error instanceof Refusal) throw error;
    throw new Refusal('NO_PRINTER', '浏览器没有生成出 PDF', {
      where: program,
      remedy: '请更新或重新安装 Edge、Chrome 或 Chromium 后再试',
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await browser?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function printPage(browser: BrowserPipe, url: string): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const ask = (method: string, params?: Record<string, unknown>) => browser.send(method, params, session);
  await ask('Page.enable');
  // A paper is text and tables; whatever a file may have smuggled in does not run.
  await ask('Emulation.setScriptExecutionDisabled', { value: true });
  const loaded = browser.next('Page.loadEventFired');
  const { errorText } = await ask('Page.navigate', { url });
  if (typeof errorText === 'string') throw new Error(errorText);
  await Promise.race([loaded, browser.next('Inspector.targetCrashed').then(() => Promise.reject(new Error('page crashed')))]);
  await ask('Runtime.evaluate', { expression: fontsLoaded, awaitPromise: true });
  const { stream } = await ask('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: false,
    generateDocumentOutline: false,
    transferMode: 'ReturnAsStream',
  });
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await ask('IO.read', { handle: stream, size: 4 * 1024 * 1024 });
    parts.push(Buffer.from(String(data), base64Encoded ? 'base64' : 'latin1'));
    if (eof) return new Uint8Array(Buffer.concat(parts));
  }
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('CANCELLED', '已取消生成 PDF');
}

/** A browser in a snap sees neither /tmp nor hidden folders, only its own. */
function temporaryFolderFor(program: string): string {
  if (!program.startsWith('/snap/')) return tmpdir();
  const own = join(homedir(), 'snap', 'chromium', 'common');
  mkdirSync(own, { recursive: true });
  return own;
}
