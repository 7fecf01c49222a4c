import { expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const header = ['乡镇', '行政村', '户编号', '姓名', '证件号码', '性别', '与户主关系', '人数', '人均纯收入', '联系电话'];
const rows = [
  ['高台子街道', '台地村', '99050400009', '钱试一', identity('19850203', 1), '男', '户主', '1', '5500', '19900000001'],
  ['牛心台街道', '上牛村', '99050400001', '赵试一', identity('19850506', 4), '女', '户主', '1', '8000', '19900000002'],
];
const open = async () => {
  const core = await openTestCore({ now: () => new Date('2020-06-30T09:00:00') });
  await importAll(core.client, [csv('人员_2020.csv', [header, ...rows])]);
  return core;
};
const told = async (client: TestClient, rule: string) => (await client.checking.run({ year: 2020, rules: [rule] })).findings.map(({ head }) => head);

it('goes by the thresholds that the office sets, from the year on that it says', async () => {
  const { client } = await open();
  expect(await told(client, 'R112-3')).toEqual(['钱试一']);
  await expect(client.checking.setLimit({ limit: 'officeLine', from: 2020, value: 9000, why: '' })).rejects.toThrow('要写明依据');
  await client.checking.setLimit({ limit: 'officeLine', from: 2021, value: 9000, why: '区里新文件' });
  expect(await told(client, 'R112-3')).toEqual(['钱试一']);
  await client.checking.setLimit({ limit: 'officeLine', from: 2020, value: 8000.01, why: '区里新文件' });
  expect(await told(client, 'R112-3')).toEqual(['赵试一', '钱试一']);
  const { limits } = await client.checking.rules({ year: 2020 });
  expect(limits.find(({ limit }) => limit === 'officeLine')).toMatchObject({ value: 8000.01, unit: '元', steps: [{ value: 6000, record: null }, { value: 8000.01, why: '区里新文件' }, { from: 2021, value: 9000 }] });
  await client.checking.setLimit({ limit: 'officeLine', from: 2020, value: null, why: '' });
  expect(await told(client, 'R112-3')).toEqual(['钱试一']);
  expect((await client.history.commands({})).rows[0]?.label).toContain('恢复标准：本区关注线');
});

it('switches a rule off with a reason, and on again', async () => {
  const { client } = await open();
  await expect(client.checking.switchRule({ rule: 'R112-3', off: true, why: '' })).rejects.toThrow('要写明理由');
  await client.checking.switchRule({ rule: 'R112-3', off: true, why: '本区不用' });
  const { rules, findings } = await client.checking.run({ year: 2020, rules: ['R112'] });
  expect(findings).toEqual([]);
  expect(rules.find(({ rule }) => rule === 'R112-3')).toMatchObject({ state: 'off', note: '本区不用' });
  await client.checking.switchRule({ rule: 'R112-3', off: false, why: '' });
  expect(await told(client, 'R112-3')).toEqual(['钱试一']);
});

const own = {
  grade: 'W', title: '低收入户没有第二个电话', why: '', remedy: '请补一个', source: '本区', scope: 'households',
  when: { all: [{ field: 'perCapitaIncome', than: '<', limit: 'officeLine' }, { field: 'householdPhone', is: 'filled' }] }, field: 'householdPhone',
} as const;

it('asks a rule that the office wrote as data, and gives it to another office as a file', async () => {
  const { client } = await open();
  const saved = await client.checking.saveRule({ rule: { ...own, when: { all: [...own.when.all] } } });
  expect(saved.rule.id).toBe('Z001');
  const { findings } = await client.checking.run({ year: 2020, rules: ['Z001'] });
  expect(findings.map(({ head, message }) => [head, message])).toEqual([['钱试一', '人均纯收入：5,500.00，户联系电话：1990****0001']]);
  await expect(client.checking.saveRule({ rule: { ...own, when: { field: 'noSuch', is: 'blank' } } })).rejects.toThrow('没有“noSuch”这一列');
  const file = await client.checking.exportRules({ name: '明山区', version: '1' });
  const other = await open();
  expect(await other.client.checking.importRules({ file })).toMatchObject({ name: '明山区', version: '1', taken: ['Z001 低收入户没有第二个电话'] });
  expect(await other.client.checking.importRules({ file })).toMatchObject({ taken: [] });
  expect(await told(other.client, 'Z001')).toEqual(['钱试一']);
  await client.checking.saveRule({ rule: { ...own, id: 'Z001', when: { field: 'householdPhone', is: 'blank' } } });
  expect(await told(client, 'Z001')).toEqual([]);
  await client.checking.removeRule({ rule: 'Z001' });
  expect((await client.checking.rules({ year: 2020 })).own).toEqual([]);
  await expect(client.checking.importRules({ file: new File(['{}'], '别的.json') })).rejects.toThrow('规则文件的内容不对');
});

it('keeps runs, and tells what is gone and what is new since', async () => {
  const { client } = await open();
  const first = await client.checking.run({ year: 2020, keep: true });
  expect(first.before).toBeNull();
  const { rows: people } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
  const [zhao] = people;
  await client.tables.edit({ subject: 'people', id: zhao?.id ?? '', year: 2020, field: 'sex', text: '男', base: zhao?.revision ?? 0 });
  const second = await client.checking.run({ year: 2020, keep: true });
  expect(second.before).toMatchObject({ gone: 0, fresh: 1, run: { number: 1, findings: first.findings.length, who: '试用员' } });
  await client.tables.undo();
  expect((await client.checking.run({ year: 2020 })).before).toMatchObject({ gone: 1, fresh: 0, run: { number: 2 } });
  expect(second.scores.filter(({ village }) => village === '')).toEqual([
    { town: '牛心台街道', village: '', households: 1, wrong: 1, doubtful: 0, score: 0 },
    { town: '高台子街道', village: '', households: 1, wrong: 0, doubtful: 1, score: 50 },
  ]);
});
