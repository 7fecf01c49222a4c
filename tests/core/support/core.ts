import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { Host } from '../../../electron/core/host.ts';
import { openCore, type CoreClient } from '../../../electron/core/open-core.ts';

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-core-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** The shipped fonts, which every paper is drawn with. */
function builtFonts(): string {
  const folder = join(root, 'dist', 'fonts');
  if (!existsSync(join(folder, 'NotoSerifSC-Bold.ttf'))) execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'fonts']);
  return folder;
}

export function testHost(folder: string, changes: Partial<Host> = {}): Host {
  return {
    kind: 'command',
    version: '0.0.0',
    who: '试用员',
    registersFolder: join(folder, 'registers'),
    stateFolder: join(folder, 'state'),
    fontsUrl: 'about:blank/',
    fontsFolder: builtFonts(),
    hasDialogs: false,
    now: () => new Date(),
    chooseNewRegister: async (name) => join(folder, 'registers', name),
    chooseRegister: async () => null,
    printPdf: async () => {
      throw new Error('no browser is asked in this test');
    },
    printers: null,
    ...changes,
  };
}

/** The real core over a real file, with an empty register of 2020 open. */
export async function openTestCore(changes: Partial<Host> = {}) {
  const folder = temporaryFolder();
  const host = testHost(folder, changes);
  const core = openCore(host);
  onTestFinished(() => core.close());
  const client: CoreClient = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '试用', office: '明山区扶贫办', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
  return { folder, host, core, client, path: join(folder, 'registers', '试用.mingce') };
}

export type TestCore = Awaited<ReturnType<typeof openTestCore>>;
export type TestClient = TestCore['client'];

/** A sheet as CSV: a row an array, every cell as text. */
export function csv(name: string, rows: readonly (readonly string[])[]): File {
  const quoted = rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','));
  return new File([`\uFEFF${quoted.join('\r\n')}\r\n`], name);
}

/** Plans and commits in one go, whatever is out of the ordinary. */
export async function importAll(client: TestClient, files: File[], year?: number) {
  const plan = await client.importing.plan(year === undefined ? { files } : { files, year });
  return client.importing.commit({ batch: plan.batch, confirmed: true });
}

/** Everything that the register holds, without the traces of when it came: for comparing before and after. */
export async function contentOf(client: TestClient, year = 2020): Promise<unknown> {
  const read = async (subject: 'households' | 'people') => {
    const { rows } = await client.tables.rows({ subject, year, offset: 0, limit: 500 });
    return rows.map(({ values, extra }) => ({ values, extra }));
  };
  return { households: await read('households'), people: await read('people') };
}
