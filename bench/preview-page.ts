// One process: a large file planned, and pages of its preview read as the screen reads them. Prints medians in milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { benchCore } from './bench-core.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(path)], basename(path))] });
const pages = {
  households: (at: number) => client.importing.households({ batch: plan.batch, offset: (at * 997) % plan.groups, limit: 50 }),
  rows: (at: number) => client.importing.rows({ batch: plan.batch, offset: (at * 1999) % plan.counts.new, limit: 50 }),
  verdict: () => client.importing.households({ batch: plan.batch, verdict: 'conflict', limit: 50 }),
  field: () => client.importing.households({ batch: plan.batch, field: 'dibao', limit: 50 }),
  choice: (at: number) => client.importing.choose({ batch: plan.batch, scope: 'row', target: String(at), choice: 'skip' }),
} as const;
const medians: Record<string, number> = {};
for (const [name, read] of Object.entries(pages)) {
  const times: number[] = [];
  for (let at = 0; at < 15; at++) {
    const started = performance.now();
    await read(at);
    times.push(performance.now() - started);
  }
  medians[name] = times.toSorted((a, b) => a - b)[7] ?? 0;
}
core.close();
end();
process.stdout.write(JSON.stringify(medians));
