import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const builder = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')).href;

test('a page is there whole while it is built anew, and nothing of an older one stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-page-'));
  const [source, place] = [join(folder, 'source'), join(folder, 'page')];
  const building = async (): Promise<number | null> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', `import { buildPage } from ${JSON.stringify(builder)}; await buildPage(${JSON.stringify(source)}, ${JSON.stringify(place)});`], { stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  };
  const named = (): string => /assets\/[^"]+\.js/.exec(readFileSync(join(place, 'index.html'), 'utf8'))?.[0] ?? '';
  try {
    mkdirSync(source);
    writeFileSync(join(source, 'index.html'), '<script type="module" src="./main.js"></script>');
    writeFileSync(join(source, 'main.js'), 'console.log(1)');
    expect(await building()).toBe(0);
    const old = named();
    expect(existsSync(join(place, old))).toBe(true);
    writeFileSync(join(source, 'main.js'), 'console.log(2)');
    let ended = false;
    // As hosts do that start at once after the sources have changed.
    const both = Promise.all([building(), building()]).finally(() => (ended = true));
    let missed = 0;
    while (!ended) {
      if (!existsSync(join(place, 'index.html'))) missed++;
      await setImmediate();
    }
    expect(await both).toEqual([0, 0]);
    expect(missed).toBe(0);
    expect(named()).not.toBe(old);
    expect(readdirSync(place, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(['assets', named(), 'index.html']);
    expect(readdirSync(folder).toSorted()).toEqual(['page', 'source']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
