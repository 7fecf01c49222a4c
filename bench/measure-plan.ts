// One process: every row of the plan measured over a register of as many people as the sheet has, against one read of the same tables.
import { bareRead, benchCoreOf } from './bench-core.ts';
import { timeOf } from './time.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end, path: register } = await benchCoreOf(path);
const first = await timeOf(() => client.plan.board({ year: 2020, day: '2020-10-31' }));
const again = await timeOf(() => client.plan.board({ year: 2020, day: '2020-10-31' }));
const detail = await timeOf(() => client.plan.target({ year: 2020, day: '2020-10-31', row: 'S12' }));
core.close();

const read = await bareRead(register);
end();
process.stdout.write(JSON.stringify({ first, again, detail, read }));
