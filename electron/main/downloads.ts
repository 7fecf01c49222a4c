import { app, type Session } from 'electron';
import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pageOrigin } from '../../shared/hosting/desktop-messages.ts';

/** What the page saves goes through the system's dialog; tests name a folder instead. */
export function saveDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageOrigin}/`)) {
      event.preventDefault();
      return;
    }
    const name = basename(item.getFilename());
    const folder = app.isPackaged ? undefined : process.env['MINGCE_DOWNLOADS'];
    if (!folder) {
      item.setSaveDialogOptions({ title: '保存', defaultPath: join(app.getPath('documents'), name) });
      return;
    }
    // Whoever waits for the file sees it only when it is whole.
    const part = join(folder, `${name}.part`);
    item.setSavePath(part);
    item.once('done', (_event, state) => {
      if (state === 'completed') renameSync(part, join(folder, name));
    });
  });
}
