import { app, BrowserWindow, dialog, screen, type Session, session, type WebContents } from 'electron';
import { pageOrigin } from '../../shared/hosting/desktop-messages.ts';
import { programFolders } from './program-folders.ts';

const pageUrl = `${pageOrigin}/index.html`;

/** What the page may be granted: writing to the clipboard when the user copies, reading it when 粘贴 is chosen from a menu. Everything else is denied. */
const granted = new Set(['clipboard-sanitized-write', 'clipboard-read']);

export function pageSession(): Session {
  const pages = session.fromPartition('persist:mingce');
  pages.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  pages.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  pages.setDevicePermissionHandler(() => false);
  pages.setSpellCheckerEnabled(false);
  return pages;
}

/** As large as is usual here, and no larger than the screen: one of 1366 × 768 that is shown at 150 % has room for 910 × 512. */
export function openWindow(): BrowserWindow {
  const room = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    title: '明册',
    width: Math.min(1366, room.width),
    height: Math.min(768, room.height),
    minWidth: 800,
    minHeight: 440,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      session: pageSession(),
      preload: programFolders.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  // A window that is not told to be ready would stay out of sight: under a display without a window manager that was seen to look so.
  window.webContents.once('did-finish-load', () => setTimeout(show, 2000));
  stayOnPage(window.webContents);
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    void dialog
      .showMessageBox(window, { type: 'warning', title: '明册', message: '界面意外关闭，将重新打开。已经保存的内容都在。', buttons: ['重新打开'] })
      .then(() => window.isDestroyed() || window.webContents.reload());
  });
  void window.loadURL(pageUrl);
  return window;
}

/** The reader of PDF that Chromium brings along: it shows a paper in frames of its own. */
const pdfReader = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/** The window shows the application's page and nothing else: no navigation, no further windows, no webview. */
export function stayOnPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !event.url.startsWith(`blob:${pageOrigin}/`) && !event.url.startsWith(pdfReader)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
