import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { pageOrigin, portOffered, portWanted } from '../../shared/hosting/desktop-messages.ts';
import { answerPages } from './app-protocol.ts';
import { startCoreProcess } from './core-process.ts';
import { saveDownloads } from './downloads.ts';
import { setMenu } from './menu.ts';
import { registerAmong } from './named-register.ts';
import { openWindow, pageSession } from './window.ts';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
]);
// Root on Linux has no sandbox to enable; scripts/start.mjs gives it up there and nowhere else.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Days are shown as 2020/03/31 wherever Windows speaks another language.
app.commandLine.appendSwitch('lang', 'zh-CN');

process.on('uncaughtException', (error) => {
  process.stderr.write(`main: ${error.stack ?? error.message}\n`);
  dialog.showErrorBox('明册', '程序内部出错，需要退出。已经保存的内容都在，请重新打开明册。');
  app.exit(1);
});

if (app.requestSingleInstanceLock()) void run();
else app.quit();

async function run(): Promise<void> {
  let initialRegister = registerAmong(process.argv.slice(1), process.cwd());
  // macOS names the file by this event, possibly before the application is ready.
  const early = (event: Electron.Event, path: string): void => {
    event.preventDefault();
    initialRegister = path;
  };
  app.on('open-file', early);
  await app.whenReady();
  app.off('open-file', early);

  setMenu();
  const pages = pageSession();
  answerPages(pages);
  saveDownloads(pages);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));

  const core = startCoreProcess(initialRegister, () => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  });
  let window = openWindow();

  ipcMain.on(portWanted, (event) => {
    if (event.sender !== window.webContents || event.senderFrame?.parent || event.senderFrame?.origin !== pageOrigin) return;
    event.sender.postMessage(portOffered, null, [core.portForPage()]);
  });

  const open = (path: string | null): void => {
    if (window.isDestroyed()) window = openWindow();
    if (window.isMinimized()) window.restore();
    window.focus();
    if (path === null) return;
    core.openRegister(path);
    window.webContents.reload();
  };
  app.on('second-instance', (_event, words, folder) => open(registerAmong(words.slice(1), folder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('activate', () => open(null));
  app.on('window-all-closed', () => app.quit());
  // The core closes its register before the application ends.
  app.on('will-quit', (event) => {
    event.preventDefault();
    void core.stop().then(() => app.exit(0));
  });
}
