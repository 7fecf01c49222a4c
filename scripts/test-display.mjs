// A display for the desktop half of the tests where none is there.
import { spawn } from 'node:child_process';
import { hasDisplay } from './electron-binary.mjs';

/** The environment that shows windows; null where that cannot be had. */
export async function startDisplay() {
  if (hasDisplay()) return { environment: {}, stop() {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.once('exit', () => resolve(null));
    server.stdio[3].setEncoding('utf8').once('data', (said) => resolve(said.trim()));
  });
  if (number === null) return null;
  return { environment: { DISPLAY: `:${number}` }, stop: () => server.kill() };
}
