import { expect, it } from 'vitest';
import { contentOf, csv, openTestCore, importAll } from '../support/core.ts';
import { readBack } from '../support/matching.ts';
import { identity } from '../support/people.ts';

const header = ['乡镇', '行政村', '户编号', '姓名', '证件号码', '性别', '与户主关系', '人数', '健康状况', '劳动技能'];
const right = ['高台子街道', '台地村', '99050400009', '钱试一', identity('19850203', 1), '男', '户主', '1', '健康', '普通劳动力'];
const wrong = [...right.slice(0, 9), '丧失劳动力'];
const fresh = ['牛心台街道', '上牛村', '99050400001', '赵试一', identity('19850506', 4), '男', '户主', '1', '健康', '普通劳动力'];

it('tells what an import would bring before it is committed, writes nothing for it, and the commit brings just that', async () => {
  const { client } = await openTestCore({ now: () => new Date('2020-06-30T09:00:00') });
  await importAll(client, [csv('人员_2020.csv', [header, right])]);
  const before = { content: await contentOf(client), revision: (await client.registers.current())?.revision };
  const plan = await client.importing.plan({ files: [csv('人员_2020.csv', [header, wrong, fresh])] });
  const brought = await client.checking.ofPlan({ batch: plan.batch, year: 2020 });
  expect(brought?.households).toBe(2);
  expect(brought?.fresh.map(({ rule, person }) => [rule, person])).toEqual([['R008', '赵试一'], ['R085', '钱试一']]);
  expect({ content: await contentOf(client), revision: (await client.registers.current())?.revision }).toEqual(before);
  await client.importing.commit({ batch: plan.batch, confirmed: true });
  expect((await client.checking.run({ year: 2020 })).findings.map(({ id }) => id)).toEqual(brought?.fresh.map(({ id }) => id));
  // A page that is a moment behind asks once more.
  expect(await client.checking.ofPlan({ batch: plan.batch, year: 2020 })).toEqual({ households: 0, fresh: [], mended: 0 });
  const mending = await client.importing.plan({ files: [csv('人员_2020.csv', [header, right])] });
  expect(await client.checking.ofPlan({ batch: mending.batch, year: 2020 })).toMatchObject({ households: 1, fresh: [], mended: 1 });
});

it('hands the findings back as a workbook: counts with what lacks data, scores, a sheet a rule with what it read', async () => {
  const { client } = await openTestCore({ now: () => new Date('2020-06-30T09:00:00') });
  await importAll(client, [csv('人员_2020.csv', [header, wrong, fresh])]);
  const { findings } = await client.checking.run({ year: 2020 });
  await client.checking.exempt({ finding: findings.find(({ rule }) => rule === 'R008')?.id ?? '', reason: '户口簿写错' });
  const file = await client.checking.export({ year: 2020 });
  expect(file.name).toBe('核对结果_2020年度_2020-06-30.xlsx');
  const sheets = await readBack(file);
  expect(Object.keys(sheets)).toEqual(['总表', '评分', '豁免清单', 'R085']);
  const rows = Object.values(sheets['总表'] ?? {});
  expect(rows.find(([rule]) => rule === 'R085')).toEqual(expect.arrayContaining(['要核实', '已查', '1']));
  expect(rows.find(([rule]) => rule === 'R036')).toEqual(expect.arrayContaining(['没有数据', '民族']));
  expect(rows.find(([rule]) => rule === 'R123-1')?.join(' ')).toContain('台账“低保名单”；是否享受低保');
  expect(Object.values(sheets['豁免清单'] ?? {}).at(-1)).toEqual(expect.arrayContaining(['R008', '赵试一', '户口簿写错', '有效']));
  const own = Object.values(sheets['R085'] ?? {});
  expect(own[0]?.[0]).toContain('R085 劳动年龄、健康，却没有劳动力');
  expect(own[1]).toEqual(expect.arrayContaining(['户编号', '问题', '怎么办', '证件号码', '健康状况', '劳动技能']));
  const number = identity('19850203', 1);
  expect(own[2]).toEqual(expect.arrayContaining(['99050400009', '钱试一', `${number.slice(0, 2)}*************${number.slice(-3)}`, '丧失劳动力']));
  // The office's own sheet has the number whole, as text: whoever takes it says what for.
  await expect(client.checking.export({ year: 2020, level: 'full' })).rejects.toMatchObject({ data: { what: expect.stringContaining('用途') as string } });
  const whole = await readBack(await client.checking.export({ year: 2020, level: 'full', reason: '入户核对' }));
  expect(Object.values(whole['R085'] ?? {})[2]).toEqual(expect.arrayContaining(['99050400009', '钱试一', number, '丧失劳动力']));
});
