import { expect, it } from 'vitest';
import { openRegisterFile } from '../../../electron/core/storage/register-file.ts';
import { readFacts, readRecords } from '../../../electron/core/tables/facts.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

it('brings the records of the ledgers that were asked for with the household where the person lives, newest year first', async () => {
  const { client, core, path } = await openTestCore();
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 2 });
  const [first] = rows;
  const { id: memberId = '', householdId = '' } = first ?? {};
  await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId, year: 2019, values: { 'dibaoList.grade': '二档' } });
  await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId, year: 2020, values: { 'dibaoList.grade': '一档' } });
  await client.tables.addEntry({ subject: 'ledger:village', year: 2020, values: { 'village.name': '试村', 'village.town': '试街道' } });
  core.close();
  const register = openRegisterFile(path, { who: '试用员', now: () => new Date() });
  try {
    const [household] = readFacts(register, { year: 2020, ids: [householdId], ledgers: ['dibaoList'] });
    expect(Object.keys(household?.records ?? {})).toEqual(['dibaoList']);
    expect(household?.records['dibaoList']?.map(({ memberId: of, year, values }) => [of, year, values['dibaoList.grade']])).toEqual([[memberId, 2020, '一档'], [memberId, 2019, '二档']]);
    expect(readFacts(register, { year: 2020, ids: [householdId] })[0]?.records).toEqual({});
    expect(readRecords(register, 'village').map(({ values }) => values['village.name'])).toEqual(['试村']);
  } finally {
    register.close();
  }
});
