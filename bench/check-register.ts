// One process: all rules over a register of as many people as the sheet has, the tables read as the rules read them, and one household after an edit.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { benchCore } from './bench-core.ts';
import { readFacts } from '../electron/core/tables/facts.ts';
import { openRegisterFile } from '../electron/core/storage/register-file.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end, path: register } = await benchCore();
const plan = await client.importing.plan({ files: [new File([readFileSync(path)], basename(path))] });
await client.importing.commit({ batch: plan.batch, confirmed: true });

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
const first = await time(() => client.checking.run({ year: 2020 }));
const again = await time(() => client.checking.run({ year: 2020 }));
const { rows: [person] } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 });
const households: number[] = [];
let base = person?.revision ?? 0;
for (let round = 0; round < 40; round++) {
  ({ revision: base } = await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'memberPhone', text: `1990000${String(round).padStart(4, '0')}`, base }));
  households.push(await time(() => client.checking.ofHouseholds({ ids: [person?.householdId ?? ''], year: 2020 })));
}
core.close();

// The same rows in the same portions, looked at by nobody.
const file = openRegisterFile(register, { who: '量速', now: () => new Date() });
const read = await time(async () => {
  const ids = (file.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 400) readFacts(file, { year: 2020, ids: ids.slice(from, from + 400) });
});
file.close();
end();
households.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ first, again, read, household: households[20] ?? 0, slowest: households.at(-1) ?? 0 }));
