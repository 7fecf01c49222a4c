import { app, BrowserWindow, dialog } from 'electron';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';

const filters = [{ name: '明册登记册', extensions: ['mingce'] }];

export async function chooseNewRegister(suggestedPath: string): Promise<string | null> {
  const told = answerOfTest();
  if (told !== null) {
    return statSync(told, { throwIfNoEntry: false })?.isDirectory() ? join(told, basename(suggestedPath)) : told;
  }
  const options = { title: '新建登记册', buttonLabel: '新建', defaultPath: suggestedPath, filters };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

export async function chooseRegister(folder: string): Promise<string | null> {
  const told = answerOfTest();
  if (told !== null) return told;
  const options = { title: '打开登记册', buttonLabel: '打开', defaultPath: folder, filters, properties: ['openFile' as const] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** A test cannot use the system's dialogs; it names the path beforehand. Never in a packaged application. */
function answerOfTest(): string | null {
  return app.isPackaged ? null : (process.env['MINGCE_TEST_CHOOSE'] ?? null);
}
