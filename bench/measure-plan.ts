// One process: every row of the plan measured over a register of as many people as the sheet has, against one read of the same tables.
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
const first = await time(() => client.plan.board({ year: 2020, day: '2020-10-31' }));
const again = await time(() => client.plan.board({ year: 2020, day: '2020-10-31' }));
const detail = await time(() => client.plan.target({ year: 2020, day: '2020-10-31', row: 'S12' }));
core.close();

// The same rows in the same portions, looked at by nobody.
const file = openRegisterFile(register, { who: '量速', now: () => new Date() });
const read = await time(async () => {
  const ids = (file.sql('SELECT id FROM household ORDER BY walkKey, householdNo, id').all() as { id: string }[]).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += 400) readFacts(file, { year: 2020, ids: ids.slice(from, from + 400) });
});
file.close();
end();
process.stdout.write(JSON.stringify({ first, again, detail, read }));
