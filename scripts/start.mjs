// `npm start`: the desktop application where an Electron program can be had, otherwise the browser host.
// A register's path may follow: npm start -- 明册.mingce
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { fetchElectron, findElectron, hasDisplay, sandboxFlags } from './electron-binary.mjs';
import { withUtf8 } from './utf8-locale.mjs';

if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(`当前 Node 是 ${process.versions.node}，太旧。请用 npm start 启动，它会用项目自带的 Node。\n`);
  process.exit(1);
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const registers = process.argv.slice(2).filter((word) => !word.startsWith('-')).map((path) => resolve(path));
const electron = hasDisplay() ? (findElectron() ?? (await fetchElectron())) : null;

if (electron) {
  await build();
  const child = spawn(electron, [...sandboxFlags(), root, ...registers], { stdio: 'inherit', env: withUtf8(process.env) });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
  child.on('error', (error) => {
    process.stderr.write(`Electron 没有启动：${error.message}\n`);
    process.exit(1);
  });
} else {
  await build(['fonts', 'renderer']);
  const why = hasDisplay() ? '没有找到也没能下载 Electron' : '这里没有显示屏';
  process.stdout.write(`${why}，改用浏览器打开。\n`);
  const { startWebHost } = await import('../electron/web/start-web-host.ts');
  const host = await startWebHost(registers[0] ? { register: registers[0] } : {});
  process.stdout.write(`${host.url}\n按 Ctrl+C 结束。\n`);
  if (hasDisplay()) openInBrowser(host.url);
  const stop = () => void host.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function openInBrowser(url) {
  const [program, ...words] =
    { win32: ['cmd', '/c', 'start', '""', url], darwin: ['open', url] }[process.platform] ?? ['xdg-open', url];
  spawn(program, words, { stdio: 'ignore', detached: true, windowsHide: true }).on('error', () => {}).unref();
}
