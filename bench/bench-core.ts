import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { hostFacts } from '../electron/core/host-facts.ts';
import { openCore, type CoreClient } from '../electron/core/open-core.ts';

/** A core with an empty register in a folder of its own; `end` closes it and removes the folder. */
export async function benchCore(now = () => new Date()) {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
  const path = join(folder, 'bench.mingce');
  const core = openCore({
    kind: 'command',
    ...hostFacts(),
    stateFolder: folder,
    registersFolder: folder,
    fontsUrl: '',
    hasDialogs: false,
    now,
    chooseNewRegister: async () => path,
    chooseRegister: async () => null,
    printPdf: () => Promise.reject(new Error('nothing is printed here')),
  });
  const client: CoreClient = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '量速', office: '', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
  const end = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, path, core, client, end };
}
