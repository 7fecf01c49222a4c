import { expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity } from '../support/people.ts';

const header = ['乡镇', '行政村', '户编号', '姓名', '证件号码', '性别', '与户主关系', '人数', '健康状况', '劳动技能'];
const sheet = (health = '健康') => csv('人员_2020.csv', [
  header,
  ['高台子街道', '台地村', '99050400009', '钱试一', identity('19850203', 1), '男', '户主', '1', health, '丧失劳动力'],
  ['牛心台街道', '上牛村', '99050400001', '赵试一', identity('19850506', 4), '女', '户主', '1', '健康', '无劳动力'],
]);

/** A core whose day can be moved on. */
async function onADay(day = '2020-04-01') {
  const clock = { day };
  const core = await openTestCore({ now: () => new Date(`${clock.day}T09:00:00`) });
  await importAll(core.client, [sheet()]);
  return { ...core, clock };
}

const findingOf = async (client: TestClient, name: string, rule = 'R085') => (await client.checking.run({ year: 2020 })).findings.find((each) => each.rule === rule && each.person === name);
const mustFind = async (client: TestClient, name: string, rule?: string) => {
  const found = await findingOf(client, name, rule);
  if (!found) throw new Error(`nothing is found of ${name}`);
  return found;
};

async function edit(client: TestClient, name: string, field: string, text: string) {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 50 });
  const row = rows.find(({ values }) => values['name'] === name);
  if (!row) throw new Error(`nobody is called ${name}`);
  await client.tables.edit({ subject: 'people', id: row.id, year: 2020, field, text, base: row.revision });
}

it('excuses one finding and no other, tells by whom and why, and is taken back by undo', async () => {
  const { client } = await onADay();
  const qian = await mustFind(client, '钱试一');
  await client.checking.exempt({ finding: qian.id, reason: '工伤致残，未办证', evidence: '村委会证明' });
  const { findings, exempted, exemptions, counts } = await client.checking.run({ year: 2020 });
  expect(findings.map(({ rule, person }) => [rule, person])).toEqual([['R085', '赵试一']]);
  expect(counts).toEqual({ R085: 1 });
  expect(exempted.map(({ person }) => person)).toEqual(['钱试一']);
  expect(exemptions).toMatchObject([{ rule: 'R085', whom: '钱试一', reason: '工伤致残，未办证', evidence: '村委会证明', by: '试用员', on: '2020-04-01', until: '', state: 'holds' }]);
  expect(await client.checking.ofHouseholds({ ids: [qian.householdId ?? ''], year: 2020 })).toEqual([]);
  expect((await client.history.commands({})).rows[0]?.label).toContain('豁免 R085：钱试一');
  await client.tables.undo();
  expect(await findingOf(client, '钱试一')).toMatchObject({ reopened: '' });
  await client.tables.redo();
  expect(await findingOf(client, '钱试一')).toBeUndefined();
});

it('wants a reason and a day that is to come, and a finding that is there', async () => {
  const { client } = await onADay();
  const { id: finding, householdId } = await mustFind(client, '钱试一');
  const of = { finding, householdId: householdId ?? '' };
  await expect(client.checking.exempt({ ...of, reason: ' ' })).rejects.toThrow('豁免要写明理由');
  await expect(client.checking.exempt({ ...of, reason: '对', until: '2020-03-31' })).rejects.toThrow('已经过了');
  await expect(client.checking.exempt({ finding: 'nothing', reason: '对' })).rejects.toThrow('编号不对');
  await client.checking.exempt({ ...of, reason: '对' });
  await expect(client.checking.exempt({ ...of, reason: '对' })).rejects.toThrow('已经豁免过');
});

it('survives imports, and opens again when a value that it excused is another one', async () => {
  const { client } = await onADay();
  await client.checking.exempt({ finding: (await mustFind(client, '钱试一')).id, reason: '属实' });
  await importAll(client, [sheet()]);
  expect(await findingOf(client, '钱试一')).toBeUndefined();
  // What the rule does not read is no reason to open it again.
  await edit(client, '钱试一', 'memberPhone', '19900000001');
  expect(await findingOf(client, '钱试一')).toBeUndefined();
  await edit(client, '钱试一', 'labour', '无劳动力');
  expect(await findingOf(client, '钱试一')).toMatchObject({ reopened: '豁免时：劳动技能 丧失劳动力；现在：劳动技能 无劳动力' });
  expect((await client.checking.run({ year: 2020 })).exemptions).toMatchObject([{ state: 'changed' }]);
  await client.tables.undo();
  expect(await findingOf(client, '钱试一')).toBeUndefined();
  // Excused again with the new value: the old exemption ends with it.
  await edit(client, '钱试一', 'labour', '无劳动力');
  await client.checking.exempt({ finding: (await mustFind(client, '钱试一')).id, reason: '仍属实' });
  expect((await client.checking.run({ year: 2020 })).exemptions.map(({ state, reason }) => `${state} ${reason}`)).toEqual(expect.arrayContaining(['ended 属实', 'holds 仍属实']));
  // The problem itself goes: so does what it is about.
  await importAll(client, [sheet('残疾')]);
  await edit(client, '钱试一', 'health', '残疾');
  expect((await client.checking.run({ year: 2020 })).exemptions.find(({ reason }) => reason === '仍属实')).toMatchObject({ state: 'gone' });
});

it('is ended by hand, once', async () => {
  const { client } = await onADay();
  const { id } = await client.checking.exempt({ finding: (await mustFind(client, '钱试一')).id, reason: '属实' });
  await client.checking.endExemption({ id });
  expect(await findingOf(client, '钱试一')).toMatchObject({ reopened: '' });
  expect((await client.checking.run({ year: 2020 })).exemptions).toMatchObject([{ state: 'ended' }]);
  await expect(client.checking.endExemption({ id })).rejects.toThrow('已经终止');
});

it('is followed through a quarter day by day: until its day, never a day longer, and not over a change', async () => {
  const { client, clock } = await onADay('2020-04-01');
  const [qian, zhao] = [await mustFind(client, '钱试一'), await mustFind(client, '赵试一')];
  await client.checking.exempt({ finding: qian.id, reason: '等残疾证', until: '2020-05-15' });
  await client.checking.exempt({ finding: zhao.id, reason: '在家照顾老人' });
  for (const day = new Date('2020-04-02T00:00:00Z'); day <= new Date('2020-06-30T00:00:00Z'); day.setUTCDate(day.getUTCDate() + 1)) {
    clock.day = day.toISOString().slice(0, 10);
    if (clock.day === '2020-05-20') await client.checking.exempt({ finding: qian.id, reason: '残疾证在办', until: '2020-06-20' });
    if (clock.day === '2020-06-10') await edit(client, '赵试一', 'labour', '弱劳动力或半劳动力');
    const open = (await client.checking.ofHouseholds({ ids: [qian.householdId ?? '', zhao.householdId ?? ''], year: 2020 })).map(({ person, reopened }) => `${person} ${reopened}`);
    const expected = [
      ...(clock.day >= '2020-06-10' ? ['赵试一 豁免时：劳动技能 无劳动力；现在：劳动技能 弱劳动力或半劳动力'] : []),
      ...(clock.day > '2020-05-15' && clock.day < '2020-05-20' ? ['钱试一 豁免到 2020-05-15，已经过期'] : []),
      ...(clock.day > '2020-06-20' ? ['钱试一 豁免到 2020-06-20，已经过期'] : []),
    ];
    expect(open.toSorted((a, b) => (a < b ? -1 : 1)), clock.day).toEqual(expected.toSorted((a, b) => (a < b ? -1 : 1)));
  }
});
