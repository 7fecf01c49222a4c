import { expect, it } from 'vitest';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { identity, peopleSheet, zhang } from '../support/people.ts';

const [head = []] = peopleSheet;
const changed = (header: string, ...values: readonly string[]): string[][] =>
  peopleSheet.map((row, at) => row.map((value, index) => (at > 0 && index === head.indexOf(header) ? (values[at - 1] ?? value) : value)));

async function filled() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core;
}

it('what was chosen goes on to the plan of the same files that comes after', async () => {
  const { client } = await filled();
  const files = [csv('人员2020.csv', changed('文化程度', '初中', '小学', '高中'))];
  const first = await client.importing.plan({ files });
  const { rows } = await client.importing.rows({ batch: first.batch });
  await client.importing.choose({ batch: first.batch, scope: 'row', target: String(rows[0]?.position), choice: 'skip' });
  await client.importing.choose({ batch: first.batch, scope: 'household', target: rows[2]?.grouping ?? '', choice: 'skip' });
  await client.importing.choose({ batch: first.batch, scope: 'cell', target: `${rows[1]?.position}|education`, choice: 'skip' });
  const second = await client.importing.plan({ files, policy: 'replace', after: first.batch });
  expect(second.writes).toMatchObject({ rows: 0, values: 0 });
  const again = await client.importing.rows({ batch: second.batch });
  expect(again.rows.map(({ choice, effective, changes }) => [choice, effective, changes[0]?.choice, changes[0]?.taken])).toEqual([
    ['skip', 'skip', undefined, false],
    [null, 'take', 'skip', false],
    [null, 'skip', undefined, false],
  ]);
});

it('what was decided of a life event goes on, too', async () => {
  const { client } = await filled();
  const files = [csv('人员2020.csv', [...peopleSheet, ['9900000001', '990000000103', '高台子街道', '台地村', '张试四', identity('20200105', 4), '之子', '', '健康', '', '']])];
  const first = await client.importing.plan({ files });
  const [event] = await client.importing.events({ batch: first.batch });
  await client.importing.decide({ batch: first.batch, event: event?.number ?? 0, accepted: true, reason: '出生', paper: '出生证' });
  const second = await client.importing.plan({ files, after: first.batch });
  expect(await client.importing.events({ batch: second.batch })).toMatchObject([{ kind: 'join', reason: '出生', paper: '出生证' }]);
});

it('a new household is the same by the row that makes it', async () => {
  const { client } = await openTestCore();
  const files = [csv('人员2020.csv', peopleSheet)];
  const first = await client.importing.plan({ files });
  const { households } = await client.importing.households({ batch: first.batch });
  await client.importing.choose({ batch: first.batch, scope: 'household', target: households[0]?.grouping ?? '', choice: 'skip' });
  const second = await client.importing.plan({ files, after: first.batch });
  expect(second.writes).toMatchObject({ rows: 1, households: 1, people: 1 });
});

it('the brake asks only of what is still taken', async () => {
  const many = (group: (at: number) => string): string[][] => [
    ['户编号', '姓名', '证件号码', '与户主关系', '村', '民族'],
    ...Array.from({ length: 10 }, (_, at) => [`99000001${String(at).padStart(2, '0')}`, `测试${String.fromCharCode(0x4e00 + at)}`, identity('19600101', at + 1), '户主', '台地村', group(at)]),
  ];
  const { client } = await openTestCore();
  await importAll(client, [csv('人员2020.csv', many(() => '汉族'))]);
  const plan = await client.importing.plan({ files: [csv('人员2020.csv', many((at) => (at < 4 ? '满族' : '汉族')))] });
  expect(plan.brake).toMatchObject([{ kind: 'field', short: '会改动 4 户的“民族”' }]);
  expect(plan.writes.rows).toBe(4);
  const [field] = await client.importing.fields({ batch: plan.batch });
  const column = { batch: plan.batch, scope: 'column', target: `${field?.sheet}|ethnicGroup` } as const;
  expect(await client.importing.choose({ ...column, choice: 'skip' })).toMatchObject({ brake: [], writes: { rows: 0, values: 0 } });
  expect(await client.importing.choose({ ...column, choice: null })).toMatchObject({ brake: plan.brake, writes: plan.writes });
});

it('what was taken of a conflict is told as taken after the commit', async () => {
  const { client } = await filled();
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
  const person = rows.find(({ values }) => values['identityNo'] === zhang);
  await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'education', text: '高中', base: person?.revision ?? 0 });
  const plan = await client.importing.plan({ files: [csv('人员2020.csv', peopleSheet)] });
  await client.importing.choose({ batch: plan.batch, scope: 'cell', target: '0|education', choice: 'take' });
  await client.importing.commit({ batch: plan.batch });
  expect((await client.importing.rows({ batch: plan.batch })).rows[0]?.changes).toMatchObject([{ field: 'education', kept: true, choice: 'take', taken: true }]);
});
