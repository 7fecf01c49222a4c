import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import { findElectron, sandboxFlags } from '../../../scripts/electron-binary.mjs';
import type { Folders, Running } from './launch.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const patience = 30_000;

/** Electron on this checkout, with a profile of its own. */
export async function launchDesktop(own: string, folders: Folders): Promise<Running> {
  if (findElectron() === null) throw new Error('no Electron program on this machine');
  // No executablePath: with one, Playwright does not hold the program back until it listens, and a launch under load
  // can hang. The electron package finds the same program, ELECTRON_OVERRIDE_DIST_PATH included.
  const electron = await _electron.launch({
    args: [...sandboxFlags(), `--user-data-dir=${join(own, 'profile')}`, root],
    env: {
      ...definedOf(process.env),
      MINGCE_REGISTERS: folders.registers,
      MINGCE_STATE: folders.state,
      MINGCE_DOWNLOADS: folders.downloads,
      MINGCE_TEST_CHOOSE: folders.registers,
    },
    timeout: patience,
  });
  const page = await electron.firstWindow();
  return {
    page,
    electron,
    async choose(path) {
      await electron.evaluate((_electronModule, chosen) => {
        process.env['MINGCE_TEST_CHOOSE'] = chosen;
      }, path);
    },
    async download(start) {
      const before = new Set(readdirSync(folders.downloads));
      await start();
      for (const end = Date.now() + 2 * patience; Date.now() < end; await pause(50)) {
        // A file that is still being written ends in .part.
        const name = readdirSync(folders.downloads).find((each) => !before.has(each) && !each.endsWith('.part'));
        if (name !== undefined) return join(folders.downloads, name);
      }
      throw new Error('nothing was downloaded');
    },
    stop: () => electron.close(),
  };
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
