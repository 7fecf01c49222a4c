// Builds what hosts run: `node scripts/build.mjs [renderer|main|preload|utility|fonts|printing]…`, everything without a name.
// A part whose inputs have not changed since its last build is skipped.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const fonts = {
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'NotoSerifSC-Regular.ttf': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold.ttf': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

export const electronInputs = ['shared', 'electron', 'resources', 'vite.electron.config.ts', 'scripts/build.mjs'];
const parts = {
  fonts: { inputs: ['scripts/build.mjs'], makes: 'dist/fonts/NotoSerifSC-Bold.ttf', build: () => copyFonts() },
  printing: { inputs: ['scripts/build.mjs'], makes: 'dist/printing/SumatraPDF.exe', build: copyPrintProgram },
  preload: { inputs: electronInputs, makes: 'dist/preload/preload.cjs', build: () => buildElectron('preload') },
  main: { inputs: electronInputs, makes: 'dist/main/main.js', build: () => buildElectron('main') },
  utility: { inputs: electronInputs, makes: 'dist/utility/utility.js', build: () => buildElectron('utility') },
  renderer: {
    inputs: ['shared', 'renderer', 'resources', 'docs', 'vite.config.ts', 'scripts/build.mjs'],
    makes: 'dist/renderer/index.html',
    build: () => buildPage(),
  },
};

/** Builds the named parts; returns the names of those that had to be built. */
export async function build(names = Object.keys(parts)) {
  const record = join(root, 'dist', 'built.json');
  const built = [];
  for (const name of names) {
    const part = parts[name];
    if (!part) throw new Error(`没有名为 ${name} 的构建部分，可用：${Object.keys(parts).join('、')}`);
    const fingerprint = fingerprintOf(['package-lock.json', ...part.inputs]);
    const known = readRecord(record);
    if (known[name] === fingerprint && existsSync(join(root, part.makes))) continue;
    await part.build();
    mkdirSync(dirname(record), { recursive: true });
    const told = JSON.stringify({ ...readRecord(record), [name]: fingerprint }, null, 2);
    put(record, (path) => writeFileSync(path, told));
    built.push(name);
  }
  return built;
}

function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** Names, sizes and times of all input files; contents would cost more than they tell. */
export function fingerprintOf(inputs) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const facts = statSync(join(root, path), { throwIfNoEntry: false });
    if (!facts) return;
    if (!facts.isDirectory()) hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
    else for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
  };
  inputs.forEach(visit);
  return hash.digest('hex');
}

/** Writes a file beside its place and moves it there: who reads at the same time, another build included, finds a whole one. */
function put(path, write) {
  const beside = `${path}.${process.pid}`;
  write(beside);
  renameSync(beside, path);
}

/** Tests in several processes come here at once. */
export function copyFonts(folder = join(root, 'dist', 'fonts')) {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(fonts)) put(join(folder, name), (path) => copyFileSync(join(root, 'node_modules', '@expo-google-fonts', source), path));
}

/** What prints a PDF on Windows: its own program, which ours starts. */
function copyPrintProgram() {
  mkdirSync(join(root, 'dist', 'printing'), { recursive: true });
  put(join(root, 'dist', 'printing', 'SumatraPDF.exe'), (path) => copyFileSync(join(root, 'node_modules', 'pdf-to-printer', 'dist', 'SumatraPDF-3.4.6-32.exe'), path));
}

/** The page of a folder of sources, made beside its place: a host that runs, or another that starts, serves one that is whole meanwhile. */
export async function buildPage(source = join(root, 'renderer'), place = join(root, 'dist', 'renderer')) {
  const vite = await import('vite');
  const beside = `${place}.${process.pid}`;
  // A test runner's own NODE_ENV would make React's development build of it.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await vite.build({ configFile: join(root, 'vite.config.ts'), root: source, build: { outDir: beside } });
    putPage(beside, place);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
    rmSync(beside, { recursive: true, force: true });
  }
}

const filesIn = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name))] : [])) : [];

/** Moves a page to its place: what it names before itself, then takes away what only the one before it has named. */
function putPage(from, to) {
  const [page, made] = ['index.html', filesIn(from)];
  for (const name of [...made.filter((each) => each !== page), page]) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    renameSync(join(from, name), join(to, name));
  }
  for (const name of filesIn(to)) if (!made.includes(name)) rmSync(join(to, name), { force: true });
}

async function buildElectron(name) {
  const vite = await import('vite');
  const { bundles, readingThread } = await import('../vite.electron.config.ts');
  await vite.build({ root, ...bundles[name] });
  if (name === 'utility') await vite.build({ root, ...readingThread(bundles[name].build.outDir) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const started = Date.now();
  const built = await build(names.length > 0 ? names : undefined).catch((error) => {
    process.stderr.write(`构建没有成功：${error.message}\n`);
    process.exit(1);
  });
  process.stderr.write(
    built.length > 0 ? `已构建 ${built.join('、')}（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n` : '没有变化，不需要构建。\n',
  );
}
