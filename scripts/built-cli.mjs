import { existsSync, mkdtempSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronInputs, fingerprintOf } from './build.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'cli');
const day = 24 * 3600 * 1000;

/**
 * The command line as one program, made anew when its sources have changed: to find and strip a thousand source files takes
 * three times as long as a short command. Each state of the sources has a folder of its own, so that two terminals can make it
 * at once and a command that still runs keeps what it was started from.
 */
export async function builtCli() {
  const folder = join(home, fingerprintOf(['package-lock.json', 'scripts/built-cli.mjs', ...electronInputs]).slice(0, 16));
  const program = join(folder, 'main.js');
  if (existsSync(program)) return program;
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) if (Date.now() - statSync(join(home, name)).mtimeMs > day) rmSync(join(home, name), { recursive: true, force: true });
  const { build } = await import('vite');
  const { bundles, readingThread } = await import('../vite.electron.config.ts');
  const beside = mkdtempSync(join(home, 'making-'));
  try {
    const [config, root] = [bundles.cli, join(home, '..', '..')];
    await build({ ...config, root, build: { ...config.build, outDir: beside, sourcemap: false } });
    await build({ ...readingThread(beside), root });
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another terminal was quicker.
    if (!existsSync(program)) throw error;
  }
  return program;
}
