import { expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const header = ['乡镇', '行政村', '户编号', '户联系电话', '姓名', '证件号码', '性别', '与户主关系', '人数', '民族', '银行卡号'];
const people = [
  ['高台子街道', '台地村', '99050400009', '19900000001', '钱试一', identity('19500203', 1), '男', '户主', '1', '汉族', '9999990000000001'],
  ['牛心台街道', '上牛村', '99050400001', '19900000001', '赵试一', identity('19600506', 3), '女', '户主', '3', '', '9999990000000001'],
  ['牛心台街道', '上牛村', '99050400001', '', '孙试一', '', '男', '之女', '3', '', ''],
];

async function idsOf(client: TestClient): Promise<string[]> {
  return (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 50 })).rows.map(({ id }) => id);
}

it('tells of one household, or of several, what the run of all tells of them', async () => {
  const { client } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', [header, ...people])]);
  const { findings } = await client.checking.run({ year: 2020 });
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R032', 'R034-2']));
  const ids = await idsOf(client);
  for (const id of ids) expect(await client.checking.ofHouseholds({ ids: [id], year: 2020 })).toEqual(findings.filter(({ householdId }) => householdId === id));
  expect(await client.checking.ofHouseholds({ ids, year: 2020 })).toEqual(findings);
  expect(await client.checking.ofHouseholds({ ids: [] })).toEqual([]);
});

it('follows each edit, also where the last value of a column goes and the first one comes', async () => {
  const { client } = await openTestCore();
  await importAll(client, [csv('人员_2020.csv', [header, ...people])]);
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 50 });
  const zhao = rows.find(({ values }) => values['name'] === '赵试一');
  if (!zhao) throw new Error('nobody of that name');
  const rulesNow = async () => (await client.checking.ofHouseholds({ ids: [zhao.householdId], year: 2020 })).filter(({ memberId }) => memberId === zhao.id).map(({ rule }) => rule);
  expect(await rulesNow()).toContain('R008');
  let base = zhao.revision;
  const edit = async (field: string, text: string) => ({ revision: base } = (await client.tables.edit({ subject: 'people', id: zhao.id, year: 2020, field, text, base })));
  await edit('sex', '男');
  expect(await rulesNow()).not.toContain('R008');
  // No column of phones is in the register yet.
  expect(await rulesNow()).not.toContain('R031');
  await edit('memberPhone', '02499900001');
  expect(await rulesNow()).toContain('R031');
  await client.tables.undo();
  expect(await rulesNow()).not.toContain('R031');
});
