import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'serve.mjs');

test('the browser host tells where it serves the page, and ends when it is told to', async () => {
  const folder = temporaryFolder();
  const host = spawn(process.execPath, [script], { env: { ...process.env, MINGCE_REGISTERS: folder, MINGCE_STATE: folder }, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void host.kill('SIGKILL'));
  const [said] = (await once(host.stdout.setEncoding('utf8'), 'data')) as [string];
  expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\S+\n$/);
  const page = await fetch(said.trim());
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('明册');
  const end = once(host, 'exit');
  host.kill('SIGTERM');
  expect(await end).toEqual([0, null]);
});
