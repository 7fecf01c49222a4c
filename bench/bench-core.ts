import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { hostFacts } from '../electron/core/host-facts.ts';
import { openCore, type CoreClient } from '../electron/core/open-core.ts';
import { openRegisterFile } from '../electron/core/storage/register-file.ts';
import { readFacts } from '../electron/core/tables/facts.ts';
import { timeOf } from './time.ts';

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
    printers: null,
    fontsFolder: '',
  });
  const client: CoreClient = createRouterClient(core.router, { context: {} });
  await client.registers.create({ name: '量速', office: '', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
  const end = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, path, core, client, end };
}

/** The same with the people of a sheet in it. */
export async function benchCoreOf(sheet: string) {
  const bench = await benchCore();
  const plan = await bench.client.importing.plan({ files: [new File([readFileSync(sheet)], basename(sheet))] });
  await bench.client.importing.commit({ batch: plan.batch, confirmed: true });
  return bench;
}

/** Milliseconds of reading what rules and plan read, in the same portions, looked at by nobody. */
export async function bareRead(register: string): Promise<number> {
  const file = openRegisterFile(register, { who: '量速', now: () => new Date() });
  const read = await timeOf(async () => {
    const ids = (file.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += 400) readFacts(file, { year: 2020, ids: ids.slice(from, from + 400) });
  });
  file.close();
  return read;
}
