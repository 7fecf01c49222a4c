// Where an Electron program is, and whether one can be fetched.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const electronPackage = join(root, 'node_modules', 'electron');
const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Path of the Electron program: ELECTRON_OVERRIDE_DIST_PATH, or what the electron package has fetched; else null. */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electronPackage, 'dist');
  const program = join(folder, names[process.platform] ?? 'electron');
  return existsSync(program) ? program : null;
}

/** Fetches Electron with its package's own install script when the place it comes from answers within the time. */
export async function fetchElectron(milliseconds = 10_000) {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(electronPackage)) return null;
  if (!(await answers(milliseconds))) return null;
  process.stderr.write('正在下载 Electron（约 100 MB，只此一次）……\n');
  spawnSync(process.execPath, [join(electronPackage, 'install.js')], { stdio: ['ignore', 2, 2] });
  return findElectron();
}

async function answers(milliseconds) {
  const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
  const { getArtifactRemoteURL } = await import(
    new URL('../node_modules/@electron/get/dist/artifact-utils.js', import.meta.url).href
  ).catch(() => ({}));
  if (!getArtifactRemoteURL) return false;
  const { platform, arch } = process;
  try {
    const url = await getArtifactRemoteURL({ version: `v${version}`, artifactName: 'electron', platform, arch });
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(milliseconds) })).ok;
  } catch {
    return false;
  }
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses its sandbox to root on Linux, and only there is it given up. */
export function sandboxFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
