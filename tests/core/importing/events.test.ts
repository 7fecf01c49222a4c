import { describe, expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, li, wang, zhang } from '../support/people.ts';

const head = ['户编号', '人编号', '乡', '村', '姓名', '证件号码', '与户主关系', '脱贫属性', '有效状态'];
const son = identity('19900505', 11);
const row = (no: string, name: string, number: string, relation: string, lift = '', state = ''): string[] => [no, '', '高台子街道', '台地村', name, number, relation, lift, state];
const start = [
  row('9900000001', '张试一', zhang, '户主', '未脱贫'),
  row('9900000001', '李试二', li, '配偶'),
  row('9900000001', '张试五', son, '之子'),
  row('9900000002', '王试三', wang, '户主'),
];
const file = (rows: readonly string[][], name = '人员_20200601.csv'): File => csv(name, [head, ...rows]);

async function started() {
  const core = await openTestCore();
  await importAll(core.client, [file(start, '人员_20200101.csv')]);
  return core;
}
const people = async (client: TestClient): Promise<Record<string, [string, string, string]>> => {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100 });
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return Object.fromEntries(rows.map(({ values }) => [text(values['name']), [text(values['householdNo']), text(values['relation']), text(values['memberState'])]]));
};
const before = { 张试一: ['9900000001', '户主', ''], 李试二: ['9900000001', '配偶', ''], 张试五: ['9900000001', '之子', ''], 王试三: ['9900000002', '户主', ''] };
const events = async (client: TestClient, batch: number) => (await client.importing.events({ batch })).map(({ kind, accepted, what, on }) => ({ kind, accepted, what, on }));

/** Plans, accepts what is wanted, commits, and tells the people. */
async function decided(client: TestClient, sheet: File, accept: Partial<Record<string, { reason: string; on?: string }>>) {
  const plan = await client.importing.plan({ files: [sheet] });
  for (const { number, kind } of await client.importing.events({ batch: plan.batch })) {
    const words = accept[kind];
    if (words) await client.importing.decide({ batch: plan.batch, event: number, accepted: true, ...words });
  }
  await client.importing.commit({ batch: plan.batch, confirmed: true });
  return { batch: plan.batch, people: await people(client) };
}

describe('life events', () => {
  it('a member who appears goes in, with an event that asks why', async () => {
    const { client } = await started();
    const baby = row('9900000002', '王试六', identity('20200501', 12), '之孙女');
    const plan = await client.importing.plan({ files: [file([...start, baby])] });
    expect(await events(client, plan.batch)).toEqual([{ kind: 'join', accepted: true, what: '王试六：户 9900000002 新增', on: '2020-06-01' }]);
    const done = await decided(client, file([...start, baby]), { join: { reason: '出生', on: '2020-05-01' } });
    expect(done.people['王试六']).toEqual(['9900000002', '之孙女', '']);
  });

  it('whoever was born came on the day of the birth, unless another is said', async () => {
    const { client } = await started();
    const baby = row('9900000002', '王试六', identity('20200503', 12), '之孙女');
    const { batch } = await client.importing.plan({ files: [file([...start, baby])] });
    const decide = async (more: { reason: string; on?: string }) => (await client.importing.decide({ batch, event: 1, accepted: true, ...more })).on;
    expect(await decide({ reason: '收养', on: '2020-06-01' })).toBe('2020-06-01');
    expect(await decide({ reason: '出生', on: '2020-06-01' })).toBe('2020-05-03');
    expect(await decide({ reason: '出生', on: '2020-05-04' })).toBe('2020-05-04');
  });

  it('who stands on the sheet with a damaged number is refused, and has not vanished', async () => {
    const { client } = await started();
    const damaged = start.map((each) => (each[4] === '张试五' ? row('9900000001', '张试五', '9.90504E+17', '之子') : each));
    const plan = await client.importing.plan({ files: [file(damaged)] });
    expect(plan).toMatchObject({ counts: { refused: 1 }, absent: 0, events: 0 });
    const households = csv('户信息_2020.csv', [['户编号', '户主姓名', '户主证件号码', '耕地面积', '住房面积'], ['9900000001', '张试一', '9.90504E+17', '3', '60'], ['9900000002', '王试三', wang, '2', '50']]);
    expect(await client.importing.plan({ files: [households] })).toMatchObject({ counts: { refused: 1 }, absent: 0 });
  });

  it('a head whose number is damaged is named as head all the same', async () => {
    const { client } = await started();
    const rows = start.map((each) => (each[4] === '李试二' ? row('9900000001', '李试二', li, '户主') : each[4] === '张试一' ? row('9900000001', '张试一', '9.90504E+17', '户主') : each));
    const { batch } = await client.importing.plan({ files: [file(rows)] });
    expect(await events(client, batch)).toMatchObject([{ kind: 'head', what: '户 9900000001：表里有两个户主，张试一、李试二；办理就改为李试二' }]);
  });

  it('two heads on one sheet are told as two, whichever row comes first', async () => {
    const { client } = await started();
    const claimed = start.map((each) => (each[4] === '李试二' ? row('9900000001', '李试二', li, '户主') : each));
    for (const rows of [claimed, claimed.toReversed()]) {
      const plan = await client.importing.plan({ files: [file(rows)] });
      expect(await events(client, plan.batch)).toEqual([{ kind: 'head', accepted: false, what: '户 9900000001：表里有两个户主，张试一、李试二；办理就改为李试二', on: '2020-06-01' }]);
    }
  });

  it('a member who vanishes stays, until the event is accepted with a reason', async () => {
    const { client } = await started();
    const without = start.filter(([, , , , name]) => name !== '张试五');
    const plan = await client.importing.plan({ files: [file(without)] });
    expect(await events(client, plan.batch)).toEqual([{ kind: 'leave', accepted: false, what: '张试五：户 9900000001 的表里没有', on: '2020-06-01' }]);
    await expect(client.importing.decide({ batch: plan.batch, event: 1, accepted: true })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', what: '办理变动要写明原因' } });
    await client.importing.commit({ batch: plan.batch });
    expect(await people(client)).toEqual(before);
    const gone = await decided(client, file(without), { leave: { reason: '户籍迁出', on: '2020-04-15' } });
    expect(gone.people['张试五']).toEqual(['9900000001', '之子', '转出']);
    // Who is gone is asked after no more, and taking the import back brings him back whole.
    expect((await client.importing.plan({ files: [file(without)] })).absent).toBe(0);
    await client.importing.undo({ batch: gone.batch });
    expect(await people(client)).toEqual(before);
  });

  it('a list of some of the people offers nobody as gone', async () => {
    const { client } = await started();
    const heads = start.filter(([, , , , , , relation]) => relation === '户主');
    const plan = await client.importing.plan({ files: [file(heads)] });
    expect(plan).toMatchObject({ absent: 2, events: 0, brake: [] });
  });

  it('a death that the sheet tells is an event, too', async () => {
    const { client } = await started();
    const told = start.map((each) => (each[4] === '李试二' ? row('9900000001', '李试二', li, '配偶', '', '死亡') : each));
    const plan = await client.importing.plan({ files: [file(told)] });
    expect(await client.importing.events({ batch: plan.batch })).toMatchObject([{ kind: 'leave', accepted: true, reason: '死亡' }]);
  });

  it('a member in another household is moved by the event alone', async () => {
    const { client } = await started();
    const moved = start.map((each) => (each[4] === '张试五' ? row('9900000002', '张试五', son, '之女婿') : each));
    const plan = await client.importing.plan({ files: [file(moved)] });
    expect(await events(client, plan.batch)).toMatchObject([{ kind: 'move', accepted: false, what: '张试五：从户 9900000001 到户 9900000002' }]);
    await client.importing.commit({ batch: plan.batch });
    expect(await people(client)).toEqual(before);
    const done = await decided(client, file(moved), { move: { reason: '婚嫁' } });
    expect(done.people).toEqual({ ...before, 张试五: ['9900000002', '之女婿', ''] });
  });

  it('what an accepted event writes is told in the rows as what will be, and once it is written as what is', async () => {
    const { client } = await started();
    const split = [start[0] ?? [], row('9900000003', '李试二', li, '户主'), row('9900000003', '张试五', son, '之子'), start[3] ?? []];
    const plan = await client.importing.plan({ files: [file(split)] });
    await client.importing.decide({ batch: plan.batch, event: 1, accepted: true, reason: '分户' });
    const changes = async () => (await client.importing.rows({ batch: plan.batch, offset: 0, limit: 10 })).rows.flatMap((each) => each.changes.filter(({ field }) => field !== 'relation'));
    expect((await changes()).map(({ taken }) => taken)).toEqual([true, true, true, true]);
    const written = await client.importing.commit({ batch: plan.batch, confirmed: true });
    expect(written.eventsDone).toBe(1);
    expect(await changes()).toMatchObject([{ field: 'town', new: '高台子街道' }, { field: 'village' }, { field: 'householdNo', new: '9900000003' }, { field: 'householdNo', old: '9900000001', new: '9900000003' }, { field: 'householdNo', old: '9900000001', new: '9900000003' }]);
    expect((await changes()).some(({ kept }) => kept === true)).toBe(false);
  });

  it('two who go to a household of their own are one split, which alone makes the household', async () => {
    const { client } = await started();
    const split = [start[0] ?? [], row('9900000003', '李试二', li, '户主'), row('9900000003', '张试五', son, '之子'), start[3] ?? []];
    const plan = await client.importing.plan({ files: [file(split)] });
    expect(await events(client, plan.batch)).toMatchObject([{ kind: 'split', what: '分户：李试二、张试五 从户 9900000001 到户 9900000003' }]);
    // Until the event is accepted nothing of the new household is said to be written, and the old one is called by its own number.
    const { households } = await client.importing.households({ batch: plan.batch, verdict: 'conflict', offset: 0, limit: 10 });
    expect(households).toMatchObject([{ name: '张试一', householdNo: '9900000001' }]);
    const said = households[0]?.rows[0]?.changes ?? [];
    expect(said.filter(({ field }) => field === 'householdNo')).toMatchObject([{ old: '9900000001', new: '9900000003', why: 'event' }]);
    expect(said.every(({ kept, why, taken }) => kept === true && why === 'event' && taken === false)).toBe(true);
    await client.importing.commit({ batch: plan.batch });
    expect((await client.registers.current())?.households).toBe(2);
    const done = await decided(client, file(split), { split: { reason: '分户' } });
    expect(done.people).toEqual({ ...before, 李试二: ['9900000003', '户主', ''], 张试五: ['9900000003', '之子', ''] });
    await client.importing.undo({ batch: done.batch });
    expect(await people(client)).toEqual(before);
    expect((await client.registers.current())?.households).toBe(2);
  });

  it('a household that goes over whole is a merge', async () => {
    const { client } = await started();
    const merged = [...start.slice(0, 3), row('9900000001', '王试三', wang, '之岳父')];
    const plan = await client.importing.plan({ files: [file(merged)] });
    expect(await events(client, plan.batch)).toMatchObject([{ kind: 'merge', what: '并户：王试三 从户 9900000002 到户 9900000001' }]);
  });

  it('another head takes the relations of the others along, or nothing changes', async () => {
    const { client } = await started();
    const other = [row('9900000001', '李试二', li, '户主'), row('9900000001', '张试一', zhang, '配偶'), row('9900000001', '张试五', son, '之子'), start[3] ?? []];
    const plan = await client.importing.plan({ files: [file(other)] });
    expect(await events(client, plan.batch)).toMatchObject([{ kind: 'head', accepted: false, what: '户 9900000001：户主由 张试一 变为 李试二' }]);
    // It is told the same where the row of the former head comes first.
    const [second, first, ...others] = other;
    const turned = await client.importing.plan({ files: [file([first ?? [], second ?? [], ...others])] });
    expect(await events(client, turned.batch)).toMatchObject([{ kind: 'head', what: '户 9900000001：户主由 张试一 变为 李试二' }]);
    await client.importing.discard({ batch: turned.batch });
    // Verdicts and numbers are those of the rows as they stand now that the relations wait.
    const { rows } = await client.importing.rows({ batch: plan.batch });
    for (const verdict of ['changed', 'same', 'conflict'] as const) expect(plan.counts[verdict]).toBe(rows.filter((each) => each.verdict === verdict).length);
    expect(plan.writes.values).toBe(rows.flatMap(({ changes }) => changes).filter(({ kept }) => kept !== true).length);
    await client.importing.commit({ batch: plan.batch });
    expect(await people(client)).toEqual(before);
    const done = await decided(client, file(other), { head: { reason: '家庭商定' } });
    expect(done.people).toEqual({ ...before, 张试一: ['9900000001', '配偶', ''], 李试二: ['9900000001', '户主', ''] });
    // The household's sheet may name the new head, too.
    const sheet = csv('户_20200601.csv', [['户编号', '户主姓名', '户主证件号码', '村', '家庭人口数', '主要致贫原因'], ['9900000001', '李试二', li, '台地村', '3', '因病']]);
    expect((await client.importing.plan({ files: [sheet] })).counts.conflict).toBe(0);
  });

  it('what changes a household’s status is put down with its month', async () => {
    const { client } = await started();
    const lifted = start.map((each, at) => (at === 0 ? row('9900000001', '张试一', zhang, '户主', '已脱贫（享受政策）') : each));
    const plan = await client.importing.plan({ files: [file(lifted)] });
    expect(await events(client, plan.batch)).toMatchObject([{ kind: 'status', accepted: true, what: '户 9900000001：脱贫（未脱贫 → 已脱贫（享受政策））' }]);
    await client.importing.commit({ batch: plan.batch, confirmed: true });
    const entries = await client.history.entries({ of: { batch: plan.batch } });
    expect(entries.rows.filter(({ entity }) => entity === 'entry').map(({ field, new: value }) => [field, value])).toEqual([['ledger', 'status'], ['status.kind', '脱贫'], ['status.on', '2020-06'], ['status.detail', '已脱贫（享受政策）']]);
  });
});
