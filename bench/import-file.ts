// One process: a new register, one file planned and committed. Prints milliseconds and memory as JSON.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileOnDisk } from '../electron/core/importing/bytes-of.ts';
import { benchCore } from './bench-core.ts';

const [path = ''] = process.argv.slice(2);
const { path: register, core, client, end } = await benchCore();
const started = performance.now();
const before = process.cpuUsage();
const plan = await client.importing.plan({ files: [await fileOnDisk(path, basename(path))] });
const planned = performance.now();
const done = await client.importing.commit({ batch: plan.batch });
const committed = performance.now();
const { user, system } = process.cpuUsage(before);
core.close();
const { size } = statSync(register);
end();
if (done.counts.new === 0 || done.counts.refused > 0) throw new Error(`The sheet did not import: ${JSON.stringify(done.counts)}`);
process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, milliseconds: committed - started, plan: planned - started, commit: committed - planned, rows: done.counts.new, size, memory: process.resourceUsage().maxRSS * 1024 }));
