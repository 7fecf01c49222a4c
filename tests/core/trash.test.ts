import { describe, expect, it } from 'vitest';
import { blockRegister, cellsOf, column, differing, people, revisionOf } from './support/block-register.ts';
import type { TestClient } from './support/core.ts';
import { li, zhang } from './support/people.ts';

const named = async (client: TestClient, name: string) => {
  const found = (await client.tables.rows({ ...people, offset: 0, limit: 50 })).rows.find(({ values }) => values['name'] === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const remove = async (client: TestClient, entity: 'member' | 'household', id: string, reason = '重复登记') => client.trash.remove({ entity, id, reason, base: await revisionOf(client) });
const edit = async (client: TestClient, name: string, field: string, text: string) => client.tables.edit({ subject: 'people', id: (await named(client, name)).id, year: 2020, field, text, base: await revisionOf(client) });
const dibao = async (client: TestClient, name: string, year = 2020) => client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: (await named(client, name)).id, year, values: { 'dibaoList.amount': '300' } });

describe('the trash', () => {
  it('takes a person out with years and records, and gives everything back weeks later as one command', async () => {
    const { client } = await blockRegister();
    await dibao(client, '李试二');
    const before = await cellsOf(client);
    const { id } = await named(client, '李试二');
    expect(await client.trash.removal({ entity: 'member', id })).toEqual({ what: '李试二（户 9900000001）', members: 0, years: 1, records: 1, helpers: 0 });
    expect(await remove(client, 'member', id)).toMatchObject({ label: '删除成员 李试二（户 9900000001）：重复登记' });
    expect(await column(client, 'name')).toEqual(['张试一', '王试三']);
    await edit(client, '张试一', 'workPlace', '本溪');
    const { rows, total } = await client.trash.list({});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ entity: 'member', what: '李试二（户 9900000001）', who: '试用员', along: 2, obstacle: null });
    expect(rows[0]?.values).toContainEqual({ label: '证件号码', text: li });
    expect(await client.trash.restore({ command: rows[0]?.command ?? 0, id })).toMatchObject({ label: '从回收站恢复 李试二（户 9900000001）' });
    expect(differing(before, await cellsOf(client)).map((key) => key.split('|')[1])).toEqual(['workPlace']);
    expect((await client.trash.list({})).total).toBe(0);
    // Taking the restoring back puts it into the trash again.
    await client.tables.undo();
    expect((await client.trash.list({})).total).toBe(1);
    await expect(client.trash.restore({ command: 99, id })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('takes a household out with everybody in it', async () => {
    const { client } = await blockRegister();
    await dibao(client, '李试二');
    const before = await cellsOf(client);
    const { householdId } = await named(client, '李试二');
    expect(await client.trash.removal({ entity: 'household', id: householdId })).toMatchObject({ what: '户 9900000001（张试一）', members: 2, records: 1 });
    await remove(client, 'household', householdId, '导错了文件');
    expect(await column(client, 'name')).toEqual(['王试三']);
    const { rows } = await client.trash.list({});
    expect(rows.map(({ entity }) => entity)).toEqual(['household']);
    await client.trash.restore({ command: rows[0]?.command ?? 0, id: householdId });
    expect(differing(before, await cellsOf(client))).toEqual([]);
    await client.tables.undo();
    await client.tables.undo();
    expect(differing(before, await cellsOf(client))).toEqual([]);
    expect((await client.trash.list({})).total).toBe(0);
  });

  it('says what stands in the way: a number taken meanwhile, a household that is gone, a record written anew', async () => {
    const { client } = await blockRegister();
    const second = await named(client, '李试二');
    await remove(client, 'member', second.id);
    await edit(client, '王试三', 'identityNo', li);
    expect((await client.trash.list({})).rows[0]?.obstacle).toMatchObject({ what: expect.stringContaining('王试三') as string });
    await expect(client.trash.restore({ command: (await client.trash.list({})).rows[0]?.command ?? 0, id: second.id })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', where: '李试二（户 9900000001）' } });
    await remove(client, 'household', second.householdId);
    const obstacles = (await client.trash.list({})).rows.map(({ what, obstacle }) => [what, obstacle?.what ?? null]);
    expect(obstacles).toEqual([['户 9900000001', null], ['李试二（户 9900000001）', '所属的户已不在登记册里']]);
    const { row } = await dibao(client, '王试三');
    await client.tables.removeEntry({ subject: 'ledger:dibaoList', id: row.id, base: await revisionOf(client) });
    await dibao(client, '王试三');
    expect((await client.trash.list({})).rows[0]).toMatchObject({ entity: 'entry', obstacle: { what: expect.stringContaining('已经有这一条') as string } });
  });

  it('does not leave a household without a head or empty, nor take out what changed meanwhile', async () => {
    const { client } = await blockRegister();
    await expect(remove(client, 'member', (await named(client, '张试一')).id)).rejects.toMatchObject({ data: { what: expect.stringContaining('户主') as string } });
    await expect(remove(client, 'member', (await named(client, '王试三')).id)).rejects.toMatchObject({ data: { what: '户里只有这一个人' } });
    const base = await revisionOf(client);
    await edit(client, '李试二', 'workMonths', '9');
    await expect(client.trash.remove({ entity: 'member', id: (await named(client, '李试二')).id, reason: '其他', base })).rejects.toMatchObject({ data: { code: 'STALE' } });
  });

  it('does not hold what vanished because its import was taken back', async () => {
    const { client } = await blockRegister();
    await client.tables.undo();
    expect(await client.trash.list({})).toEqual({ total: 0, rows: [] });
  });
});

describe('people who are in the register twice', () => {
  it('made one, have the papers of a record that both had with the record that stays', async () => {
    const { client } = await blockRegister();
    const [keep, drop] = [(await named(client, '张试一')).id, (await named(client, '李试二')).id];
    const [{ row: stays }, { row: goes }] = [await dibao(client, '张试一'), await dibao(client, '李试二')];
    await client.documents.add({ recordId: goes.id, kind: '低保证', title: '审批表', place: '档案柜 1', files: [] });
    const before = await cellsOf(client);
    await client.trash.merge({ keep, drop, take: [], base: await revisionOf(client) });
    expect((await client.documents.ofRecord({ recordId: stays.id })).documents).toMatchObject([{ memberId: keep, values: { 'document.title': '审批表' } }]);
    await client.tables.undo();
    expect((await client.documents.ofRecord({ recordId: goes.id })).documents).toMatchObject([{ memberId: drop }]);
    expect(differing(before, await cellsOf(client))).toEqual([]);
  });

  it('are offered by number and by name with birth date, and made one, with years and records', async () => {
    const { client } = await blockRegister();
    expect(await client.trash.duplicates()).toEqual([]);
    await edit(client, '李试二', 'identityNo', '');
    await edit(client, '李试二', 'birthDate', '1958-03-12');
    await edit(client, '李试二', 'memberPhone', '19900000077');
    await edit(client, '李试二', 'name', '张试一');
    const twins = await client.trash.duplicates();
    expect(twins).toMatchObject([{ why: 'name', one: { values: { identityNo: zhang } }, other: { values: { identityNo: '' } } }]);
    const { one, other } = twins[0] ?? { one: undefined, other: undefined };
    const [keep, drop] = [one?.memberId ?? '', other?.memberId ?? ''];
    for (const [id, year] of [[keep, 2020], [drop, 2020], [drop, 2019]] as const) await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: id, year, values: { 'dibaoList.amount': '300' } });
    const before = await cellsOf(client);
    const base = await revisionOf(client);
    expect(await client.trash.merge({ keep, drop, take: ['memberPhone'], base })).toMatchObject({ label: '合并重复登记：张试一（户 9900000001） 并入 张试一（户 9900000001）' });
    expect(await column(client, 'name')).toEqual(['张试一', '王试三']);
    expect(await column(client, 'identityNo')).toContain(zhang);
    expect((await column(client, 'memberPhone'))[0]).toBe('19900000077');
    // What the one who stays did not know of the year comes from the other.
    expect((await column(client, 'workMonths'))[0]).toBe(6);
    const records = (await client.tables.rows({ subject: 'ledger:dibaoList', year: 2020, offset: 0, limit: 9 })).rows;
    expect(records.map(({ memberId, values }) => [memberId, values['year']])).toEqual([[keep, 2020], [keep, 2019]]);
    expect((await client.trash.list({})).rows).toMatchObject([{ entity: 'member', along: 2, label: expect.stringContaining('合并重复登记') as string }]);
    await client.tables.undo();
    expect(differing(before, await cellsOf(client))).toEqual([]);
    await expect(client.trash.merge({ keep, drop, take: [], base: 1 })).rejects.toMatchObject({ data: { code: 'STALE' } });
    await expect(client.trash.merge({ keep, drop, take: ['village'], base: await revisionOf(client) })).rejects.toMatchObject({ data: { code: 'WRONG_USAGE' } });
  });
});
