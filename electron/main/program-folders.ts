import { app } from 'electron';
import { join } from 'node:path';

/** Where the build put what main needs; fonts lie outside the archive of a packaged application. */
export const programFolders = {
  page: join(import.meta.dirname, '..', 'renderer'),
  fonts: app.isPackaged ? join(process.resourcesPath, 'fonts') : join(import.meta.dirname, '..', 'fonts'),
  printProgram: join(app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..'), 'printing', 'SumatraPDF.exe'),
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  core: join(import.meta.dirname, '..', 'utility', 'utility.js'),
};
