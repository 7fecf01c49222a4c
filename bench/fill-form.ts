// One process: a blank form of an office with everything on it — sums below, frames, names, breaks — filled with so many of a large register's people. Prints milliseconds as JSON.
import { listForms } from '../tests/fixtures/forms/list-forms.ts';
import { benchCoreOf } from './bench-core.ts';
import { timeOf } from './time.ts';

const [sheet = ''] = process.argv.slice(2);
const { core, client, end } = await benchCoreOf(sheet);
const form = listForms.find(({ key }) => key === 'three-levels');
if (!form) throw new Error('The form is not there');
const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
const ids: string[] = rows.map(({ id }) => id);
for (let from = ids.length; from < 10_000; from += 500) ids.push(...(await client.tables.rows({ subject: 'people', year: 2020, offset: from, limit: 500 })).rows.map(({ id }) => id));

const fill = (count: number): Promise<number> =>
  timeOf(() => client.templates.fillIn({ blank: new File([Uint8Array.from(form.make())], form.file), who: { by: 'rows', subject: 'people', ids: ids.slice(0, count) }, year: 2020, level: 'full', reason: '量速', bundle: 'files' }));
// What is loaded and compiled once is not counted.
await fill(111);
const told: Record<string, number> = {};
for (const count of [1, 111, 1000, 10_000]) told[`rows${count}`] = await fill(count);
core.close();
end();
process.stdout.write(JSON.stringify(told));
