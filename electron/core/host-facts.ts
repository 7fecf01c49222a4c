import { existsSync, readFileSync } from 'node:fs';
import { homedir, platform, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** What the machine and the program tell every host alike. */
export interface HostFacts {
  readonly version: string;
  readonly who: string;
  readonly registersFolder: string;
  readonly stateFolder: string;
}

/** The folder that holds package.json: the checkout, or the packaged application. */
export function programFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the program');
    folder = parent;
  }
  return folder;
}

export function hostFacts(documentsFolder = join(homedir(), 'Documents')): HostFacts {
  const program = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8')) as { version: string };
  return {
    version: program.version,
    who: whoIsHere(),
    registersFolder: process.env['MINGCE_REGISTERS'] || join(documentsFolder, '明册'),
    stateFolder: process.env['MINGCE_STATE'] || stateFolder(),
  };
}

function whoIsHere(): string {
  try {
    return userInfo().username;
  } catch {
    // A system user without an entry in the user list.
    return process.env['USER'] ?? process.env['USERNAME'] ?? '本机用户';
  }
}

function stateFolder(): string {
  const home = homedir();
  switch (platform()) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Mingce');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Mingce');
    default:
      return join(process.env['XDG_STATE_HOME'] ?? join(home, '.local', 'state'), 'mingce');
  }
}
