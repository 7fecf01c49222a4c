import { BrowserWindow, session } from 'electron';
import { paperHost } from '../../shared/hosting/desktop-messages.ts';
import { fontsLoaded } from '../../shared/papers/fonts.ts';
import { answerPapers } from './app-protocol.ts';
import { stayOnPage } from './window.ts';

const papers = new Map<string, string>();
let lastId = 0;
let answering = false;

/** Prints a paper in a window that nobody sees; the paper gets its fonts from us and reaches nothing else. */
export async function printPaper(html: string, signal: AbortSignal): Promise<Uint8Array> {
  const printing = session.fromPartition('mingce-paper');
  if (!answering) {
    answerPapers(printing, (id) => papers.get(id));
    printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    answering = true;
  }
  const id = String((lastId += 1));
  papers.set(id, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printing, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  stayOnPage(window.webContents);
  try {
    return await Promise.race([print(window, `app://${paperHost}/${id}`), whenEnded(window, signal)]);
  } finally {
    papers.delete(id);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function print(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url);
  await window.webContents.executeJavaScript(fontsLoaded);
  return await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: false,
    generateDocumentOutline: false,
  });
}

function whenEnded(window: BrowserWindow, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('cancelled')), { once: true });
    window.webContents.once('render-process-gone', (_event, details) => reject(new Error(details.reason)));
  });
}
