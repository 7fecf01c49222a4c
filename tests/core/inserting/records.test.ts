import { describe, expect, it } from 'vitest';
import type { NewRows } from '../../../shared/contract/inserting.ts';
import { contentOf } from '../support/core.ts';
import { wang, zhang } from '../support/people.ts';
import { filled, refusal } from './support.ts';

const dibao = { subject: 'ledger:dibaoList', year: 2020 } as const;
const byName = (one: readonly unknown[], other: readonly unknown[]): number => String(one[0]).localeCompare(String(other[0]));
const list = async (client: Awaited<ReturnType<typeof filled>>['client']) => (await client.tables.rows({ ...dibao, offset: 0, limit: 50 })).rows.map(({ values }) => [values['name'], values['year'], values['dibaoList.amount']]).toSorted(byName);

describe('new records of a ledger', () => {
  it('several at once, each found again by what its row says of the person; what the list says of them follows; one undo', async () => {
    const { client } = await filled();
    const before = await contentOf(client);
    const asked: NewRows = { ...dibao, fields: ['name', 'identityNo', 'householdNo', 'year', 'dibaoList.amount'], rows: [['张试一', zhang, '', '', '420.5'], ['王试三', '', '9900000002', '2019', '300']] };
    expect(await client.inserting.check(asked)).toMatchObject({ good: [0, 1], records: 2, people: 0, refused: [] });
    expect((await client.inserting.write(asked)).label).toBe('新增低保名单 2 条：张试一、王试三');
    expect(await list(client)).toEqual([['张试一', 2020, 42_050], ['王试三', 2019, 30_000]].toSorted(byName));
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: 'dibao', test: 'equals', value: '是' }], offset: 0, limit: 9 });
    expect(rows.map(({ values }) => values['name'])).toEqual(['张试一']);
    await client.tables.undo();
    expect([await contentOf(client), await list(client)]).toEqual([before, []]);
  });

  it('tells cell by cell who cannot be found, who is another, what is there already', async () => {
    const { client } = await filled();
    const fields = ['name', 'identityNo', 'village', 'dibaoList.amount'];
    const why = async (...rows: string[][]) => (await client.inserting.check({ ...dibao, fields, rows })).refused.map(({ row, field, why: what }) => [row, field, what]);
    expect(await why(['', '', '', '300'])).toEqual([[0, 'identityNo', '不知道是哪个人的']]);
    expect(await why(['张试九', '', '', '300'])).toEqual([[0, 'name', '登记册里没有这个人']]);
    expect(await why(['王试三', zhang, '', '300'])).toEqual([[0, 'name', '登记册里是“张试一”']]);
    expect(await why(['张试一', '', '金坑村', '300'])).toEqual([[0, 'village', '登记册里是“台地村”']]);
    expect(await why(['张试一', '', '', '三百'])).toMatchObject([[0, 'dibaoList.amount', expect.any(String)]]);
    expect(await why(['张试一', '', '', '300'], ['张试一', zhang, '台地村', '400'])).toMatchObject([[1, expect.any(String), '和第 1 行是同一条']]);
    await client.inserting.write({ ...dibao, fields, rows: [['王试三', wang, '', '300']] });
    expect(await why(['王试三', wang, '', '300'])).toMatchObject([[0, expect.any(String), expect.stringContaining('已经有这一条')]]);
    expect(await refusal(client.inserting.check({ ...dibao, fields: ['无此列'], rows: [['1']] }))).toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('of nobody, and of households by number or head', async () => {
    const { client } = await filled();
    expect((await client.inserting.write({ subject: 'ledger:project', year: 2020, fields: ['project.name'], rows: [['光伏电站'], ['养殖场']] })).label).toBe('新增项目库 2 条：光伏电站、养殖场');
    expect((await client.inserting.check({ subject: 'ledger:measure', year: 2020, fields: ['headName', 'measure.kind'], rows: [['王试三', '']] })).refused.some(({ field }) => field === 'headName')).toBe(false);
  });
});
