// One process: a register of so many people, and a department's list of as many held against it. Prints milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openWorkbook } from '../electron/core/importing/read-workbook.ts';
import { benchCore } from './bench-core.ts';

const [people = '', list = ''] = process.argv.slice(2);
const { core, client, end } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(people)], basename(people))] });
await client.importing.commit({ batch: plan.batch, confirmed: true });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What reading the one file costs, rows counted and forgotten. */
async function read(path: string): Promise<void> {
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)), basename(path));
  let rows = 0;
  for (const sheet of workbook.sheets) for await (const chunk of sheet.rows()) rows += chunk.length;
  workbook.close();
  if (rows === 0) throw new Error('The file is empty');
}

const [readList, readPeople] = [await timed(() => read(list)), await timed(() => read(people))];
const file = new File([readFileSync(list)], basename(list));
let counts: Record<string, number> = {};
const match = await timed(async () => {
  const { rows, both, differ, onlyTheirs, onlyRegister, unusable, near } = await client.importing.match({ file });
  counts = { rows, both: both.length, differ: differ.length, onlyTheirs: onlyTheirs.length, onlyRegister: onlyRegister.length, unusable: unusable.length, near: near.length };
});
const back = await timed(() => client.importing.match({ file, back: true }));
core.close();
end();
process.stdout.write(JSON.stringify({ match, back, readList, readPeople, memory: process.resourceUsage().maxRSS * 1024, ...counts }));
