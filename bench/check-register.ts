// One process: all rules over a register of as many people as the sheet has, the tables read as the rules read them, and one household after an edit.
import { bareRead, benchCoreOf } from './bench-core.ts';
import { timeOf } from './time.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end, path: register } = await benchCoreOf(path);
const first = await timeOf(() => client.checking.run({ year: 2020 }));
const again = await timeOf(() => client.checking.run({ year: 2020 }));
const { rows: [person] } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 });
const households: number[] = [];
let base = person?.revision ?? 0;
for (let round = 0; round < 40; round++) {
  ({ revision: base } = await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'memberPhone', text: `1990000${String(round).padStart(4, '0')}`, base }));
  households.push(await timeOf(() => client.checking.ofHouseholds({ ids: [person?.householdId ?? ''], year: 2020 })));
}
core.close();

const read = await bareRead(register);
end();
households.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ first, again, read, household: households[20] ?? 0, slowest: households.at(-1) ?? 0 }));
