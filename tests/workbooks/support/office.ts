import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** LibreOffice is there to be asked. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Whether it reads documents, too: distributions deliver it in parts. */
export const hasWriter = hasOffice && (process.platform !== 'linux' || existsSync(join(dirname(realpathSync(execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim())), 'libswlo.so')));

/** What LibreOffice makes of a file, by its own reader (`as`) and writer (`to`): as if it were opened there and saved. */
export function byOffice(folder: string, { name, bytes, as, to }: { readonly name: string; readonly bytes: string | Uint8Array; readonly as?: string; readonly to: string }): Buffer {
  const out = join(folder, 'office');
  mkdirSync(out, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const words = [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...(as === undefined ? [] : [`--infilter=${as}`]), '--convert-to', to, '--outdir', out, path];
  execFileSync('soffice', words, { stdio: 'ignore' });
  const [suffix = ''] = to.split(':');
  return readFileSync(join(out, name.replace(/[^.]+$/, suffix)));
}

export const htmlReader = 'HTML (StarCalc)';
/** Several files at once, which is one start of LibreOffice; by their names. */
export function allByOffice(folder: string, files: ReadonlyMap<string, Uint8Array>, to: string): ReadonlyMap<string, Buffer> {
  const out = join(folder, 'office');
  mkdirSync(out, { recursive: true });
  const paths = [...files].map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', out, ...paths], { stdio: 'ignore' });
  const [suffix = ''] = to.split(':');
  return new Map([...files.keys()].map((name) => [name, readFileSync(join(out, name.replace(/[^.]+$/, suffix)))]));
}

/** Tabs, quotes, UTF-8, every text as shown; quoted where it must be. */
export const tabsWriter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false';
/** Tabs, quotes, UTF-8, and so many columns as texts: what a user chooses who pastes text without a format. */
export const tabsReader = (columns: number): string => `Text - txt - csv (StarCalc):9,34,76,1,${Array.from({ length: columns }, (_, at) => `${at + 1}/2`).join('/')}`;
