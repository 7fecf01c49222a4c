import { BrowserWindow } from 'electron';
import type { Printer } from '../../shared/hosting/print-order.ts';

/** The printers that the system offers; Electron tells them of a window alone. */
export async function listPrinters(): Promise<Printer[]> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return [];
  const found = await window.webContents.getPrintersAsync();
  return found.map(({ name, displayName, options }) => ({ name, called: displayName || name, usual: isUsual(options) }));
}

/** Which is the usual one is told by CUPS alone; elsewhere none is chosen for the clerk until a first choice is remembered. */
const isUsual = (options: object): boolean => 'is-default' in options && options['is-default'] === 'true';
