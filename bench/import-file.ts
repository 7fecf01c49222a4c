// One process: a new register, one file planned and committed. Prints milliseconds and memory as JSON.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { hostFacts } from '../electron/core/host-facts.ts';
import { openCore } from '../electron/core/open-core.ts';

const [path = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'mingce-bench-'));
const core = openCore({
  kind: 'command',
  ...hostFacts(),
  stateFolder: folder,
  registersFolder: folder,
  fontsUrl: '',
  hasDialogs: false,
  now: () => new Date(),
  chooseNewRegister: async () => join(folder, 'bench.mingce'),
  chooseRegister: async () => null,
  printPdf: () => Promise.reject(new Error('nothing is printed here')),
});
const client = createRouterClient(core.router, { context: {} });
await client.registers.create({ name: '量速', office: '', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
const started = performance.now();
const plan = await client.importing.plan({ files: [new File([readFileSync(path)], basename(path))] });
const planned = performance.now();
const done = await client.importing.commit({ batch: plan.batch });
const committed = performance.now();
core.close();
const size = statSync(join(folder, 'bench.mingce')).size;
rmSync(folder, { recursive: true, force: true });
if (done.counts.new === 0 || done.counts.refused > 0) throw new Error(`The sheet did not import: ${JSON.stringify(done.counts)}`);
process.stdout.write(JSON.stringify({ milliseconds: committed - started, plan: planned - started, commit: committed - planned, rows: done.counts.new, size, memory: process.resourceUsage().maxRSS * 1024 }));
