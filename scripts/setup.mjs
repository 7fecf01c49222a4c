// Makes node_modules match package-lock.json. Runs before every npm script under whatever Node called npm (20 or
// later) and with no dependency. Instant and silent when there is nothing to do; all output goes to stderr, because
// the command line prints JSON on stdout.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`明册需要 Node 20 以上，当前是 ${process.versions.node}。请到 nodejs.org 安装新版后再试。\n`);
  process.exit(1);
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.mingce-lock');
const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  process.stderr.write('正在安装依赖（首次约需一两分钟）……\n');
  // Windows cannot delete the Node that is running this file once node_modules holds it.
  const inPlace = process.platform === 'win32' && process.execPath.startsWith(modules);
  const wanted = [inPlace ? 'install' : 'ci', ...(inPlace ? ['--no-save'] : []), '--no-audit', '--no-fund'];
  const npmScript = process.env.npm_execpath;
  const outerNode = process.env.npm_node_execpath ?? process.execPath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = npmScript?.endsWith('.js')
    ? spawnSync(outerNode, [npmScript, ...wanted], options)
    : spawnSync('npm', wanted, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write('依赖没有装好：npm 的提示在上面。请检查网络或 npm 源，再运行一次。\n');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
