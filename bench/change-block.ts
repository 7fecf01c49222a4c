// One process: a block of five columns over every row of a large sheet, checked, written and taken back; then a cell looked for in all columns.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { tableOf } from '../shared/sheets/table.ts';
import { benchCore } from './bench-core.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(path)], basename(path))] });
await client.importing.commit({ batch: plan.batch, confirmed: true });
const question = { subject: 'people' as const, year: 2020 };
const { total } = await client.tables.rows({ ...question, offset: 0, limit: 1 });
const revision = (await client.registers.current())?.revision ?? 0;

const told: Record<string, number> = {};
async function measured<T>(name: string, work: Promise<T>): Promise<T> {
  const started = performance.now();
  const answer = await work;
  told[name] = performance.now() - started;
  return answer;
}

const fields = ['memberPhone', 'birthDate', 'workPlace', 'workMonths', 'education'];
const row = ['19900000009', '1970-01-01', '试用市', '7', '初中'];
const asked = { question, revision, change: { kind: 'paste' as const, into: { from: 0, to: total - 1, fields }, texts: [row], blanks: 'skip' as const } };
await measured('check', client.blocks.check(asked));
const { written } = await measured('write', client.blocks.write(asked));
told['cells'] = written;
await measured('undo', client.tables.undo());
const ask = { question, revision: revision + 2, fields: tableOf('people').fields.map(({ key }) => key), after: { row: 0, field: 'name' } };
await client.tables.rows({ ...question, offset: 0, limit: 1 });
await measured('find', client.blocks.findCell({ ...ask, text: '试一' }));
await measured('findNumber', client.blocks.findCell({ ...ask, text: '4321' }));
await measured('findNext', client.blocks.findCell({ ...ask, text: '4321', after: { row: 50_000, field: 'name' } }));
await measured('measure', client.blocks.measure({ ...ask, areas: [{ from: 0, to: total - 1, fields: ['totalIncome', 'workMonths'] }] }));
await measured('edge', client.blocks.edge({ ...ask, row: 0, field: 'name', down: true }));
core.close();
end();
process.stdout.write(JSON.stringify(told));
