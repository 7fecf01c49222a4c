// What the tests need of the machine beside node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from '../electron/core/printing/find-browser.ts';
import { findElectron, hasDisplay } from './electron-binary.mjs';

/** Package and its command: fonts for pages that are looked at, poppler to read PDFs back, LibreOffice to open our workbooks, a print service to print to. */
const needs = { chromium: 'chromium', 'fonts-noto-cjk': null, 'poppler-utils': 'pdftotext', 'libreoffice-calc-nogui': 'soffice', 'libreoffice-writer-nogui': 'soffice', 'cups-daemon': 'cupsd', 'cups-client': 'lpadmin' };
const withoutMachine = ['types', 'lint', 'arrows', 'build', 'unit', 'architecture'];

/** On Debian as root installs what is missing, which the caller need not wait for; elsewhere ends with the sentence that says what to install. */
export async function requireMachine(wanted) {
  if (wanted.length > 0 && wanted.every((name) => withoutMachine.includes(name))) return;
  const debian = process.platform === 'linux' && process.getuid?.() === 0 && isDebian();
  if (debian) {
    const missing = Object.keys(needs).filter((name) => !isInstalled(name) && !(name === 'chromium' && findBrowser()) && !(needs[name] === 'soffice' && hasLibreOffice() && officePart(name)));
    if (!hasDisplay() && findElectron() && !isInstalled('xvfb')) missing.push('xvfb');
    if (missing.length > 0) await install(missing);
  }
  if (findBrowser() === null) {
    end('The tests print and click in a browser: install Google Chrome, Microsoft Edge or Chromium, or name one in MINGCE_BROWSER.');
  }
  if (!hasLibreOffice()) process.stdout.write('No LibreOffice here: the tests that open our workbooks in it are skipped.\n');
  if (spawnSync('pdftotext', ['-v']).error) {
    end('The tests read PDFs back with poppler: install poppler (macOS: brew install poppler; Debian: apt-get install poppler-utils; Windows: scoop install poppler).');
  }
}

function hasLibreOffice() {
  return !spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error;
}

/** Distributions deliver LibreOffice in parts: calc has sc, writer has sw. */
function officePart(name) {
  const library = name.includes('writer') ? 'libswlo.so' : 'libsclo.so';
  return ['/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program'].some((folder) => existsSync(`${folder}/${library}`)) || !existsSync('/usr/lib/libreoffice');
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout?.includes('ok installed') ?? false;
}

async function install(names) {
  process.stdout.write(`installing ${names.join(' ')}\n`);
  await apt(['update', '-qq']);
  const status = await apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (status !== 0) end(`apt-get could not install ${names.join(' ')}; install them by hand and run npm test again.`);
}

function apt(words) {
  const child = spawn('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
}

function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
