// One process: the largest report (everybody by name, every column) made and written as a workbook over a register of as many people as the sheet has, against one read of the same tables.
import { bareRead, benchCoreOf } from './bench-core.ts';
import { timeOf } from './time.ts';

const [path = ''] = process.argv.slice(2);
const { core, client, end, path: register } = await benchCoreOf(path);
const asked = { report: 'people', period: '2020' };
const make = await timeOf(() => client.reports.make({ ...asked, level: 'full' }));
const write = await timeOf(() => client.reports.take({ ...asked, level: 'full', reason: '量速', as: 'xlsx' }));
core.close();

const read = await bareRead(register);
end();
process.stdout.write(JSON.stringify({ make, write, read }));
