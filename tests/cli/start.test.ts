import { spawnSync } from 'node:child_process';
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
