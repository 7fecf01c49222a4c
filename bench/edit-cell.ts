// One process: cell edits through the contract, and bare commits of one value in a file with the same settings, in turns.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { benchCore } from './bench-core.ts';

const [path = ''] = process.argv.slice(2);
const { folder, core, client, end } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(path)], basename(path))] });
await client.importing.commit({ batch: plan.batch });
const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 200 });

const bare = new Database(join(folder, 'bare.db'));
bare.pragma('locking_mode = EXCLUSIVE');
bare.pragma('journal_mode = WAL');
bare.pragma('synchronous = FULL');
bare.exec('CREATE TABLE member (id INTEGER PRIMARY KEY, phone TEXT)');
for (let id = 1; id <= 200; id++) bare.prepare('INSERT INTO member VALUES (?, ?)').run(id, '');
const update = bare.prepare('UPDATE member SET phone = ? WHERE id = ?');

const times = { edit: [] as number[], bare: [] as number[] };
let revision = 1_000_000;
for (let round = 0; round < 300; round++) {
  const phone = `1990000${String(round).padStart(4, '0')}`;
  const row = rows[round % rows.length];
  let started = performance.now();
  const answer = await client.tables.edit({ subject: 'people', id: row?.id ?? '', year: 2020, field: 'memberPhone', text: phone, base: revision });
  times.edit.push(performance.now() - started);
  ({ revision } = answer);
  started = performance.now();
  update.run(phone, (round % 200) + 1);
  times.bare.push(performance.now() - started);
}
bare.close();
core.close();
end();
const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
process.stdout.write(JSON.stringify({ edit: median(times.edit.slice(50)), bare: median(times.bare.slice(50)) }));
