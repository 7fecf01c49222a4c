// One process: a register of so many people, and a department's list of as many held against it. Prints milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openWorkbook } from '../electron/core/importing/read-workbook.ts';
import { benchCore } from './bench-core.ts';

const [people = '', list = '', profiled] = process.argv.slice(2);
const { core, client, end } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(people)], basename(people))] });
await client.importing.commit({ batch: plan.batch, confirmed: true });

/** What reading the one file costs, rows counted and forgotten. */
async function reading(path: string): Promise<number> {
  const started = performance.now();
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)), basename(path));
  for (const sheet of workbook.sheets) for await (const chunk of sheet.rows()) void chunk.length;
  workbook.close();
  return performance.now() - started;
}

const read = { list: await reading(list), people: await reading(people) };
const file = new File([readFileSync(list)], basename(list));
if (profiled !== undefined) process.kill(process.pid, 'SIGUSR2');
let started = performance.now();
const { rows, both, differ, onlyTheirs, onlyRegister, unusable, near } = await client.importing.match({ file });
const match = performance.now() - started;
started = performance.now();
core.close();
end();
const count = { rows, both: both.length, differ: differ.length, onlyTheirs: onlyTheirs.length, onlyRegister: onlyRegister.length, unusable: unusable.length, near: near.length };
process.stdout.write(JSON.stringify({ match, readList: read.list, readPeople: read.people, memory: process.resourceUsage().maxRSS * 1024, ...count }));
