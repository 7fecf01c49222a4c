// `npm test`: everything that must hold, in the order in which a failure is cheapest to understand.
//   npm test                 all of it
//   npm test -- unit web     only these: types, lint, arrows, build, a folder of tests/, web, desktop; a host named so
//                            runs every end-to-end test, while the whole run gives each screen to one of them
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './electron-binary.mjs';
import { startDisplay } from './test-display.mjs';
import { requireMachine } from './test-machine.mjs';
import { withUtf8 } from './utf8-locale.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const scratch = mkdtempSync(join(tmpdir(), 'mingce-test-'));
const wanted = process.argv.slice(2);
const environment = { ...withUtf8(process.env), PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter) };
// The whole run shares the screens between the hosts; a host asked for by name runs every test.
let shares = 'no';
const total = { passed: 0, failed: 0 };
/** What failed, and what failed only the first time, told once more at the end. */
/** @type {string[]} */
const red = [];
/** @type {string[]} */
const shaky = [];

const folders = ['unit', 'core', 'migrations', 'contract', 'workbooks', 'papers', 'safety', 'architecture'];
const steps = {
  types: () => check('types', [join(modules, 'typescript', 'bin', 'tsc'), '-b']),
  lint: () => check('lint', [join(modules, 'oxlint', 'bin', 'oxlint'), '--type-aware']),
  arrows: () => check('arrows', [join(root, 'scripts', 'check-arrows.mjs')]),
  build: () => check('build', [join(root, 'scripts', 'build.mjs')]),
  tests: () => vitest('tests', []),
  web: () => host('web', {}),
  desktop: runDesktop,
};

const unknown = wanted.filter((name) => !(name in steps) && !existsSync(join(root, 'tests', name)));
if (unknown.length > 0) {
  process.stderr.write(`npm test knows no ${unknown.join(', ')}. It knows ${[...Object.keys(steps), ...folders].join(', ')}.\n`);
  process.exit(2);
}

requireMachine(wanted);
// Opened for the desktop half, and before the browser's: where there is none, the browser runs everything.
const desktop = wanted.length === 0 || wanted.includes('desktop') ? await findDesktop() : null;
if (wanted.length === 0 && desktop.display) shares = 'yes';
for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
  if (name in steps) await steps[name]();
  else vitest(name, [join('tests', name)]);
}
desktop?.display?.stop();
rmSync(scratch, { recursive: true, force: true });
for (const line of shaky) process.stdout.write(`only at the second try: ${line}\n`);
for (const line of red) process.stdout.write(`failed: ${line}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

function run(name, words, extra = {}) {
  process.stdout.write(`\n== ${name}\n`);
  return spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...environment, ...extra } });
}

function check(name, words) {
  if (run(name, words).status === 0) total.passed += 1;
  else {
    total.failed += 1;
    red.push(name);
  }
}

/** Counts what vitest counted; a run that ended badly without a failed test is one failure. */
function vitest(name, words) {
  const { passed, failed } = counted(name, words);
  total.passed += passed;
  total.failed += failed.length;
  red.push(...failed.map(({ test }) => test));
}

/**
 * The end-to-end tests of one host. A file with a red test runs once more, whole and by itself: windows, mouse and clipboard
 * of a busy machine at times fail a program that is right, and what is wrong fails twice. What passed only then is told.
 */
function host(name, extra) {
  const words = ['-c', 'vitest.e2e.config.ts'];
  const environmentOf = { MINGCE_E2E_HOST: name, MINGCE_E2E_SHARE: shares, ...extra };
  const first = counted(name, words, environmentOf);
  const files = [...new Set(first.failed.map(({ file }) => file))];
  const again = files.length > 0 && files.length <= 5 && !files.includes('') ? counted(`${name}-again`, [...words, ...files], environmentOf) : null;
  const failed = again?.failed ?? first.failed;
  const mended = again === null ? [] : first.failed.filter(({ test }) => failed.every((each) => each.test !== test)).map(({ test }) => test);
  shaky.push(...mended);
  total.passed += first.passed + mended.length;
  total.failed += failed.length;
  red.push(...failed.map(({ test }) => test));
}

/** One run of vitest: how many passed, and each that failed with its file; what ended badly otherwise has no file. */
function counted(name, words, extra = {}) {
  const report = join(scratch, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = run(name, [join(modules, 'vitest', 'vitest.mjs'), 'run', ...words, ...reporters], extra);
  const { numPassedTests: passed, testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, testResults: [] };
  const failed = testResults.flatMap((each) => {
    const file = relative(root, each.name);
    const tests = each.assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => ({ file, test: `${file}: ${fullName}` }));
    return tests.length > 0 || each.status === 'passed' ? tests : [{ file, test: `${file}: ended before its tests` }];
  });
  if (failed.length === 0 && (status !== 0 || passed === 0)) failed.push({ file: '', test: `${name}: ended badly` });
  return { passed, failed };
}

/** What the desktop half runs on, or what it lacks. */
async function findDesktop() {
  if (findElectron() === null) return { lacks: 'no Electron program here (ELECTRON_OVERRIDE_DIST_PATH or npm start fetches one)' };
  const display = await startDisplay();
  return display === null ? { lacks: 'no display here and no Xvfb (Debian: apt-get install xvfb)' } : { display };
}

function runDesktop() {
  const { display, lacks } = desktop;
  if (lacks) process.stdout.write(`\n== desktop: not run, ${lacks}\n`);
  else host('desktop', display.environment);
}
