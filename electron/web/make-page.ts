import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** In a checkout the page may be missing or older than its sources; the build is instant when it is neither. */
export async function makePage(programFolder: string): Promise<void> {
  const script = join(programFolder, 'scripts', 'build.mjs');
  if (existsSync(script)) await promisify(execFile)(process.execPath, [script, 'fonts', 'renderer']);
}
