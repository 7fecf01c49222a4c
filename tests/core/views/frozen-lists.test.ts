import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../shared/contract/tables.ts';
import { openTestCore, type TestClient } from '../support/core.ts';
import { putSample } from '../support/sample.ts';

const under6000: Filter = { field: 'perCapitaIncome', test: 'less', value: 600_000 };
const question = { subject: 'households' as const, year: 2020, filters: [under6000] };
const heads = async (client: TestClient, ...filters: Filter[]) => (await client.tables.rows({ subject: 'households', year: 2020, filters, offset: 0, limit: 200 })).rows;

async function sample() {
  const core = await openTestCore();
  await putSample(core.host);
  await core.client.registers.openSample();
  return core.client;
}

describe('a frozen list', () => {
  it('keeps 18 households and 38 people beside what is so now, and tells who came and who went', async () => {
    const client = await sample();
    const list = await client.views.freeze({ question, name: '6000元以下基数', day: '2020-03-15', reason: '方案印发' });
    expect(list).toMatchObject({ rows: 18, households: 18, people: 38, day: '2020-03-15', madeBy: '试用员' });
    expect(await client.views.compareFrozen({ id: list.id, year: 2020 })).toMatchObject({ live: { rows: 18, households: 18, people: 38 }, cameCount: 0, wentCount: 0, stayed: 18 });
    const [poor] = await heads(client, under6000);
    const [rich] = await heads(client, { field: 'perCapitaIncome', test: 'greaterOrEqual', value: 600_000 });
    if (!poor || !rich) throw new Error('the sample has both');
    const write = (row: typeof poor, text: string) => client.tables.edit({ subject: 'households', id: row.id, year: 2020, field: 'perCapitaIncome', text, base: row.revision });
    await write(poor, '7000');
    await write(rich, '5000');
    const now = await client.views.compareFrozen({ id: list.id, year: 2020 });
    expect(now).toMatchObject({ live: { rows: 18 }, came: [{ id: rich.id, title: rich.values['headName'] }], went: [{ id: poor.id, title: poor.values['headName'], there: true }], stayed: 17 });
    // The baseline itself is a condition of the grid, with and without who is still under the line.
    const inList: Filter = { field: '', test: 'group', group: 'frozenList', of: list.id };
    expect(await heads(client, inList)).toHaveLength(18);
    expect((await heads(client, inList, under6000)).map(({ id }) => id)).not.toContain(poor.id);
    expect((await heads(client, under6000, { ...inList, not: true })).map(({ id }) => id)).toEqual([rich.id]);
    // The names stay where somebody goes.
    await client.tables.undo();
    await client.tables.undo();
    expect(await client.views.compareFrozen({ id: list.id, year: 2020 })).toMatchObject({ cameCount: 0, wentCount: 0 });
    await client.importing.undo({ batch: 1 });
    expect(await client.views.compareFrozen({ id: list.id, year: 2020 })).toMatchObject({ wentCount: 18, went: expect.arrayContaining([expect.objectContaining({ id: poor.id, title: poor.values['headName'], there: false })]) as unknown });
  });

  it('of people counts its people, stands in the log, is taken out and brought back', async () => {
    const client = await sample();
    const list = await client.views.freeze({ question: { subject: 'people', year: 2020, filters: [{ field: '', test: 'group', group: 'secured' }] }, name: '低保特困', day: '2020-03-15' });
    expect(list).toMatchObject({ rows: 174, households: 99, people: 174 });
    expect((await client.history.commands({})).rows[0]).toMatchObject({ kind: 'settings', label: '冻结名单“低保特困”：99户174人' });
    await expect(client.views.freeze({ question, name: '低保特困', day: '2020-03-15' })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
    await client.views.removeFrozen({ id: list.id });
    expect(await client.views.frozenLists()).toEqual([]);
    expect(await client.views.restoreFrozen({ id: list.id })).toEqual(list);
    expect(await client.views.frozenLists()).toEqual([list]);
    // A list of nobody, and one that there is not.
    await expect(client.views.freeze({ question: { ...question, search: '没有这个人' }, name: '空', day: '2020-03-15' })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
    await expect(client.views.compareFrozen({ id: 'x', year: 2020 })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});
