import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** The program of an installed Chromium, Chrome or Edge; null when the machine has none. */
export function findBrowser(): string | null {
  const named = process.env['MINGCE_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  return candidates().find((path) => existsSync(path)) ?? null;
}

function candidates(): string[] {
  switch (platform()) {
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
      const programs = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
      return programs.flatMap((program) => roots.map((root) => join(root, program)));
    }
    case 'darwin': {
      const programs = [
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        'Chromium.app/Contents/MacOS/Chromium',
      ];
      return ['/Applications', join(homedir(), 'Applications')].flatMap((root) => programs.map((program) => join(root, program)));
    }
    default: {
      const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
      const folders = [...new Set([...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'])].filter(Boolean);
      return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
    }
  }
}
