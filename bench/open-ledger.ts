// One process: a ledger of 100,000 records of 20,000 people — its first window, then sorting, filtering, searching, one edit — through the contract.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RowsQuery } from '../shared/contract/tables.ts';
import { benchCore } from './bench-core.ts';

const [path = ''] = process.argv.slice(2);
const records = 100_000;
const { core, client, end } = await benchCore();
const take = async (file: File): Promise<void> => {
  const plan = await client.importing.plan({ files: [file] });
  await client.importing.commit({ batch: plan.batch, confirmed: true });
};
await take(new File([readFileSync(path)], basename(path)));

const identities: string[] = [];
for (let offset = 0; ; offset += 500) {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset, limit: 500 });
  if (rows.length === 0) break;
  identities.push(...rows.map(({ values }) => String(values['identityNo'])));
}
const lines = ['姓名,身份证号,入院日期,出院日期,出院诊断疾病名称,医疗机构名称,医疗总费用,基本补偿,大病报销金额,自付金额'];
for (let at = 0; at < records; at++) {
  const day = `${2016 + (at % 5)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
  lines.push(`,${identities[at % identities.length]},${day},${day},病种${at % 300},医院${at % 40},${(at * 7919) % 90_000},${at % 9000},,${at % 700}`);
}
await take(new File([`\uFEFF${lines.join('\r\n')}\r\n`], '医保报销.csv'));

const subject = 'ledger:medicalClaim' as const;
const asked = async (query: Omit<RowsQuery, 'subject' | 'year'>): Promise<number> => {
  const started = performance.now();
  await client.tables.rows({ subject, year: 2020, offset: 0, limit: 200, ...query });
  return performance.now() - started;
};
const started = performance.now();
const { rows: [first], total } = await client.tables.rows({ subject, year: 2020, offset: 0, limit: 200 });
const open = performance.now() - started;
if (total !== records || !first) throw new Error(`${total} records`);
const told: Record<string, number> = { open, again: await asked({}) };
told['amount'] = await asked({ sorts: [{ field: 'medicalClaim.total', descending: true }] });
told['name'] = await asked({ sorts: [{ field: 'name', descending: false }] });
told['filter'] = await asked({ filters: [{ field: 'medicalClaim.total', test: 'greater', value: 8_000_000 }, { field: 'year', test: 'in', values: [2019] }] });
told['search'] = await asked({ search: '病种299' });
const distinctStarted = performance.now();
await client.tables.distinct({ subject, year: 2020, field: 'medicalClaim.diagnosis' });
told['distinct'] = performance.now() - distinctStarted;
const countsStarted = performance.now();
await client.tables.ledgers();
told['counts'] = performance.now() - countsStarted;
const editStarted = performance.now();
await client.tables.edit({ subject, id: first.id, year: 2020, field: 'medicalClaim.own', text: '12.5', base: first.revision });
told['edit'] = performance.now() - editStarted;
told['afterEdit'] = await asked({});
const cardStarted = performance.now();
await client.tables.card({ householdId: first.householdId, year: 2020 });
told['card'] = performance.now() - cardStarted;
core.close();
end();
process.stdout.write(JSON.stringify(told));
