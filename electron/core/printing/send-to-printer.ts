import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { PrintOrder } from '../../../shared/hosting/print-order.ts';
import { cupsCommands, sumatraCommands } from './print-commands.ts';

/** Sends a PDF to a printer of this machine and waits until the printer's queue has it. `sumatra`: where SumatraPDF lies, for Windows. */
export async function sendToPrinter(pdf: Uint8Array, order: PrintOrder, sumatra: string, signal?: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-print-'));
  const file = join(folder, 'paper.pdf');
  try {
    writeFileSync(file, pdf, { mode: 0o600 });
    const commands = process.platform === 'win32' ? sumatraCommands(sumatra, file, order) : cupsCommands(file, order);
    for (const { program, words } of commands) await promisify(execFile)(program, [...words], { windowsHide: true, ...(signal ? { signal } : {}) });
  } catch {
    if (signal?.aborted) throw new Refusal('CANCELLED', '已取消打印');
    throw new Refusal('NO_PRINTER', '没有送到打印机', { where: order.choice.printer, remedy: '请看打印机是否开着、有没有缺纸，或者换一台；也可以先“保存 PDF”，再从别的电脑打印' });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
