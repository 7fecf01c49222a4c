import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../core/support/core.ts';

const root = join(import.meta.dirname, '..', '..');

/** The modules that the command line loads for these words, from its sources. */
function loadedFor(...words: string[]): string[] {
  const list = join(temporaryFolder(), 'loaded');
  const note = `import { registerHooks } from 'node:module'; import { appendFileSync } from 'node:fs';
    registerHooks({ load: (url, context, next) => { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`;
  const { status } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(note)}`, join(root, 'electron', 'cli', 'main.ts'), ...words], { stdio: 'ignore' });
  expect(status).not.toBeNull();
  return readFileSync(list, 'utf8').trim().split('\n');
}

test('whoever asks how a command is used does not wait for the core, nor does a slip of the pen', () => {
  const core = /core\/open-core\.ts$|node_modules\/(better-sqlite3|kysely|zod|@orpc)\//;
  for (const words of [['--help'], ['import', '--help'], ['no-such-command'], ['list']]) expect(loadedFor(...words).filter((url) => core.test(url)), words.join(' ')).toEqual([]);
  // The list of what was loaded bites.
  expect(loadedFor('list', 'no-such.mingce', 'people').filter((url) => core.test(url)).length).toBeGreaterThan(100);
});

test('whoever stops reading after the first lines gets no word of an error', async () => {
  const child = spawn(process.execPath, [join(root, 'electron', 'cli', 'main.ts'), '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const told: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(Buffer.concat(told).toString()).toBe('');
});
