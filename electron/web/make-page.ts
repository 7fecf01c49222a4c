import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * In a checkout the page may be missing or older than its sources; the build is instant when it is neither. A page
 * that cannot be built (somebody is at work on it) leaves the last one that could.
 */
export async function makePage(programFolder: string): Promise<void> {
  const script = join(programFolder, 'scripts', 'build.mjs');
  if (!existsSync(script)) return;
  try {
    await promisify(execFile)(process.execPath, [script, 'fonts', 'renderer']);
  } catch (error) {
    if (!existsSync(join(programFolder, 'dist', 'renderer', 'index.html'))) throw error;
    process.stderr.write('网页没有构建成功，仍用上一次的网页。用 npm run build 看原因。\n');
  }
}
