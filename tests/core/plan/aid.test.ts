import { expect, test } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';
import type { AidTable } from '../../../shared/contract/plan.ts';

const head = ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '在校生状况', '健康状况', '是否享受低保', '是否特困供养人员', '是否参加城乡居民基本养老保险', '人均纯收入', '人数'];
/** Two families: a grandmother on 低保 with five children at school and one in kindergarten, 5,800 元 a head; an old man on 特困, at exactly 6,000. */
const families: readonly (readonly string[])[] = [
  head,
  ['9900000001', '990000000101', '高台子街道', '台地村', '赵试一', identity('19550101', 21), '户主', '非在校生', '健康', '是', '否', '是', '5800', '7'],
  ['9900000001', '990000000102', '高台子街道', '台地村', '赵试幼', identity('20150601', 22), '之孙子', '学前教育', '健康', '是', '否', '', '5800', '7'],
  ['9900000001', '990000000103', '高台子街道', '台地村', '赵试小', identity('20110601', 23), '之孙子', '小学', '健康', '是', '否', '', '5800', '7'],
  ['9900000001', '990000000104', '高台子街道', '台地村', '赵试走', identity('20100601', 24), '之孙子', '小学', '健康', '是', '否', '', '5800', '7'],
  ['9900000001', '990000000105', '高台子街道', '台地村', '赵试初', identity('20060601', 25), '之孙子', '九年级', '健康', '是', '否', '', '5800', '7'],
  ['9900000001', '990000000106', '高台子街道', '台地村', '赵试高', identity('20041120', 26), '之孙子', '普通高中一年级', '健康', '是', '否', '', '5800', '7'],
  ['9900000001', '990000000107', '高台子街道', '台地村', '赵试职', identity('20030601', 27), '之孙子', '中职一年级', '健康', '是', '否', '', '5800', '7'],
  ['9900000002', '990000000201', '卧龙街道', '金坑村', '钱试二', identity('19600801', 28), '户主', '非在校生', '健康', '否', '是', '是', '6000', '1'],
];

async function opened() {
  const core = await openTestCore({ now: () => new Date('2020-06-15T12:00:00') });
  await importAll(core.client, [csv('人员2020.csv', families)]);
  const { rows } = await core.client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 20 });
  const of = (name: string): string => rows.find(({ values }) => values['name'] === name)?.id ?? '';
  const add = async (ledger: string, name: string, values: Readonly<Record<string, string>>): Promise<void> => {
    await core.client.tables.addEntry({ subject: `ledger:${ledger}`, memberId: of(name), year: 2020, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [`${ledger}.${key}`, value])) });
  };
  return { ...core, add };
}

const standard = (client: TestClient, of: string, from: string, value: string) => client.plan.say({ year: 2020, of, what: 'value', from, value, why: '试文' });
const told = ({ lines }: AidTable): Readonly<Record<string, readonly (number | null)[]>> => Object.fromEntries(lines.map(({ who, due, paid, owed }) => [who, [due, paid, owed]]));

test('aid by stage, boarding and months attended, by the rates of the plan', async () => {
  const { client, add } = await opened();
  for (const month of ['2020-01', '2020-03', '2020-04', '2020-05']) await add('attendance', '赵试幼', { month, present: month === '2020-04' ? '否' : '是' });
  await add('attendance', '赵试小', { month: '2020-03', present: '是', boarder: '是' });
  await add('attendance', '赵试走', { month: '2020-03', present: '是', boarder: '否' });
  await add('studentAid', '赵试小', { stage: '小学', term: '春', amount: '500' });
  const day = { year: 2020, day: '2020-12-31' };
  const education = await client.plan.aid({ ...day, key: 'education' });
  // In fen. Three months at 1200; a boarder 1000 of whom 500 are paid; a day pupil 750; boarding not told: nothing guessed; 2000 and 3000.
  expect(told(education)).toEqual({ 赵试幼: [360_000, 0, 360_000], 赵试小: [100_000, 50_000, 50_000], 赵试走: [75_000, 0, 75_000], 赵试初: [null, 0, null], 赵试高: [200_000, 0, 200_000], 赵试职: [300_000, 0, 300_000] });
  // Until the end of January one month counts, and a rate that falls in May is that of May alone.
  expect(told(await client.plan.aid({ year: 2020, day: '2020-01-31', key: 'education' }))['赵试幼']).toEqual([120_000, 0, 120_000]);
  await standard(client, 'kindergartenMonth', '2020-05-01', '100');
  expect(told(await client.plan.aid({ ...day, key: 'education' }))['赵试幼']).toEqual([250_000, 0, 250_000]);
});

test('the standard rises in July: who gets how much more, and who is still under the line', async () => {
  const { client, add } = await opened();
  const day = { year: 2020, day: '2020-06-15' };
  expect(await client.plan.aid({ ...day, key: 'dibao' })).toMatchObject({ lines: [], lacks: expect.stringContaining('农村低保标准') as string });
  await add('dibaoList', '赵试一', { amount: '300', taperSince: '2019-09' });
  await add('tekunList', '钱试二', { amount: '600', care: '分散' });
  await standard(client, 'dibaoStandard', '2020-01-01', '4800');
  // Six per cent of 4800 is 288 a year, 24 a month; 1.8 times 5088 is 763.20 a month.
  expect(told(await client.plan.aid({ ...day, key: 'dibao' }))).toMatchObject({ 赵试一: [32_400, 30_000, 2400], 钱试二: [76_320, 60_000, 16_320], 赵试幼: [null, null, null] });
  await standard(client, 'dibaoStandard', '2020-07-01', '5400');
  expect(told(await client.plan.aid({ ...day, key: 'dibao' }))).toMatchObject({ 赵试一: [35_000, 30_000, 5000], 钱试二: [81_000, 60_000, 21_000] });
  // Seven people lack 200 each; six months bring one of them 50 a month. At exactly 6000 nobody is under the line.
  const line = await client.plan.aid({ ...day, key: 'line6000' });
  expect(told(line)).toEqual({ 赵试一: [140_000, 30_000, 110_000] });
  expect(line.lines[0]?.note).toBe('到年底还有 7 个月，每月要再增加 157.15 元');
  // Since September: the tenth month in June; the thirteenth in September.
  expect((await client.plan.aid({ ...day, key: 'taper' })).lines).toMatchObject([{ paid: 10, owed: 2, note: '第 10 个月，请准备退出' }]);
  expect((await client.plan.aid({ year: 2020, day: '2020-09-01', key: 'taper' })).lines).toMatchObject([{ paid: 13, owed: -1, note: '已超过12个月' }]);
});

test('ages that are about to change, what is not had, and what ought not to be', async () => {
  const { client, add } = await opened();
  const day = { year: 2020, day: '2020-06-15' };
  // 钱试二 is sixty on 1 August; 赵试初 leaves the ninth year. Until 31 October 赵试高 becomes sixteen.
  expect((await client.plan.aid({ ...day, key: 'changes' })).lines.map(({ who, by }) => `${who} ${by}`).toSorted()).toEqual(['赵试初 九年级', '钱试二 90天内满 60 周岁']);
  expect((await client.plan.aid({ year: 2020, day: '2020-09-30', key: 'changes' })).lines.map(({ who, by }) => `${who} ${by}`)).toContain('赵试高 90天内满 16 周岁');
  await add('studentAid', '赵试一', { stage: '高中', term: '春', amount: '1000' });
  await add('pensionPaid', '赵试一', { amount: '100' });
  expect((await client.plan.aid({ ...day, key: 'undue' })).lines.map(({ who, by, owed }) => [who, by, owed])).toEqual([['赵试一', '学生资助', 100_000], ['赵试一', '养老保险代缴', 10_000]]);
  await standard(client, 'pensionPremium', '2020-01-01', '100');
  expect(told(await client.plan.aid({ ...day, key: 'pension' }))).toEqual({ 钱试二: [10_000, 0, 10_000] });
  expect((await client.plan.aid({ ...day, key: 'unclaimed' })).lines.filter(({ who }) => who === '钱试二').map(({ by }) => by)).toEqual(['基本医保', '大病保险', '家庭医生签约', '特困供养金']);
});
