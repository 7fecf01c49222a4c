// One process: a register of 100,000 people looked at as of the day before an import — one that brought all of them, one that changed a value of each.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { benchCore } from './bench-core.ts';
import { timeOf } from './time.ts';

const [path = ''] = process.argv.slice(2);
let day = '2020-03-01';
const { core, client, end } = await benchCore(() => new Date(`${day}T12:00:00`));
const take = async (file: File): Promise<void> => {
  const plan = await client.importing.plan({ files: [file], policy: 'replace' });
  await client.importing.commit({ batch: plan.batch, confirmed: true });
};
await take(new File([readFileSync(path)], basename(path)));
const window = { subject: 'people' as const, year: 2020, offset: 0, limit: 200 };
const told: Record<string, number> = { now: await timeOf(() => client.tables.rows(window)) };
told['sameState'] = await timeOf(() => client.registers.current({ asOf: day }));
told['wholeImport'] = await timeOf(() => client.registers.current({ asOf: '2020-02-29' }));

const people: string[] = [];
for (let offset = 0; ; offset += 500) {
  const { rows } = await client.tables.rows({ ...window, offset, limit: 500 });
  if (rows.length === 0) break;
  people.push(...rows.map(({ values }) => `${values['identityNo']},${values['name']},${values['householdNo']}`));
}
day = '2020-03-02';
await take(new File([`\uFEFF证件号码,姓名,户编号,务工时间（月）\r\n${people.map((person, at) => `${person},${at % 12}`).join('\r\n')}\r\n`], '人员2020.csv'));
const { rows: [last] } = await client.history.commands({ limit: 1 });
told['changes'] = last?.changes ?? 0;
told['oneColumn'] = await timeOf(() => client.registers.current({ asOf: '2020-03-01' }));
told['window'] = await timeOf(() => client.tables.rows({ ...window, asOf: '2020-03-01' }));
told['again'] = await timeOf(() => client.tables.rows({ ...window, offset: 200, asOf: '2020-03-01' }));
day = '2020-03-03';
const [first] = (await client.tables.rows(window)).rows;
await client.tables.edit({ subject: 'people', id: first?.id ?? '', year: 2020, field: 'memberPhone', text: '19900009999', base: 9 });
told['oneCell'] = await timeOf(() => client.registers.current({ asOf: '2020-03-02' }));
told['memory'] = process.memoryUsage().rss;
core.close();
end();
process.stdout.write(JSON.stringify(told));
