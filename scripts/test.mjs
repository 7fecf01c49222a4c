// `npm test`: everything that must hold, in the order in which a failure is cheapest to understand.
//   npm test                 all of it
//   npm test -- unit web     only these: types, lint, arrows, build, a folder of tests/, web, desktop; a host named so
//                            runs every end-to-end test, while the whole run gives each screen to one of them
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
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
/** What failed with what it said, and what failed only the first time, told once more at the end. */
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
  web: () => hosts(['web']),
  desktop: () => hosts(['desktop']),
};

const unknown = wanted.filter((name) => !(name in steps) && !existsSync(join(root, 'tests', name)));
if (unknown.length > 0) {
  process.stderr.write(`npm test knows no ${unknown.join(', ')}. It knows ${[...Object.keys(steps), ...folders].join(', ')}.\n`);
  process.exit(2);
}

const machine = requireMachine(wanted);
// What only reads the sources goes on while the machine is given what it lacks.
if (wanted.length === 0) for (const name of ['types', 'lint', 'arrows', 'build']) await steps[name]();
await machine;
// Opened for the desktop half, and before the browser's: where there is none, the browser runs everything.
const desktop = wanted.length === 0 || wanted.includes('desktop') ? await findDesktop() : null;
if (wanted.length === 0 && desktop.display) shares = 'yes';
// Windows wait for half of their time: what has none goes on beside them, and gives way to them.
if (wanted.length === 0) {
  const aside = counted('tests', [], {}, 'aside');
  await hosts(['web', 'desktop']);
  const ended = await aside;
  tell('tests', ended.said);
  take(ended);
}
for (const name of wanted) {
  if (name in steps) await steps[name]();
  else await vitest(name, [join('tests', name)]);
}
desktop?.display?.stop();
rmSync(scratch, { recursive: true, force: true });
for (const line of shaky) process.stdout.write(`only at the second try: ${line}\n`);
for (const line of red) process.stdout.write(`failed: ${line}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

async function check(name, words) {
  if ((await runBeside(name, words, {}, null)) === 0) total.passed += 1;
  else {
    total.failed += 1;
    red.push(name);
  }
}

/** A red test with the beginning of what it said, without colours: the end of a long run is often all that is kept of it. */
function inFull({ test, said }) {
  const lines = stripVTControlCharacters(said).split('\n').filter((line) => line.trim() !== '');
  return [test, ...lines.slice(0, 14).map((line) => `    ${line.slice(0, 300)}`)].join('\n');
}

async function vitest(name, words) {
  take(await counted(name, words));
}

/** Counts what vitest counted; a run that ended badly without a failed test is one failure. */
function take({ passed, failed }) {
  total.passed += passed;
  total.failed += failed.length;
  red.push(...failed.map(inFull));
}

/**
 * The end-to-end tests, the hosts beside each other: each of them waits for half of its time, and neither sees the other's
 * clipboard, which in a browser without a window is its own. A file with a red test runs once more, whole and by itself:
 * windows, mouse and clipboard of a busy machine at times fail a program that is right, and what is wrong fails twice. What
 * passed only then is told.
 */
async function hosts(names) {
  const runs = names.flatMap((name) => {
    const { display, lacks } = name === 'desktop' ? desktop : { display: { environment: {} } };
    if (lacks) process.stdout.write(`\n== desktop: not run, ${lacks}\n`);
    return lacks ? [] : [{ name, environment: { MINGCE_E2E_HOST: name, MINGCE_E2E_SHARE: shares, ...display.environment } }];
  });
  const words = ['-c', 'vitest.e2e.config.ts'];
  // One at a time on the screen: of those beside the first, what they said is shown when it has ended.
  const firsts = await Promise.all(runs.map((each, at) => counted(each.name, words, each.environment, at > 0 ? 'file' : 'screen')));
  for (const [at, { name, environment: extra }] of runs.entries()) {
    const first = firsts[at];
    if (at > 0) tell(name, first.said);
    const files = [...new Set(first.failed.map(({ file }) => file))];
    const again = files.length > 0 && files.length <= 5 && !files.includes('') ? await counted(`${name}-again`, [...words, ...files], extra) : null;
    const failed = again?.failed ?? first.failed;
    const mended = again === null ? [] : first.failed.filter(({ test }) => failed.every((each) => each.test !== test)).map(inFull);
    shaky.push(...mended);
    total.passed += first.passed + mended.length;
    total.failed += failed.length;
    red.push(...failed.map(inFull));
  }
}

/** What a run said that was not on the screen. */
function tell(name, said) {
  process.stdout.write(`\n== ${name}\n${readFileSync(said, 'utf8')}`);
}

/**
 * One run of vitest: how many passed, and each that failed with its file; what ended badly otherwise has no file. It says
 * what it says on the screen, into a file, or there and giving way to all others (aside).
 */
async function counted(name, words, extra = {}, place = 'screen') {
  const report = join(scratch, `${name}.json`);
  const said = join(scratch, `${name}.txt`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runBeside(name, [join(modules, 'vitest', 'vitest.mjs'), 'run', ...words, ...reporters], extra, place === 'screen' ? null : said, place === 'aside');
  const { numPassedTests: passed, testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, testResults: [] };
  const failed = testResults.flatMap((each) => {
    const file = relative(root, each.name);
    const tests = each.assertionResults.filter((test) => test.status === 'failed').map(({ fullName, failureMessages }) => ({ file, test: `${file}: ${fullName}`, said: failureMessages.join('\n') }));
    return tests.length > 0 || each.status === 'passed' ? tests : [{ file, test: `${file}: ended before its tests`, said: each.message ?? '' }];
  });
  if (failed.length === 0 && (status !== 0 || passed === 0)) failed.push({ file: '', test: `${name}: ended badly`, said: '' });
  return { passed, failed, said };
}

/** Runs beside others; what it says goes to the screen, or into a file. */
async function runBeside(name, words, extra, file, givesWay = false) {
  const out = file === null ? 1 : openSync(file, 'w');
  if (file === null) process.stdout.write(`\n== ${name}\n`);
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', out, file === null ? 2 : out], env: { ...environment, ...extra } });
  // Before it has begun any process of its own: they take after it.
  if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  if (file !== null) closeSync(out);
  return status;
}

/** What the desktop half runs on, or what it lacks. */
async function findDesktop() {
  if (findElectron() === null) return { lacks: 'no Electron program here (ELECTRON_OVERRIDE_DIST_PATH or npm start fetches one)' };
  const display = await startDisplay();
  return display === null ? { lacks: 'no display here and no Xvfb (Debian: apt-get install xvfb)' } : { display };
}
