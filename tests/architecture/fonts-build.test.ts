import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const builder = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')).href;
const copying = (folder: string) => spawn(process.execPath, ['--input-type=module', '-e', `import { copyFonts } from ${JSON.stringify(builder)}; copyFonts(${JSON.stringify(folder)});`], { stdio: 'ignore' });

test('fonts that several processes build at once are whole whenever somebody reads them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-fonts-'));
  try {
    await once(copying(folder), 'exit');
    const names = readdirSync(folder);
    const sizes = names.map((name) => statSync(join(folder, name)).size);
    const builders = [copying(folder), copying(folder)].map(async (child) => (await once(child, 'exit')) as [number | null]);
    let building = true;
    const ended = Promise.all(builders).then((codes) => {
      building = false;
      return codes.map(([code]) => code);
    });
    const torn = new Set<string>();
    while (building) {
      names.forEach((name, at) => {
        if (statSync(join(folder, name)).size !== sizes[at]) torn.add(name);
      });
      await setImmediate();
    }
    expect(await ended).toEqual([0, 0]);
    expect([...torn]).toEqual([]);
    expect(readdirSync(folder)).toEqual(names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
